package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.membership.way.Due.What;
import vn.nenmong.membership.way.Due.Who;
import vn.nenmong.rule.Deadline;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Span;

/// What someone's way waits for, with the rule behind each day.
public final class Dues {

  private final Way way;
  private final Rulebook rules;
  private final List<Due> found = new ArrayList<>();

  private Dues(Way way, Rulebook rules) {
    this.way = way;
    this.rules = rules;
  }

  /// All of it but badges, which wait for a day of the year: see [Badges].
  public static List<Due> of(Way way, Rulebook rules) {
    Dues dues = new Dues(way, rules);
    switch (way.phase()) {
      case CANDIDATE -> dues.candidate();
      case PROBATIONARY -> dues.probationary();
      case OFFICIAL -> dues.official();
      case OUTSIDE, GONE -> {}
    }
    dues.anyone();
    return List.copyOf(dues.found);
  }

  private void candidate() {
    Optional<Step> decision = way.carried(StepKind.ADMISSION_DECISION);
    if (decision.isPresent()) {
      ceremony(decision.get());
    } else if (way.carried(StepKind.CELL_RESOLUTION).isPresent()) {
      Limits.admissionDecision(way, rules)
          .ifPresentOrElse(
              limit -> add(What.ADMISSION_DECISION, decides(limit.start()), limit.start(), limit),
              () -> {
                LocalDate voted = way.carried(StepKind.CELL_RESOLUTION).get().day();
                addWithout(What.ADMISSION_DECISION, decides(voted), voted);
              });
    } else {
      classCertificate();
    }
  }

  /// Whose decision is waited for, by the rule of a day.
  private Who decides(LocalDate day) {
    return rules.on(day, Rule.AUTHORITY_ADMIT).filter(AdmissionRules::isAbove).isPresent()
        ? Who.SUPERIOR
        : Who.COMMITTEE;
  }

  private void ceremony(Step decision) {
    Optional<Deadline> limit = Limits.ceremony(decision, rules);
    if (limit.isPresent()) {
      add(What.CEREMONY, Who.CELL, limit.get().start(), limit.get());
    } else if (decision.received() == null
        && rules.on(decision.day(), Rule.DEADLINE_CEREMONY).isPresent()) {
      addWithout(What.DECISION_ARRIVES, decides(decision.day()), decision.day());
    } else {
      addWithout(What.CEREMONY, Who.CELL, decision.day());
    }
  }

  /// By the rule of the class's day; for a class before the first that is known, by that one, as it
  /// will be asked on the day of the vote.
  private void classCertificate() {
    PartialDate taken = way.registered().candidature().classTaken();
    if (taken == null) {
      return;
    }
    rules
        .on(taken.last(), Rule.ADMIT_CLASS_CERTIFICATE)
        .or(() ->
            rules.history(Rule.ADMIT_CLASS_CERTIFICATE.code()).stream()
                .filter(rule ->
                    rule.valid().from() != null && rule.valid().from().isAfter(taken.last()))
                .findFirst())
        .ifPresent(rule ->
            addUntil(
                What.CLASS_EXPIRES,
                Who.CELL,
                taken.last(),
                rule,
                new Span(rule.integer(), Span.Unit.MONTHS)));
  }

