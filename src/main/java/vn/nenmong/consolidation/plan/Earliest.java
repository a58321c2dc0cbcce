package vn.nenmong.consolidation.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.membership.way.Limits;
import vn.nenmong.membership.way.Phase;
import vn.nenmong.membership.way.Way;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// The first day on which a candidate or probationary member could be an official member, were
/// everything done as soon as the rules let it be.
final class Earliest {

  private Earliest() {}

  /// @param born of a month or year alone: its first day, for it may have been that
  /// @return nothing where no rule or date tells
  static Optional<LocalDate> official(
      Way way, @Nullable PartialDate born, LocalDate today, Rulebook rules) {
    if (way.phase() == Phase.PROBATIONARY) {
      return admitted(way).flatMap(day -> afterProbation(day, today, rules));
    }
    return way.phase() == Phase.CANDIDATE
        ? afterProbation(admission(way, born, today, rules), today, rules)
        : Optional.empty();
  }

  /// Of a month or year alone its last day: not too early.
  private static Optional<LocalDate> admitted(Way way) {
    return Optional.ofNullable(way.registered().membership().admitted()).map(PartialDate::last);
  }

  /// Today, or when they are old enough, or when who was a member before may come back.
  private static LocalDate admission(
      Way way, @Nullable PartialDate born, LocalDate today, Rulebook rules) {
    Optional<LocalDate> old =
        Optional.ofNullable(born)
            .flatMap(day -> after(rules, Rule.ADMIT_AGE_LEAST, day.first(), today))
            .map(day -> day.withDayOfMonth(1));
    Optional<LocalDate> back =
        way.leftOn().flatMap(left -> after(rules, Rule.READMIT_AFTER, left, today));
    return Stream.of(Optional.of(today), old, back)
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo)
        .orElse(today);
  }

  private static Optional<LocalDate> after(
      Rulebook rules, Rule months, LocalDate start, LocalDate today) {
    return rules.on(today, months).map(RuleValue::integer).map(start::plusMonths);
  }

  private static Optional<LocalDate> afterProbation(
      LocalDate admitted, LocalDate today, Rulebook rules) {
    return Limits.probation(admitted, rules)
        .flatMap(limit -> Optional.ofNullable(limit.due()))
        .map(day -> day.isBefore(today) ? today : day);
  }
}
