package vn.nenmong.consolidation.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long is looked for one plan.
///
/// @param moves that are tried
/// @param longest time in any case; null where only moves count, so that the same is found each
///   time
record Effort(long moves, @Nullable Duration longest) {

  /// For someone who waits: the best and two others in a few seconds.
  static final Effort PATIENT = new Effort(100_000, Duration.ofSeconds(2));

  /// For one of several that are compared with the best.
  Effort ofOthers() {
    return new Effort(moves / 4, longest == null ? null : longest.dividedBy(4));
  }
}
