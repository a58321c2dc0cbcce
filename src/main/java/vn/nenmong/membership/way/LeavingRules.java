package vn.nenmong.membership.way;

import vn.nenmong.rule.Rule;

/// Strike-off, resignation, death, and coming back.
final class LeavingRules {

  private LeavingRules() {}

  static void judge(Judgement j) {
    j.require(WayRules.isOpen(j.way, j.step.kind()), "way.refusal.notNow");
    switch (j.step.kind()) {
      case STRIKE_CELL -> {
        j.majority(Rule.VOTE_STRIKE_CELL);
        j.electorate();
      }
      case STRIKE_COMMITTEE -> {
        AdmissionRules.carriedBefore(j, StepKind.STRIKE_CELL, Rule.VOTE_STRIKE_CELL);
        j.majority(Rule.VOTE_STRIKE_COMMITTEE);
        AdmissionRules.committee(j, Rule.VOTE_STRIKE_COMMITTEE);
      }
      case STRIKE_DECISION -> {
        AdmissionRules.carriedBefore(j, StepKind.STRIKE_CELL, Rule.VOTE_STRIKE_CELL);
        AdmissionRules.carriedBefore(j, StepKind.STRIKE_COMMITTEE, Rule.VOTE_STRIKE_COMMITTEE);
        if (j.step.votes() != null) {
          j.majority(Rule.VOTE_STRIKE_DECISION);
        }
      }
      case RESTORED -> {
        j.require(j.around.cellIsThere(), "way.refusal.noCell");
        j.way
            .leftOn()
            .ifPresent(
                left -> j.require(!j.step.day().isBefore(left), "way.refusal.beforeLeft", left));
      }
      default -> {}
    }
  }
}
