package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.Deadline;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;

/// From the list of outstanding people to the ceremony.
final class AdmissionRules {

  /// Schooling, the least first.
  private static final List<String> SCHOOLING = StepKind.APPLICATION.forms();

  private AdmissionRules() {}

  static void judge(Judgement j) {
    Way way = j.way;
    j.require(way.phase() == Phase.CANDIDATE, "way.refusal.noCandidate");
    StepKind kind = j.step.kind();
    if (Way.DOSSIER.contains(kind) || kind == StepKind.CLASS) {
      notAfter(j, StepKind.CELL_RESOLUTION);
    } else if (kind.asks(Ask.OUTCOME)) {
      notAfter(j, kind);
    }
    switch (kind) {
      case HELPERS -> helpers(j);
      case APPLICATION -> {
        readmission(j);
        inOrder(j);
      }
      case CV, VERIFICATION, OPINIONS -> inOrder(j);
      case CELL_RESOLUTION -> cellResolution(j);
      case SUB_COMMITTEE_REPORT -> carriedBefore(j, StepKind.CELL_RESOLUTION, Rule.VOTE_ADMIT_CELL);
      case COMMITTEE_RESOLUTION -> {
        carriedBefore(j, StepKind.CELL_RESOLUTION, Rule.VOTE_ADMIT_CELL);
        j.majority(Rule.VOTE_ADMIT_COMMITTEE);
        committee(j, Rule.VOTE_ADMIT_COMMITTEE);
      }
      case ADMISSION_EXTENSION -> {
        carriedBefore(j, StepKind.CELL_RESOLUTION, Rule.VOTE_ADMIT_CELL);
        j.require(way.last(StepKind.ADMISSION_EXTENSION).isEmpty(), "way.refusal.extendedAlready");
      }
      case ADMISSION_DECISION -> decision(j);
      case CEREMONY -> ceremony(j);
      case DOSSIER_MOVED ->
          j.require(
              (j.step.cell() == null) != (j.step.place() == null) && j.around.cellIsThere(),
              "way.refusal.oneDestination");
      default -> {}
    }
  }

  /// Each is an official member, has been here long enough, and is not disciplined. Someone newer
  /// who takes the place of one who moved away is told as an exception, with its paper.
  private static void helpers(Judgement j) {
    boolean alone = !j.step.hasForm("two_members") && j.step.form() != null;
    long people = j.step.people().stream().distinct().count();
    j.byRule(
        Rule.ADMIT_INTRODUCERS,
        value -> people == (alone ? value.integer() - 1 : value.integer()),
        "way.refusal.introducers",
        people);
    for (Around.Member member : j.around.people()) {
      official(j, member);
      j.byRule(
          Rule.ADMIT_INTRODUCER_DISCIPLINE,
          value -> !value.says("YES") || !member.disciplined(),
          "way.refusal.helperDisciplined",
          member.name());
      LocalDate here = member.here();
      if (here != null) {
        j.unlessAllowed(
            Rule.ADMIT_INTRODUCER_TOGETHER,
            value -> !here.plusMonths(value.integer()).isAfter(j.step.day()),
            "way.refusal.helperTooNew",
            member.name());
      }
    }
  }

  static void official(Judgement j, Around.Member helper) {
    j.require(
        Rule.ADMIT_INTRODUCERS, helper.official(), "way.refusal.helperNotOfficial", helper.name());
  }

  /// Who was a member before waits, and comes back once.
  private static void readmission(Judgement j) {
    Optional<LocalDate> left = j.way.leftOn();
    if (left.isEmpty()) {
      return;
    }
    j.byRule(
        Rule.READMIT_AFTER,
        value -> !left.get().plusMonths(value.integer()).isAfter(j.step.day()),
        "way.refusal.readmitTooEarly",
        left.get());
    j.byRule(
        Rule.READMIT_TIMES,
        value -> j.way.readmissions() < value.integer(),
        "way.refusal.readmittedAlready");
  }

