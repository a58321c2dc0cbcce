package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.Optional;
import vn.nenmong.rule.Deadline;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.Rulebook;

/// From the ceremony to official membership. Probation is not prolonged: at its end the cell
/// recognises, or proposes to strike the name.
final class RecognitionRules {

  private RecognitionRules() {}

  static void judge(Judgement j) {
    Way way = j.way;
    j.require(way.phase() == Phase.PROBATIONARY, "way.refusal.notProbationary");
    if (j.step.kind().asks(Ask.OUTCOME)) {
      AdmissionRules.notAfter(j, j.step.kind());
    }
    switch (j.step.kind()) {
      case PROBATION_HELPER ->
          j.around.people().forEach(member -> AdmissionRules.official(j, member));
      case RECOGNITION_CELL -> {
        afterProbation(j);
        j.unlessAllowed(
            Rule.RECOGNITION_CLASS,
            value ->
                !value.says("REQUIRED")
                    || way.last(StepKind.NEW_MEMBER_CLASS).isPresent()
                    || !j.step.isCarried(),
            "way.refusal.noNewMemberClass");
        j.majority(Rule.VOTE_RECOGNISE_CELL);
        j.electorate();
      }
      case RECOGNITION_COMMITTEE -> {
        AdmissionRules.carriedBefore(j, StepKind.RECOGNITION_CELL, Rule.VOTE_RECOGNISE_CELL);
        j.majority(Rule.VOTE_RECOGNISE_COMMITTEE);
        AdmissionRules.committee(j, Rule.VOTE_RECOGNISE_COMMITTEE);
      }
      case RECOGNITION_EXTENSION -> {
        AdmissionRules.carriedBefore(j, StepKind.RECOGNITION_CELL, Rule.VOTE_RECOGNISE_CELL);
        j.require(
            way.last(StepKind.RECOGNITION_EXTENSION).isEmpty(), "way.refusal.extendedAlready");
      }
      case RECOGNITION_DECISION -> {
        AdmissionRules.carriedBefore(j, StepKind.RECOGNITION_CELL, Rule.VOTE_RECOGNISE_CELL);
        AdmissionRules.carriedBefore(
            j, StepKind.RECOGNITION_COMMITTEE, Rule.VOTE_RECOGNISE_COMMITTEE);
        AdmissionRules.authority(j, Rule.VOTE_RECOGNISE_DECISION);
        AdmissionRules.received(j);
      }
      default -> {}
    }
  }

  /// The cell's resolution is dated after the end of probation.
  private static void afterProbation(Judgement j) {
    Optional<LocalDate> admitted = j.way.admissionDay();
    if (admitted.isEmpty()) {
      return;
    }
    Optional<Deadline> probation = Limits.probation(admitted.get(), j.rules());
    probation.ifPresent(limit -> {
      LocalDate end = limit.due();
      if (end != null && j.step.day().isBefore(end)) {
        j.refuse(limit.rule(), false, "way.refusal.probation", end);
      }
    });
  }

  /// The day as of which someone is official who is recognised by a decision: the end of probation,
  /// however late it comes; that of the decision where the end is not known.
  static LocalDate officialFrom(Way way, LocalDate decision, Rulebook rules) {
    return way.admissionDay()
        .filter(_ ->
            rules
                .on(decision, Rule.RECOGNITION_AS_OF)
                .map(value -> value.value().equals("END_OF_PROBATION"))
                .orElse(true))
        .flatMap(day -> Limits.probation(day, rules))
        .map(Deadline::due)
        .orElse(decision);
  }
}
