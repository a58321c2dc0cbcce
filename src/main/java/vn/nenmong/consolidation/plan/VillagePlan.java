package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which cell serves each village without one of its own.
@PlanningSolution
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
final class VillagePlan implements Plan {

  @ProblemFactCollectionProperty private List<ServingCell> cells;
  @PlanningEntityCollectionProperty private List<ServedVillage> villages;
  private ConstraintWeightOverrides<HardSoftBigDecimalScore> weights;
  @PlanningScore private @Nullable HardSoftBigDecimalScore score;

  /// For the solver, which copies it.
  VillagePlan() {}

  VillagePlan(
      List<ServingCell> cells,
      List<ServedVillage> villages,
      ConstraintWeightOverrides<HardSoftBigDecimalScore> weights) {
    this.cells = cells;
    this.villages = villages;
    this.weights = weights;
  }

  List<ServingCell> cells() {
    return cells;
  }

  @Override
  public List<ServedVillage> choices() {
    return villages;
  }
}
