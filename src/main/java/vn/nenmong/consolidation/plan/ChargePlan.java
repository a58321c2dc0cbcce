package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who of the committee is in charge of which cell.
@PlanningSolution
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
final class ChargePlan implements Plan {

  @PlanningEntityCollectionProperty private List<ChargedCell> cells;
  private ConstraintWeightOverrides<HardSoftBigDecimalScore> weights;
  @PlanningScore private @Nullable HardSoftBigDecimalScore score;

  /// For the solver, which copies it.
  ChargePlan() {}

  ChargePlan(List<ChargedCell> cells, ConstraintWeightOverrides<HardSoftBigDecimalScore> weights) {
    this.cells = cells;
    this.weights = weights;
  }

  @Override
  public List<ChargedCell> choices() {
    return cells;
  }
}
