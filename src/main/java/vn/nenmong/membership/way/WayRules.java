package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.nenmong.rule.Rulebook;

/// Decides on one step more of someone's way, by the rules of the day on which it happened.
public final class WayRules {

  /// May have been done before someone came on the list.
  private static final Set<StepKind> BEFORE_LISTING =
      EnumSet.of(
          StepKind.HELPERS,
          StepKind.CLASS,
          StepKind.APPLICATION,
          StepKind.CV,
          StepKind.VERIFICATION,
          StepKind.OPINIONS);

  /// Whatever was so must have been so for a day at least.
  private static final Set<StepKind> ENDING =
      EnumSet.of(
          StepKind.CEREMONY,
          StepKind.WITHDRAWN,
          StepKind.TRANSFER_OUT,
          StepKind.STRIKE_DECISION,
          StepKind.RESIGNATION,
          StepKind.DEATH,
          StepKind.DISCIPLINE_DECISION);

  private WayRules() {}

  /// @param way their steps so far
  /// @return accepted, or every reason against it at once
  public static Decision decide(Way way, Step step, Rulebook rules, Around around) {
    Judgement judgement = new Judgement(way, step, rules, around);
    judgement.require(!step.day().isAfter(around.today()), "way.refusal.future");
    way.lastChange()
        .filter(_ -> !BEFORE_LISTING.contains(step.kind()))
        .ifPresent(
            day -> judgement.require(!step.day().isBefore(day), "way.refusal.beforeChange", day));
    LocalDate since = way.registered().since();
    if (since != null && ENDING.contains(step.kind())) {
      judgement.require(step.day().isAfter(since), "way.refusal.sameDay", since);
    }
    switch (step.kind().group()) {
      case ADMISSION -> AdmissionRules.judge(judgement);
      case PROBATION -> RecognitionRules.judge(judgement);
      case MOVING -> MovingRules.judge(judgement);
      case LEAVING -> LeavingRules.judge(judgement);
      case DISCIPLINE -> DisciplineRules.judge(judgement);
      case HONOUR -> HonourRules.judge(judgement);
      case REGISTER -> {}
    }
    return judgement.decision();
  }

  /// A step with what follows for it from the rules: someone is official as of the day on which
  /// probation ended, however late they are recognised.
  public static Step complete(Way way, Step step, Rulebook rules) {
    return step.kind() == StepKind.RECOGNITION_DECISION && step.isCarried()
        ? step.until(RecognitionRules.officialFrom(way, step.day(), rules))
        : step;
  }

  private static boolean isPutOut(Way way) {
    StepKind by = way.registered().membership().leftBy();
    return by == StepKind.STRIKE_DECISION || by == StepKind.DISCIPLINE_DECISION;
  }

  /// Whether someone's phase allows a kind of step at all: what a page offers.
  public static boolean isOpen(Way way, StepKind kind) {
    Phase phase = way.phase();
    return switch (kind) {
      case REGISTERED -> false;
      case HELPERS,
          CLASS,
          APPLICATION,
          CV,
          VERIFICATION,
          OPINIONS,
          CELL_RESOLUTION,
          WITHDRAWN,
          DOSSIER_MOVED ->
          phase == Phase.CANDIDATE;
      case SUB_COMMITTEE_REPORT, COMMITTEE_RESOLUTION ->
          phase == Phase.CANDIDATE && way.carried(StepKind.CELL_RESOLUTION).isPresent();
      case ADMISSION_EXTENSION, ADMISSION_DECISION ->
          phase == Phase.CANDIDATE && way.carried(StepKind.CELL_RESOLUTION).isPresent();
      case CEREMONY ->
          phase == Phase.CANDIDATE && way.carried(StepKind.ADMISSION_DECISION).isPresent();
      case MEMBER_CV, PROBATION_HELPER, NEW_MEMBER_CLASS -> phase == Phase.PROBATIONARY;
      case RECOGNITION_CELL ->
          phase == Phase.PROBATIONARY && way.carried(StepKind.RECOGNITION_CELL).isEmpty();
      case RECOGNITION_COMMITTEE, RECOGNITION_EXTENSION, RECOGNITION_DECISION ->
          phase == Phase.PROBATIONARY
              && way.carried(StepKind.RECOGNITION_CELL).isPresent()
              && way.carried(kind).isEmpty();
      case TRANSFER_WITHIN,
          TRANSFER_OUT,
          STRIKE_CELL,
          RESIGNATION,
          DEATH,
          DISCIPLINE_CELL,
          DISCIPLINE_DECISION ->
          phase.isMember();
      case TRANSFER_ARRIVED -> way.openLetter().isPresent();
      case TRANSFER_IN ->
          phase == Phase.GONE && way.registered().membership().leftBy() == StepKind.TRANSFER_OUT;
      case TEMPORARY_OUT -> phase.isMember() && way.open(StepKind.TEMPORARY_OUT).isEmpty();
      case TEMPORARY_OUT_END -> way.open(StepKind.TEMPORARY_OUT).isPresent();
      case GUEST_IN -> phase == Phase.OUTSIDE && way.open(StepKind.GUEST_IN).isEmpty();
      case GUEST_END -> way.open(StepKind.GUEST_IN).isPresent();
      case EXEMPTION -> phase.isMember() && !way.registered().membership().exempt();
      case EXEMPTION_END -> phase.isMember() && way.registered().membership().exempt();
      case STRIKE_COMMITTEE, STRIKE_DECISION ->
          phase.isMember() && way.last(StepKind.STRIKE_CELL).isPresent();
      case RESTORED -> phase == Phase.GONE && isPutOut(way);
      case DISCIPLINE_LIFTED -> phase.isMember() && !way.disciplines().isEmpty();
      case SUSPENSION -> phase.isMember() && way.open(StepKind.SUSPENSION).isEmpty();
      case SUSPENSION_END -> way.open(StepKind.SUSPENSION).isPresent();
      case CARD_ISSUED -> phase == Phase.OFFICIAL;
      case CARD_LOST -> phase == Phase.OFFICIAL && way.registered().membership().card() != null;
      case CARD_RETURNED ->
          phase == Phase.GONE
              && way.registered().membership().card() != null
              && (isPutOut(way) || way.registered().membership().leftBy() == StepKind.RESIGNATION);
      case BADGE -> phase == Phase.OFFICIAL;
      case BADGE_POSTHUMOUS ->
          phase == Phase.GONE && way.registered().membership().leftBy() == StepKind.DEATH;
    };
  }
}
