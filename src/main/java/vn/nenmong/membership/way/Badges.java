package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// Who is due a badge on which award day, by party age.
public final class Badges {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM");

  /// A badge that falls due.
  ///
  /// @param from day from which the party age counts, as far as it is known
  /// @param reached day on which the party age is reached
  /// @param award first award day on or after it
  public record Next(int years, PartialDate from, LocalDate reached, LocalDate award) {}

  private Badges() {}

  /// The first award day on or after a day, as the rule of that day has them.
  public static Optional<LocalDate> awardDay(LocalDate from, Rulebook rules) {
    return rules
        .on(from, Rule.BADGE_AWARD_DAYS)
        .flatMap(rule ->
            rule.words().stream()
                .map(word -> MonthDay.parse(word, DAY))
                .flatMap(
                    day -> Stream.of(day.atYear(from.getYear()), day.atYear(from.getYear() + 1)))
                .filter(day -> !day.isBefore(from))
                .min(Comparator.naturalOrder()));
  }

  /// The next badge of an official member whose party age is reached at the latest on a day.
  ///
  /// @param has those that they have
  /// @param until last award day that is looked for
  public static Optional<Next> next(
      Registered.Membership membership,
      Set<Integer> has,
      LocalDate from,
      LocalDate until,
      Rulebook rules) {
    PartialDate start = membership.partyAgeFrom(rules.on(until, Rule.PARTY_AGE_START));
    if (start == null) {
      return Optional.empty();
    }
    List<Integer> years =
        rules.on(until, Rule.BADGE_YEARS).map(RuleValue::words).orElse(Set.of()).stream()
            .map(Integer::valueOf)
            .sorted()
            .toList();
    for (int year : years) {
      LocalDate reached = HonourRules.reached(start, year);
      if (!has.contains(year) && !reached.isAfter(until)) {
        Optional<LocalDate> award = awardDay(reached, rules);
        if (award.isPresent() && !award.get().isBefore(from) && !award.get().isAfter(until)) {
          return Optional.of(new Next(year, start, reached, award.get()));
        }
      }
    }
    return Optional.empty();
  }
}