  private static void cellResolution(Judgement j) {
    Way way = j.way;
    Step step = j.step;
    LocalDate day = step.day();
    PartialDate born = j.around.born();
    if (born != null) {
      j.byRule(
          Rule.ADMIT_AGE_LEAST,
          value -> !month(born.first()).plusMonths(value.integer()).isAfter(month(day)),
          "way.refusal.tooYoung",
          born);
      j.unlessAllowed(
          Rule.ADMIT_AGE_MOST,
          value -> !month(born.last()).plusMonths(value.integer()).isBefore(month(day)),
          "way.refusal.tooOld",
          born);
    }
    readmission(j);
    classCertificate(j);
    order(j);
    schooling(j);
    for (Around.Member helper : j.around.people()) {
      official(j, helper);
      j.byRule(
          Rule.ADMIT_INTRODUCER_DISCIPLINE,
          value -> !value.says("YES") || !helper.disciplined(),
          "way.refusal.helperDisciplined",
          helper.name());
    }
    j.require(
        Rule.ADMIT_INTRODUCERS,
        !way.registered().candidature().helpers().isEmpty(),
        "way.refusal.noHelpers");
    j.unlessAllowed(
        Rule.VOTE_ADMIT_ATTEMPTS,
        value -> way.failedVotes() < value.integer(),
        "way.refusal.attempts",
        way.failedVotes());
    j.majority(Rule.VOTE_ADMIT_CELL);
    j.electorate();
  }

  private static void classCertificate(Judgement j) {
    PartialDate taken = j.way.registered().candidature().classTaken();
    j.byRule(Rule.ADMIT_CLASS_CERTIFICATE, _ -> taken != null, "way.refusal.noClass");
    if (taken != null) {
      j.byRule(
          Rule.ADMIT_CLASS_CERTIFICATE,
          value -> !taken.last().plusMonths(value.integer()).isBefore(j.step.day()),
          "way.refusal.classExpired",
          taken);
      j.require(!taken.first().isAfter(j.step.day()), "way.refusal.classLater", taken);
    }
  }

  /// All of the dossier that the rule names is there before the cell votes.
  private static void order(Judgement j) {
    j.rule(Rule.ADMIT_ORDER)
        .ifPresent(rule -> {
          List<StepKind> missing = j.way.missing();
          for (StepKind kind : dossier(rule)) {
            if (missing.contains(kind)) {
              j.refuse(rule, false, "way.refusal.missing." + kind.code());
            }
            j.way
                .last(kind)
                .filter(step -> step.day().isAfter(j.step.day()))
                .ifPresent(step ->
                    j.refuse(rule, false, "way.refusal.laterThan." + kind.code(), step.day()));
          }
        });
  }

  /// The steps of a dossier in their order.
  private static List<StepKind> dossier(RuleValue order) {
    return order.words().stream()
        .flatMap(word -> StepKind.of(word.toLowerCase(Locale.ROOT)).stream())
        .toList();
  }

  private static void schooling(Judgement j) {
    String schooling = j.way.last(StepKind.APPLICATION).map(Step::form).orElse(null);
    if (schooling == null) {
      return;
    }
    j.unlessAllowed(
        Rule.ADMIT_EDUCATION,
        value -> SCHOOLING.indexOf(schooling) >= SCHOOLING.indexOf(least(value)),
        "way.refusal.schooling");
  }

  private static String least(RuleValue value) {
    return switch (value.value()) {
      case "THCS_OR_EQUIV" -> "lower_secondary_equivalent";
      case "THCS_COMPLETED" -> "lower_secondary_completed";
      default -> "lower_secondary_diploma";
    };
  }

  private static void decision(Judgement j) {
    carriedBefore(j, StepKind.CELL_RESOLUTION, Rule.VOTE_ADMIT_CELL);
    carriedBefore(j, StepKind.COMMITTEE_RESOLUTION, Rule.VOTE_ADMIT_COMMITTEE);
    authority(j, Rule.VOTE_ADMIT_DECISION);
    received(j);
  }

