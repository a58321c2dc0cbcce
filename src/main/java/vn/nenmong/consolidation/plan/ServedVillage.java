package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A village without a cell of its own: which one serves it is to be decided.
@PlanningEntity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
final class ServedVillage implements Choice {

  @PlanningId private UUID id;
  private int officials;
  private @Nullable UUID before;
  private Map<UUID, BigDecimal> kilometres;
  private @Nullable BigDecimal farthest;

  @PlanningPin private boolean fixed;
  @ValueRangeProvider private List<ServingCell> possible;
  @PlanningVariable private @Nullable ServingCell cell;

  /// For the solver, which copies it.
  ServedVillage() {}

  /// @param officials who come along when it goes to another cell
  /// @param before the cell that serves it today
  /// @param kilometres to cells, as far as they are known
  /// @param fixed cell that it has to have, or null
  ServedVillage(
      UUID id,
      int officials,
      @Nullable UUID before,
      Map<UUID, BigDecimal> kilometres,
      @Nullable BigDecimal farthest,
      List<ServingCell> possible,
      @Nullable ServingCell fixed) {
    this.id = id;
    this.officials = officials;
    this.before = before;
    this.kilometres = kilometres;
    this.farthest = farthest;
    this.possible = possible;
    this.fixed = fixed != null;
    this.cell = fixed;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public @Nullable UUID chosen() {
    return cell == null ? null : cell.id();
  }

  @Nullable ServingCell cell() {
    return cell;
  }

  int officials() {
    return officials;
  }

  boolean isMoved() {
    return before != null && !before.equals(chosen());
  }

  /// To the cell that was chosen: where it is not known, as far as the farthest that is; null where
  /// no way is known.
  @Nullable BigDecimal kilometres() {
    return cell == null ? null : kilometres.getOrDefault(cell.id(), farthest);
  }

  boolean isOfUnknownDistance() {
    return cell != null && !kilometres.containsKey(cell.id());
  }

  /// Placed by hand, to try a constraint.
  ServedVillage in(ServingCell chosen) {
    this.cell = chosen;
    return this;
  }
}
