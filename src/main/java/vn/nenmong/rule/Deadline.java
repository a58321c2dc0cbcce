package vn.nenmong.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a time limit makes of the day it begins on.
///
/// @param rule as it was on that day
/// @param reached its last day, and what was passed over on the way
public record Deadline(RuleValue rule, LocalDate start, WorkingDays.Reached reached) {

  /// The last day on which it is kept; null where it can't be counted.
  public @Nullable LocalDate due() {
    return reached.day();
  }
}