  private void probationary() {
    Optional<LocalDate> ceremony = way.admissionDay();
    if (way.last(StepKind.MEMBER_CV).isEmpty()
        && ceremony.isPresent()
        && way.last(StepKind.CEREMONY).isPresent()) {
      rules
          .deadline(Rule.DEADLINE_NEW_MEMBER_CV, ceremony.get())
          .ifPresent(limit -> add(What.MEMBER_CV, Who.PERSON, limit.start(), limit));
    }
    LocalDate end =
        ceremony.flatMap(day -> Limits.probation(day, rules)).map(Deadline::due).orElse(null);
    if (way.carried(StepKind.RECOGNITION_CELL).isPresent()) {
      Limits.recognitionDecision(way, rules)
          .ifPresentOrElse(
              limit -> add(What.RECOGNITION_DECISION, decides(limit.start()), limit.start(), limit),
              () -> {
                LocalDate voted = way.carried(StepKind.RECOGNITION_CELL).get().day();
                addWithout(What.RECOGNITION_DECISION, decides(voted), voted);
              });
      return;
    }
    if (end == null) {
      addWithout(What.RECOGNITION_CELL, Who.CELL, null);
      return;
    }
    Limits.recognitionByCell(end, rules)
        .ifPresentOrElse(
            limit -> add(What.RECOGNITION_CELL, Who.CELL, end, limit),
            () -> addWithout(What.RECOGNITION_CELL, Who.CELL, end));
    if (way.last(StepKind.NEW_MEMBER_CLASS).isEmpty() && way.last(StepKind.CEREMONY).isPresent()) {
      rules
          .on(end, Rule.RECOGNITION_CLASS)
          .filter(rule -> rule.says("REQUIRED"))
          .ifPresent(_ ->
              found.add(
                  new Due(What.NEW_MEMBER_CLASS, Who.COMMITTEE, ceremony.orElse(null), end, null)));
    }
  }

  private void official() {
    Registered.Membership membership = way.registered().membership();
    LocalDate decided = membership.recognitionDecided();
    if (membership.card() == null && way.last(StepKind.RECOGNITION_DECISION).isPresent()) {
      Optional<RuleValue> rule =
          Optional.ofNullable(decided).flatMap(day -> rules.on(day, Rule.CARD_WITH));
      addWithout(What.CARD, Who.COMMITTEE, rule.map(membership::cardFrom).orElse(decided));
    }
  }

  private void anyone() {
    way.openLetter().ifPresent(this::transfer);
    way.disciplines().forEach(this::complaint);
    ends(StepKind.TEMPORARY_OUT, What.TEMPORARY_ENDS, Who.CELL);
    ends(StepKind.GUEST_IN, What.GUEST_ENDS, Who.CELL);
    ends(StepKind.EXEMPTION, What.EXEMPTION_ENDS, Who.CELL);
    ends(StepKind.SUSPENSION, What.SUSPENSION_ENDS, Who.COMMITTEE);
  }

  /// The letter is handed in within one limit, which runs from it; all of the transfer is done
  /// within another, which runs from the day on which the decision to move or the new home took
  /// effect.
  private void transfer(Step letter) {
    addFrom(letter.day(), Rule.TRANSFER_PRESENT, What.LETTER_CONFIRMED, Who.COMMITTEE);
    addFrom(letter.effective(), Rule.TRANSFER, What.TRANSFER_DONE, Who.PERSON);
  }

  /// Until when someone may complain of a decision, from the day on which they received it.
  private void complaint(Step decision) {
    LocalDate received = decision.received();
    Optional.ofNullable(received)
        .flatMap(day -> rules.deadline(Rule.DISCIPLINE_COMPLAINT, day))
        .ifPresent(limit -> add(What.COMPLAINT, Who.PERSON, received, limit));
  }

  private void addFrom(@Nullable LocalDate start, Rule rule, What what, Who who) {
    Optional.ofNullable(start)
        .flatMap(day -> rules.deadline(rule, day))
        .ifPresentOrElse(limit -> add(what, who, start, limit), () -> addWithout(what, who, start));
  }

  private void ends(StepKind begin, What what, Who who) {
    way.open(begin)
        .filter(step -> step.until() != null)
        .filter(_ -> begin == StepKind.GUEST_IN || way.phase().isMember())
        .ifPresent(step -> found.add(new Due(what, who, step.day(), step.until(), null)));
  }

  private void add(What what, Who who, @Nullable LocalDate since, Deadline limit) {
    found.add(new Due(what, who, since, limit.due(), limit));
  }

  private void addUntil(What what, Who who, LocalDate start, RuleValue rule, Span span) {
    Deadline limit = new Deadline(rule, start, span.from(start, rules.calendar()));
    found.add(new Due(what, who, start, limit.due(), limit));
  }

  /// No rule is known for the day, or it cannot be told when it begins.
  private void addWithout(What what, Who who, @Nullable LocalDate since) {
    found.add(new Due(what, who, since, null, null));
  }
}
