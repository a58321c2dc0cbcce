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

/// A village without a cell of its own: which one serves it is to be decided, one that is there or
/// a new joint one.
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

  /// Whether a new joint cell serves it that has its seat in another village.
  boolean isGuest() {
    return cell != null && cell.isNew() && !id.equals(cell.seat());
  }

  /// Whether a new joint cell has its seat there.
  boolean isSeat() {
    return cell != null && id.equals(cell.seat());
  }

  /// The village where the new joint cell that serves it has its seat, or null.
  @Nullable UUID seat() {
    return cell == null ? null : cell.seat();
  }

  boolean mayHave(ServingCell chosen) {
    return fixed ? chosen.equals(cell) : possible.contains(chosen);
  }

  /// As far as it is known, else as far as the farthest that is.
  @Nullable BigDecimal kilometresTo(ServingCell chosen) {
    return kilometres.getOrDefault(chosen.id(), farthest);
  }

  boolean isMoved() {
    return before != null && !before.equals(chosen());
  }

  /// To the cell that was chosen: where it is not known, as far as the farthest that is; null where
  /// no way is known.
  @Nullable BigDecimal kilometres() {
    return cell == null ? null : kilometresTo(cell);
  }

  boolean isOfUnknownDistance() {
    return cell != null && !kilometres.containsKey(cell.id());
  }

  /// Placed otherwise than the solver would.
  ServedVillage in(ServingCell chosen) {
    this.cell = chosen;
    return this;
  }
}
