package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// @param cells those that are there, and the joint ones that may be founded
/// @param fixed cells that villages have to have
record VillageProblem(List<ServingCell> cells, List<Village> villages, Map<UUID, UUID> fixed)
    implements Problem {

  /// @param officials who live there, are of the cell that serves it today, and move with it
  /// @param before the cell that serves it today
  /// @param kilometres to cells, as far as they are known
  record Village(UUID id, int officials, @Nullable UUID before, Map<UUID, BigDecimal> kilometres) {}

  VillageProblem {
    cells = List.copyOf(cells);
    villages = List.copyOf(villages);
    fixed = Map.copyOf(fixed);
  }

  @Override
  public PlanKind kind() {
    return PlanKind.VILLAGES;
  }

  @Override
  public VillagePlan plan(Map<Criterion, BigDecimal> weights, Map<UUID, Set<UUID>> ruledOut) {
    BigDecimal farthest = Problem.farthest(villages, Village::kilometres);
    return new VillagePlan(
        cells,
        villages.stream()
            .map(village ->
                new ServedVillage(
                    village.id(),
                    village.officials(),
                    village.before(),
                    village.kilometres(),
                    farthest,
                    Problem.possible(
                        cells,
                        ServingCell::id,
                        ruledOut.get(village.id()),
                        fixed.get(village.id())),
                    Problem.fixed(cells, ServingCell::id, fixed.get(village.id()))))
            .toList(),
        Problem.overrides(weights));
  }

  @Override
  public VillagePlan with(Map<Criterion, BigDecimal> weights, Map<UUID, UUID> chosen) {
    return new VillageProblem(cells, villages, chosen).plan(weights, Map.of());
  }

  @Override
  public List<UUID> before(UUID of) {
    return find(of).flatMap(village -> Stream.ofNullable(village.before())).toList();
  }

  @Override
  public @Nullable BigDecimal kilometres(UUID of, UUID chosen) {
    return find(of)
        .flatMap(village -> Stream.ofNullable(village.kilometres().get(chosen)))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Reason> reasons(UUID of, UUID chosen) {
    List<Reason> reasons = new ArrayList<>();
    find(of)
        .forEach(village -> {
          if (chosen.equals(village.before())) {
            reasons.add(Reason.KEPT);
          }
          if (Problem.isNearest(toCellsThatAreThere(village), chosen)) {
            reasons.add(Reason.NEAREST);
          }
        });
    return reasons;
  }

  private Map<UUID, BigDecimal> toCellsThatAreThere(Village village) {
    Map<UUID, BigDecimal> kilometres = new HashMap<>(village.kilometres());
    cells.stream().filter(ServingCell::isNew).map(ServingCell::id).forEach(kilometres::remove);
    return kilometres;
  }

  @Override
  public boolean isEmpty() {
    return villages.isEmpty() || cells.isEmpty();
  }

  private Stream<Village> find(UUID of) {
    return villages.stream().filter(village -> village.id().equals(of));
  }
}
