package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;

/// Cards, and badges by party age.
final class HonourRules {

  private static final int LONG = 70;

  private HonourRules() {}

  static void judge(Judgement j) {
    j.require(WayRules.isOpen(j.way, j.step.kind()), "way.refusal.notNow");
    switch (j.step.kind()) {
      case CARD_ISSUED -> {
        j.require(j.step.number() != null, "way.refusal.noNumber");
        j.rule(Rule.CARD_WITH);
      }
      case BADGE -> badge(j, earliest(j));
      case BADGE_POSTHUMOUS -> badge(j, j.rule(Rule.BADGE_POSTHUMOUS));
      default -> {}
    }
  }

  /// How many months early a badge may be given; where a reason is told for it. Where no rule is
  /// known for the day, it is not refused for being early.
  private static Optional<RuleValue> earliest(Judgement j) {
    if (j.step.reason() == null) {
      return Optional.empty();
    }
    return j.rule(years(j) >= LONG ? Rule.BADGE_EARLY_FROM_70 : Rule.BADGE_EARLY);
  }

  private static int years(Judgement j) {
    return Integer.parseInt(Objects.requireNonNullElse(j.step.form(), "0"));
  }

  private static void badge(Judgement j, Optional<RuleValue> early) {
    int years = years(j);
    j.byRule(
        Rule.BADGE_YEARS,
        value -> value.words().contains(String.valueOf(years)),
        "way.refusal.noSuchBadge",
        years);
    j.require(!j.way.badges().contains(years), "way.refusal.hasBadge", years);
    boolean claimed = j.step.reason() != null || j.step.kind() == StepKind.BADGE_POSTHUMOUS;
    if (claimed && early.isEmpty()) {
      return;
    }
    j.way
        .partyAgeFrom()
        .ifPresent(from -> {
          LocalDate day = j.step.day().plusMonths(early.map(RuleValue::integer).orElse(0));
          j.byRule(
              Rule.PARTY_AGE_START,
              _ -> !reached(from, years).isAfter(day),
              "way.refusal.partyAge",
              years,
              reached(from, years));
        });
  }

  /// The day on which a party age is certainly reached.
  static LocalDate reached(PartialDate from, int years) {
    return from.last().plusYears(years);
  }
}