  /// The body that was competent that day; where it had delegated, the whole committee votes.
  static void authority(Judgement j, Rule majority) {
    if (j.step.hasForm("delegated")) {
      j.byRule(Rule.AUTHORITY_ADMIT, AdmissionRules::isAbove, "way.refusal.noDelegation");
      j.majority(Rule.VOTE_ADMIT_DELEGATED);
      committee(j, Rule.VOTE_ADMIT_DELEGATED);
    } else {
      j.require(j.step.form() != null, "way.refusal.noBody");
      j.byRule(
          Rule.AUTHORITY_ADMIT,
          value -> value.value().equalsIgnoreCase(j.step.form()),
          "way.refusal.notCompetent");
      if (j.step.votes() != null) {
        j.majority(majority);
      }
    }
  }

  /// Whether the body that decides stands above the commune.
  static boolean isAbove(RuleValue authority) {
    return authority.value().equals("BTV_HUYEN_UY");
  }

  private static void ceremony(Judgement j) {
    Optional<Step> decided = j.way.carried(StepKind.ADMISSION_DECISION);
    j.require(Rule.AUTHORITY_ADMIT, decided.isPresent(), "way.refusal.noDecision");
    decided.ifPresent(decision -> {
      j.require(
          Rule.DEADLINE_CEREMONY,
          !j.step.day().isBefore(decision.day()),
          "way.refusal.beforeDecision",
          decision.day());
      Limits.untilReceipt(decision, j.rules())
          .ifPresent(start -> j.refuse(start, true, "way.refusal.notReceived"));
      Limits.ceremony(decision, j.rules())
          .flatMap(limit -> Optional.ofNullable(limit.due()).map(due -> new Late(limit, due)))
          .filter(late -> j.step.day().isAfter(late.due()))
          .ifPresent(
              late -> j.refuse(late.limit().rule(), true, "way.refusal.ceremonyLate", late.due()));
    });
  }

  private record Late(Deadline limit, LocalDate due) {}

  static void received(Judgement j) {
    LocalDate received = j.step.received();
    j.require(
        received == null
            || (!received.isBefore(j.step.day()) && !received.isAfter(j.around.today())),
        "way.refusal.receivedBefore");
  }

  /// @param rule of the vote
  static void committee(Judgement j, Rule rule) {
    Votes votes = j.step.votes();
    if (votes != null && j.around.committee() > 0) {
      j.require(
          rule,
          votes.entitled() <= j.around.committee(),
          "way.refusal.committee",
          votes.entitled(),
          j.around.committee());
    }
  }

  /// A step of the dossier comes after the one that the rule names before it.
  private static void inOrder(Judgement j) {
    j.rule(Rule.ADMIT_ORDER)
        .ifPresent(rule -> {
          List<StepKind> order = dossier(rule);
          int place = order.indexOf(j.step.kind());
          if (place > 0) {
            StepKind before = order.get(place - 1);
            boolean complete = j.way.registered().candidature().dossierCompleted() != null;
            if (j.way
                .last(before)
                .map(step -> step.day().isAfter(j.step.day()))
                .orElse(!complete)) {
              j.refuse(rule, false, "way.refusal.notBefore." + before.code());
            }
          }
        });
  }

  /// What a later step was built upon is not done again: that step is taken back first.
  static void notAfter(Judgement j, StepKind later) {
    j.require(j.way.carried(later).isEmpty(), "way.refusal.afterwards." + later.code());
  }

  /// @param rule by which the step before is voted on
  static void carriedBefore(Judgement j, StepKind before, Rule rule) {
    Optional<Step> carried = j.way.carried(before);
    j.require(rule, carried.isPresent(), "way.refusal.without." + before.code());
    carried.ifPresent(step ->
        j.require(
            rule,
            !j.step.day().isBefore(step.day()),
            "way.refusal.laterThan." + before.code(),
            step.day()));
  }

  private static YearMonth month(LocalDate day) {
    return YearMonth.from(day);
  }

  /// Whole months between two days.
  static long months(LocalDate from, LocalDate to) {
    return ChronoUnit.MONTHS.between(from, to);
  }
}
