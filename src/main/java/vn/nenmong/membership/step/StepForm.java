package vn.nenmong.membership.step;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.Problem;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.StepKind;

/// The form of one step.
///
/// @param person null for someone who is to be taken in with it
/// @param corrected the step that this one is put in place of; null for a new one
/// @param typed what stands in the inputs, by their names
/// @param decision what the rules say against it; null before it was sent
/// @param refused which step the rules refuse, where a correction meets a later one
public record StepForm(
    @Nullable Person person,
    StepKind kind,
    @Nullable UUID corrected,
    List<Field> fields,
    Map<String, String> typed,
    List<Problem> problems,
    @Nullable Decision decision,
    @Nullable StepKind refused)
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
    return corrected != null
        ? "/steps/" + corrected + "/correct"
        : person == null ? "/guests/new" : "/people/" + person.id() + "/steps/" + kind.code();
  }

  /// Where it was opened from.
  public String back() {
    return person == null ? "/guests" : "/people/" + person.id() + "/way";
  }
}
