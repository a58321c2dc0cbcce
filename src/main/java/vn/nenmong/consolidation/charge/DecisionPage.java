package vn.nenmong.consolidation.charge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.Problem;

/// The form of a decision: its words, and for each cell who is in charge from its day.
///
/// @param communes where there are several to choose from
/// @param loose numbers of papers that charges were entered with, and no decision
/// @param typed what stands in the inputs, by their names
/// @param plan what it will do, to be seen before it is saved; null where it was not asked for yet
public record DecisionPage(
    UUID commune,
    List<Field.Choice> communes,
    List<String> loose,
    List<Field> fields,
    List<Cell> cells,
    List<Someone> people,
    Map<String, String> typed,
    List<Problem> problems,
    @Nullable Plan plan)
    implements Inputs {

  /// @param now names of those in charge
  public record Cell(UUID id, String name, @Nullable String now) {

    public String first() {
      return "first." + id;
    }

    public String second() {
      return "second." + id;
    }
  }

  /// @param serving whether they are of the committee now
  public record Someone(String id, String label, boolean serving) {}

  /// What a decision does, in the order of cells.
  ///
  /// @param clashes why it can't be
  public record Plan(String mark, List<Row> rows, List<Clash> clashes) {

    public boolean isPossible() {
      return clashes.isEmpty();
    }
  }

  /// @param what `begin`, `end` or `adopt`
  /// @param day the last day of what ends, or of what begins where that is known
  public record Row(String cell, String what, String person, @Nullable String day) {}

  public record Clash(String why, String cell, String person) {}

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
