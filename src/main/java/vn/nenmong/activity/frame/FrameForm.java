package vn.nenmong.activity.frame;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.Problem;

/// The form of a frame.
///
/// @param corrected the frame that is corrected, or null for a new one
/// @param typed what stands in the inputs, by their names
public record FrameForm(
    @Nullable MeetingFrame corrected,
    List<Field> fields,
    Map<String, String> typed,
    List<Problem> problems)
    implements Inputs {

  @Override
  public String typed(String input) {
    return typed.getOrDefault(input, "");
  }

  @Override
  public @Nullable Problem problem(String field) {
    return problems.stream()
        .filter(problem -> field.equals(problem.field()))
        .findFirst()
        .orElse(null);
  }

  public String action() {
    return corrected == null
        ? "/meetings/frames/new"
        : "/meetings/frames/" + corrected.id() + "/correct";
  }

  public String back() {
    return corrected == null ? "/meetings/frames" : "/meetings/frames/" + corrected.id();
  }
}
