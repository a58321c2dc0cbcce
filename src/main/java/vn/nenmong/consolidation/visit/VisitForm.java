package vn.nenmong.consolidation.visit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.Problem;

/// The form of a visit.
///
/// @param corrected the visit that is corrected, or null for a new one
/// @param typed what stands in the inputs, by their names
public record VisitForm(
    @Nullable Visit corrected,
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

  /// Whether nobody is in charge of a cell of theirs.
  public boolean isEmpty() {
    return fields.getFirst().choices().isEmpty();
  }

  public String action() {
    return corrected == null ? "/visits/new" : "/visits/" + corrected.id() + "/correct";
  }

  public String back() {
    return corrected == null ? "/visits" : "/visits/" + corrected.id();
  }
}
