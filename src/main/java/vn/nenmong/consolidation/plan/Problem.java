package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is known of a commune before its plan is made.
interface Problem {

  PlanKind kind();

  /// Where nothing has been decided yet but what is fixed.
  ///
  /// @param weights of the constraints that can be weighed
  /// @param ruledOut what must not be chosen for some
  Plan plan(Map<Criterion, BigDecimal> weights, Map<UUID, Set<UUID>> ruledOut);

  /// Where everything is placed.
  Plan with(Map<Criterion, BigDecimal> weights, Map<UUID, UUID> chosen);

  /// Where a village or cell was before.
  List<UUID> before(UUID of);

  @Nullable BigDecimal kilometres(UUID of, UUID chosen);

  /// What speaks for a choice.
  List<Reason> reasons(UUID of, UUID chosen);

  /// Whether there is nothing to decide, or nothing to choose from.
  boolean isEmpty();

  /// Nothing is as near, as far as it is known.
  static boolean isNearest(Map<UUID, BigDecimal> kilometres, UUID chosen) {
    BigDecimal own = kilometres.get(chosen);
    return own != null && kilometres.values().stream().allMatch(other -> own.compareTo(other) <= 0);
  }

  /// The longest way that is known; null where none is.
  static <T> @Nullable BigDecimal farthest(
      List<T> all, Function<T, Map<UUID, BigDecimal>> kilometres) {
    return all.stream()
        .flatMap(one -> kilometres.apply(one).values().stream())
        .max(BigDecimal::compareTo)
        .orElse(null);
  }

  static ConstraintWeightOverrides<HardSoftBigDecimalScore> overrides(
      Map<Criterion, BigDecimal> weights) {
    Map<String, HardSoftBigDecimalScore> scores = new HashMap<>();
    weights.forEach((criterion, weight) ->
        scores.put(criterion.code(), HardSoftBigDecimalScore.ofSoft(weight)));
    return ConstraintWeightOverrides.of(scores);
  }

  /// All that may be chosen: where everything is ruled out, or something is fixed, everything.
  static <V> List<V> possible(
      List<V> all, Function<V, UUID> id, @Nullable Set<UUID> ruledOut, @Nullable UUID fixed) {
    if (ruledOut == null || fixed != null) {
      return all;
    }
    List<V> left = all.stream().filter(value -> !ruledOut.contains(id.apply(value))).toList();
    return left.isEmpty() ? all : left;
  }

  /// The fixed value, where there is one that can be chosen.
  static <V> @Nullable V fixed(List<V> all, Function<V, UUID> id, @Nullable UUID fixed) {
    return all.stream().filter(value -> id.apply(value).equals(fixed)).findFirst().orElse(null);
  }
}
