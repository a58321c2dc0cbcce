package vn.nenmong.activity.task;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.Problem;

/// The form that says what was done.
///
/// @param typed what stands in the inputs, by their names
public record TaskForm(List<Field> fields, Map<String, String> typed, List<Problem> problems)
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
}
