package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.Optional;
import vn.nenmong.rule.Deadline;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Span;
import vn.nenmong.rule.WorkingDays;

/// Time limits of single steps, from the day on which they begin to run.
public final class Limits {

  private Limits() {}

  /// Of the decision of admission, from the cell's resolution; longer where it was extended.
  public static Optional<Deadline> admissionDecision(Way way, Rulebook rules) {
    return way.carried(StepKind.CELL_RESOLUTION)
        .flatMap(resolution ->
            extended(
                rules,
                Rule.DEADLINE_ADMIT_DECISION,
                Rule.DEADLINE_ADMIT_DECISION_EXTENSION,
                resolution.day(),
                way.last(StepKind.ADMISSION_EXTENSION).isPresent()));
  }

  /// Of the ceremony, from the day the rule of the decision's day names: that of the decision, or
  /// that on which it came. Nothing as long as it has not come.
  public static Optional<Deadline> ceremony(Step decision, Rulebook rules) {
    boolean fromReceipt =
        rules
            .on(decision.day(), Rule.DEADLINE_CEREMONY_START)
            .filter(start -> start.value().equals("RECEIVED"))
            .isPresent();
    LocalDate start = fromReceipt ? decision.received() : decision.day();
    return start == null
        ? Optional.empty()
        : rules
            .on(decision.day(), Rule.DEADLINE_CEREMONY)
            .flatMap(rule -> rule.span().map(span -> count(rules, rule, start, span)));
  }

  /// The rule by which the ceremony's time runs from the day on which the decision came, while that
  /// is not told.
  static Optional<RuleValue> untilReceipt(Step decision, Rulebook rules) {
    return rules
        .on(decision.day(), Rule.DEADLINE_CEREMONY_START)
        .filter(start -> start.value().equals("RECEIVED"))
        .filter(_ -> decision.received() == null);
  }

  /// The end of probation, from the day of the ceremony.
  public static Optional<Deadline> probation(LocalDate ceremony, Rulebook rules) {
    return rules.deadline(Rule.PROBATION, ceremony);
  }

  /// Of the cell's considering recognition, from the end of probation.
  public static Optional<Deadline> recognitionByCell(LocalDate probationEnd, Rulebook rules) {
    return rules.deadline(Rule.RECOGNITION_CELL, probationEnd);
  }

  /// Of the decision of recognition, from the cell's resolution.
  public static Optional<Deadline> recognitionDecision(Way way, Rulebook rules) {
    return way.carried(StepKind.RECOGNITION_CELL)
        .flatMap(resolution ->
            extended(
                rules,
                Rule.RECOGNITION_DECISION,
                Rule.RECOGNITION_DECISION_EXTENSION,
                resolution.day(),
                way.last(StepKind.RECOGNITION_EXTENSION).isPresent()));
  }

  private static Optional<Deadline> extended(
      Rulebook rules, Rule limit, Rule extension, LocalDate start, boolean extended) {
    return rules
        .on(start, limit)
        .flatMap(rule ->
            rule.span()
                .map(span ->
                    count(
                        rules,
                        rule,
                        start,
                        extended
                            ? rules
                                .on(start, extension)
                                .flatMap(more -> more.span())
                                .map(span::plus)
                                .orElse(span)
                            : span)));
  }

  private static Deadline count(Rulebook rules, RuleValue rule, LocalDate start, Span span) {
    WorkingDays.Reached reached = span.from(start, rules.calendar());
    return new Deadline(rule, start, reached);
  }
}
