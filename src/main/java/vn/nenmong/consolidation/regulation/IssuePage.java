package vn.nenmong.consolidation.regulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.Problem;

/// The form by which several organizations get their regulations at once.
///
/// @param communes where there are several to choose from
/// @param chosen the organizations that were ticked
/// @param typed what stands in the inputs, by their names
public record IssuePage(
    UUID commune,
    List<Field.Choice> communes,
    List<Field> fields,
    List<RegulationUnit> units,
    Set<UUID> chosen,
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
}
