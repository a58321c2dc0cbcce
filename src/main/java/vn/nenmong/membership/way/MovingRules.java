package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.Objects;
import vn.nenmong.rule.Rule;

/// Transfers, stays elsewhere and exemption.
final class MovingRules {

  private MovingRules() {}

  static void judge(Judgement j) {
    j.require(WayRules.isOpen(j.way, j.step.kind()), "way.refusal.notNow");
    switch (j.step.kind()) {
      case TRANSFER_WITHIN -> {
        j.require(j.step.cell() != null && j.around.cellIsThere(), "way.refusal.noCell");
        j.require(!Objects.equals(j.step.cell(), j.way.cell()), "way.refusal.sameCell");
      }
      case TRANSFER_IN, GUEST_IN ->
          j.require(j.step.cell() != null && j.around.cellIsThere(), "way.refusal.noCell");
      case TRANSFER_ARRIVED ->
          j.way
              .openLetter()
              .ifPresent(letter ->
                  j.require(
                      !j.step.day().isBefore(letter.day()),
                      "way.refusal.beforeLetter",
                      letter.day()));
      default -> {}
    }
    if (j.step.kind() == StepKind.TEMPORARY_OUT || j.step.kind() == StepKind.GUEST_IN) {
      temporary(j);
    }
    LocalDate until = j.step.until();
    j.require(until == null || !until.isBefore(j.step.day()), "way.refusal.untilBefore");
  }

  /// Three months to less than a year; for study to two years.
  private static void temporary(Judgement j) {
    LocalDate until = j.step.until();
    j.require(until != null, "way.refusal.noUntil");
    if (until == null) {
      return;
    }
    LocalDate end = until.plusDays(1);
    j.byRule(
        Rule.TRANSFER_TEMPORARY_LEAST,
        value -> !j.step.day().plusMonths(value.integer()).isAfter(end),
        "way.refusal.tooShort");
    if (j.step.hasForm("study")) {
      j.byRule(
          Rule.TRANSFER_STUDY_MOST,
          value -> !j.step.day().plusMonths(value.integer()).isBefore(end),
          "way.refusal.tooLong");
    } else {
      j.byRule(
          Rule.TRANSFER_TEMPORARY_MOST,
          value -> j.step.day().plusMonths(value.integer()).isAfter(until),
          "way.refusal.tooLong");
    }
  }
}
