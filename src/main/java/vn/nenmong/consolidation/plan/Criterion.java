package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A named constraint, and the weight that it has unless a run is given another. One that must be
/// kept has no weight.
public enum Criterion {
  /// A cell that serves villages, or could hold meetings before, has the official members for it;
  /// so has a new joint one.
  MEETING_VALID(PlanKind.VILLAGES, null),
  /// A new joint cell serves the village where it has its seat.
  SEAT_SERVED(PlanKind.VILLAGES, null),
  /// Kilometres from the villages to their cells.
  DISTANCE(PlanKind.VILLAGES, 1),
  /// Villages of which it is not known how far it is.
  DISTANCE_UNKNOWN(PlanKind.VILLAGES, 10),
  /// Villages that go to another cell than they have: each needs a decision, and people move.
  MOVED(PlanKind.VILLAGES, 4),
  /// Pairs of villages that meet in one cell.
  MANY_VILLAGES(PlanKind.VILLAGES, 2),
  /// Joint cells that are founded: each needs a decision, a secretary, and someone in charge.
  FOUNDED(PlanKind.VILLAGES, 10),

  /// Nobody is in charge of the cell that reviews them.
  OWN_CELL(PlanKind.CHARGE, null),
  /// Cells whose members are mostly of another people than the one in charge.
  LANGUAGE(PlanKind.CHARGE, 6),
  /// Kilometres from where the one in charge lives to the cells.
  NEARNESS(PlanKind.CHARGE, 1),
  /// Pairs of cells of one person.
  LOAD(PlanKind.CHARGE, 5),
  /// Cells of someone who was never in charge of a cell and held no office in one.
  EXPERIENCE(PlanKind.CHARGE, 3),
  /// Cells that are handed over to someone else.
  HANDED_OVER(PlanKind.CHARGE, 4);

  static final BigDecimal MOST = BigDecimal.valueOf(1000);

  private final PlanKind kind;
  private final @Nullable BigDecimal weight;

  Criterion(PlanKind kind, @Nullable Integer weight) {
    this.kind = kind;
    this.weight = weight == null ? null : BigDecimal.valueOf(weight);
  }

  public static List<Criterion> of(PlanKind kind) {
    return Arrays.stream(values()).filter(criterion -> criterion.kind == kind).toList();
  }

  /// Its name to the solver, in keys of messages and fields of forms.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isMust() {
    return weight == null;
  }

  /// What can be weighed against each other, with the weights that are meant to fit most communes.
  static Map<Criterion, BigDecimal> weights(PlanKind kind) {
    Map<Criterion, BigDecimal> weights = new TreeMap<>();
    for (Criterion criterion : of(kind)) {
      if (criterion.weight != null) {
        weights.put(criterion, criterion.weight);
      }
    }
    return weights;
  }

  /// What one of it costs, to begin with.
  HardSoftBigDecimalScore cost() {
    return weight == null
        ? HardSoftBigDecimalScore.ONE_HARD
        : HardSoftBigDecimalScore.ofSoft(weight);
  }
}
