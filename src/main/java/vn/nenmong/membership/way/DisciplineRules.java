package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;

/// Discipline: its forms, and the votes that each needs. The program never proposes any.
final class DisciplineRules {

  private DisciplineRules() {}

  static void judge(Judgement j) {
    j.require(WayRules.isOpen(j.way, j.step.kind()), "way.refusal.notNow");
    switch (j.step.kind()) {
      case DISCIPLINE_CELL -> {
        form(j);
        j.majority(j.step.hasForm("expulsion") ? Rule.DISCIPLINE_VOTE_EXPEL : Rule.DISCIPLINE_VOTE);
        j.electorate();
      }
      case DISCIPLINE_DECISION -> decision(j);
      case SUSPENSION -> {
        LocalDate until = j.step.until();
        j.require(until == null || !until.isBefore(j.step.day()), "way.refusal.untilBefore");
      }
      default -> {}
    }
  }

  private static void form(Judgement j) {
    Rule forms =
        j.way.phase() == Phase.OFFICIAL
            ? Rule.DISCIPLINE_FORMS_OFFICIAL
            : Rule.DISCIPLINE_FORMS_PROBATIONARY;
    j.require(j.step.form() != null, "way.refusal.noForm");
    j.byRule(forms, value -> allows(value, j.step), "way.refusal.form");
  }

  private static boolean allows(RuleValue forms, Step step) {
    return step.form() == null || forms.words().contains(step.form().toUpperCase(Locale.ROOT));
  }

  /// Removal and expulsion are decided above the cell, after its vote; where that did not reach its
  /// majority the file goes upward too.
  private static void decision(Judgement j) {
    form(j);
    AdmissionRules.received(j);
    Optional<Step> vote =
        j.way
            .last(StepKind.DISCIPLINE_CELL)
            .filter(step -> step.hasForm(j.step.form() == null ? "" : j.step.form()));
    if (j.step.hasForm("expulsion")) {
      j.require(vote.isPresent(), "way.refusal.without.discipline_cell");
      j.majority(Rule.DISCIPLINE_VOTE_EXPEL_SUPERIOR);
    } else if (j.step.votes() != null) {
      j.majority(Rule.DISCIPLINE_VOTE);
    }
    vote.ifPresent(step ->
        j.require(
            !j.step.day().isBefore(step.day()),
            "way.refusal.laterThan.discipline_cell",
            step.day()));
  }
}
