package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;

/// Cards, and badges by party age.
final class HonourRules {

  private HonourRules() {}

  static void judge(Judgement j) {
    j.require(WayRules.isOpen(j.way, j.step.kind()), "way.refusal.notNow");
    switch (j.step.kind()) {
      case CARD_ISSUED -> {
        j.require(j.step.number() != null, "way.refusal.noNumber");
        card(j);
      }
      case BADGE -> badge(j, earliest(j));
      case BADGE_POSTHUMOUS -> badge(j, j.rule(Rule.BADGE_POSTHUMOUS));
      default -> {}
    }
  }

  /// A card is given with what the rule names, not before it.
  private static void card(Judgement j) {
    j.rule(Rule.CARD_WITH)
        .ifPresent(rule -> {
          LocalDate from = j.way.registered().membership().cardFrom(rule);
          if (from != null && j.step.day().isBefore(from)) {
            j.refuse(rule, false, "way.refusal.cardEarly", from);
          }
        });
  }

  /// How many months early a badge may be given; where a reason is told for it. Where no rule is
  /// known for the day, it is not refused for being early.
  private static Optional<RuleValue> earliest(Judgement j) {
    if (j.step.reason() == null) {
      return Optional.empty();
    }
    boolean great =
        j.rule(Rule.BADGE_GREAT).filter(least -> years(j) >= least.integer()).isPresent();
    return j.rule(great ? Rule.BADGE_EARLY_GREAT : Rule.BADGE_EARLY);
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
    Optional<RuleValue> start = j.rule(Rule.PARTY_AGE_START);
    PartialDate from = j.way.registered().membership().partyAgeFrom(start);
    if (start.isPresent() && from != null) {
      LocalDate latest = j.step.day().plusMonths(early.map(RuleValue::integer).orElse(0));
      LocalDate reached = reached(from, years);
      if (reached.isAfter(latest)) {
        j.refuse(start.get(), false, "way.refusal.partyAge", years, reached);
      }
    }
  }

  /// The day on which a party age is certainly reached.
  static LocalDate reached(PartialDate from, int years) {
    return from.last().plusYears(years);
  }
}
