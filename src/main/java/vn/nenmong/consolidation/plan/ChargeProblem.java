package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// @param fixed people whom cells have to have
record ChargeProblem(List<CommitteeMember> people, List<Cell> cells, Map<UUID, UUID> fixed)
    implements Problem {

  /// @param language folded, of the most common people among its members; null where it is not
  ///   known
  /// @param before who is in charge today
  /// @param kilometres from where people live, as far as they are known
  record Cell(
      UUID id, @Nullable String language, List<UUID> before, Map<UUID, BigDecimal> kilometres) {}

  ChargeProblem {
    people = List.copyOf(people);
    cells = List.copyOf(cells);
    fixed = Map.copyOf(fixed);
  }

  @Override
  public PlanKind kind() {
    return PlanKind.CHARGE;
  }

  @Override
  public ChargePlan plan(Map<Criterion, BigDecimal> weights, Map<UUID, Set<UUID>> ruledOut) {
    BigDecimal farthest = Problem.farthest(cells, Cell::kilometres);
    return new ChargePlan(
        cells.stream()
            .map(cell ->
                new ChargedCell(
                    cell.id(),
                    cell.language(),
                    cell.before(),
                    cell.kilometres(),
                    farthest,
                    Problem.possible(
                        people, CommitteeMember::id, ruledOut.get(cell.id()), fixed.get(cell.id())),
                    Problem.fixed(people, CommitteeMember::id, fixed.get(cell.id()))))
            .toList(),
        Problem.overrides(weights));
  }

  @Override
  public ChargePlan with(Map<Criterion, BigDecimal> weights, Map<UUID, UUID> chosen) {
    return new ChargeProblem(people, cells, chosen).plan(weights, Map.of());
  }

  @Override
  public List<UUID> before(UUID of) {
    return find(of).flatMap(cell -> cell.before().stream()).toList();
  }

  @Override
  public @Nullable BigDecimal kilometres(UUID of, UUID chosen) {
    return find(of)
        .flatMap(cell -> Stream.ofNullable(cell.kilometres().get(chosen)))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Reason> reasons(UUID of, UUID chosen) {
    List<Reason> reasons = new ArrayList<>();
    CommitteeMember person = Problem.fixed(people, CommitteeMember::id, chosen);
    Cell cell = find(of).findFirst().orElse(null);
    if (person == null || cell == null) {
      return reasons;
    }
    if (cell.before().contains(chosen)) {
      reasons.add(Reason.KEPT);
    }
    if (Problem.isNearest(cell.kilometres(), chosen)) {
      reasons.add(Reason.NEAREST);
    }
    if (cell.language() != null && person.speaks(cell.language())) {
      reasons.add(Reason.LANGUAGE);
    }
    if (person.experienced()) {
      reasons.add(Reason.EXPERIENCED);
    }
    return reasons;
  }

  @Override
  public boolean isEmpty() {
    return people.isEmpty() || cells.isEmpty();
  }

  private Stream<Cell> find(UUID of) {
    return cells.stream().filter(cell -> cell.id().equals(of));
  }
}
