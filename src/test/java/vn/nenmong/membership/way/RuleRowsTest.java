package vn.nenmong.membership.way;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nenmong.membership.way.MadeWay.candidate;
import static vn.nenmong.membership.way.MadeWay.gone;
import static vn.nenmong.membership.way.MadeWay.made;
import static vn.nenmong.membership.way.MadeWay.official;
import static vn.nenmong.membership.way.MadeWay.probationary;
import static vn.nenmong.membership.way.MadeWay.withDossier;
import static vn.nenmong.membership.way.StepKind.ADMISSION_DECISION;
import static vn.nenmong.membership.way.StepKind.ADMISSION_EXTENSION;
import static vn.nenmong.membership.way.StepKind.APPLICATION;
import static vn.nenmong.membership.way.StepKind.BADGE;
import static vn.nenmong.membership.way.StepKind.BADGE_POSTHUMOUS;
import static vn.nenmong.membership.way.StepKind.CELL_RESOLUTION;
import static vn.nenmong.membership.way.StepKind.CEREMONY;
import static vn.nenmong.membership.way.StepKind.COMMITTEE_RESOLUTION;
import static vn.nenmong.membership.way.StepKind.CV;
import static vn.nenmong.membership.way.StepKind.DEATH;
import static vn.nenmong.membership.way.StepKind.DISCIPLINE_CELL;
import static vn.nenmong.membership.way.StepKind.DISCIPLINE_DECISION;
import static vn.nenmong.membership.way.StepKind.HELPERS;
import static vn.nenmong.membership.way.StepKind.NEW_MEMBER_CLASS;
import static vn.nenmong.membership.way.StepKind.RECOGNITION_CELL;
import static vn.nenmong.membership.way.StepKind.RECOGNITION_COMMITTEE;
import static vn.nenmong.membership.way.StepKind.RECOGNITION_DECISION;
import static vn.nenmong.membership.way.StepKind.RECOGNITION_EXTENSION;
import static vn.nenmong.membership.way.StepKind.RESIGNATION;
import static vn.nenmong.membership.way.StepKind.STRIKE_CELL;
import static vn.nenmong.membership.way.StepKind.STRIKE_COMMITTEE;
import static vn.nenmong.membership.way.StepKind.STRIKE_DECISION;
import static vn.nenmong.membership.way.StepKind.TEMPORARY_OUT;
import static vn.nenmong.membership.way.StepKind.TRANSFER_OUT;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.Deadline;
import vn.nenmong.rule.Fraction;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Span;

/// Every row of every rule that decides something, on its first and its last day: what it still
/// allows, and what it no longer does. A rule without a probe here fails.
class RuleRowsTest {

  /// Tries both sides of the bound that a row sets.
  interface Probe {
    void tryOn(LocalDate day, RuleValue value);
  }

  private static final Rulebook RULES = TestRules.of(TestDatabase.create());

  private static final Map<Rule, Probe> PROBES = new EnumMap<>(Rule.class);

  static {
    PROBES.put(Rule.ADMIT_AGE_LEAST, RuleRowsTest::leastAge);
    PROBES.put(Rule.ADMIT_AGE_MOST, RuleRowsTest::greatestAge);
    PROBES.put(Rule.ADMIT_EDUCATION, RuleRowsTest::schooling);
    PROBES.put(Rule.ADMIT_CLASS_CERTIFICATE, RuleRowsTest::classCertificate);
    PROBES.put(Rule.ADMIT_INTRODUCERS, RuleRowsTest::introducers);
    PROBES.put(Rule.ADMIT_INTRODUCER_TOGETHER, RuleRowsTest::together);
    PROBES.put(Rule.ADMIT_INTRODUCER_DISCIPLINE, RuleRowsTest::disciplinedIntroducer);
    PROBES.put(Rule.ADMIT_ORDER, RuleRowsTest::order);
    PROBES.put(Rule.READMIT_AFTER, RuleRowsTest::readmitAfter);
    PROBES.put(Rule.READMIT_TIMES, RuleRowsTest::readmitTimes);
    PROBES.put(Rule.VOTE_ADMIT_CELL, (day, v) -> vote(withDossier(day), CELL_RESOLUTION, day, v));
    PROBES.put(
        Rule.VOTE_ADMIT_COMMITTEE,
        (day, v) ->
            vote(withDossier(day).carried(CELL_RESOLUTION, day), COMMITTEE_RESOLUTION, day, v));
    PROBES.put(
        Rule.VOTE_ADMIT_DECISION,
        (day, v) -> decisionVote(resolved(day), ADMISSION_DECISION, day, v));
    PROBES.put(Rule.VOTE_ADMIT_DELEGATED, RuleRowsTest::delegated);
    PROBES.put(Rule.VOTE_ADMIT_ATTEMPTS, RuleRowsTest::attempts);
    PROBES.put(Rule.VOTE_DENOMINATOR, RuleRowsTest::denominator);
    PROBES.put(
        Rule.VOTE_RECOGNISE_CELL, (day, v) -> vote(afterProbation(day), RECOGNITION_CELL, day, v));
    PROBES.put(
        Rule.VOTE_RECOGNISE_COMMITTEE,
        (day, v) ->
            vote(
                afterProbation(day).carried(RECOGNITION_CELL, day), RECOGNITION_COMMITTEE, day, v));
    PROBES.put(
        Rule.VOTE_RECOGNISE_DECISION,
        (day, v) -> decisionVote(recognisable(day), RECOGNITION_DECISION, day, v));
    PROBES.put(Rule.AUTHORITY_ADMIT, RuleRowsTest::authority);
    PROBES.put(Rule.DEADLINE_ADMIT_DECISION, RuleRowsTest::decisionLimit);
    PROBES.put(Rule.DEADLINE_ADMIT_DECISION_EXTENSION, RuleRowsTest::extendedDecision);
    PROBES.put(Rule.DEADLINE_CEREMONY, RuleRowsTest::ceremonyLimit);
    PROBES.put(Rule.DEADLINE_CEREMONY_START, RuleRowsTest::ceremonyStart);
    PROBES.put(Rule.DEADLINE_NEW_MEMBER_CV, RuleRowsTest::newMemberCv);
    PROBES.put(Rule.PROBATION, RuleRowsTest::probation);
    PROBES.put(Rule.RECOGNITION_CELL, RuleRowsTest::recognitionByCell);
    PROBES.put(Rule.RECOGNITION_DECISION, RuleRowsTest::recognitionDecision);
    PROBES.put(Rule.RECOGNITION_DECISION_EXTENSION, RuleRowsTest::extendedRecognition);
    PROBES.put(Rule.RECOGNITION_AS_OF, RuleRowsTest::recognisedAsOf);
    PROBES.put(Rule.RECOGNITION_CLASS, RuleRowsTest::newMemberClass);
    PROBES.put(Rule.PARTY_AGE_START, RuleRowsTest::partyAge);
    PROBES.put(Rule.TRANSFER, RuleRowsTest::transfer);
    PROBES.put(Rule.TRANSFER_PRESENT, RuleRowsTest::letter);
    PROBES.put(Rule.TRANSFER_TEMPORARY_LEAST, RuleRowsTest::shortestStay);
    PROBES.put(Rule.TRANSFER_TEMPORARY_MOST, RuleRowsTest::longestStay);
    PROBES.put(Rule.TRANSFER_STUDY_MOST, RuleRowsTest::longestStudy);
    PROBES.put(
        Rule.VOTE_STRIKE_CELL, (day, v) -> vote(official("2001-01-01"), STRIKE_CELL, day, v));
    PROBES.put(
        Rule.VOTE_STRIKE_COMMITTEE,
        (day, v) ->
            vote(official("2001-01-01").carried(STRIKE_CELL, day), STRIKE_COMMITTEE, day, v));
    PROBES.put(
        Rule.VOTE_STRIKE_DECISION,
        (day, v) ->
            vote(
                official("2001-01-01").carried(STRIKE_CELL, day).carried(STRIKE_COMMITTEE, day),
                STRIKE_DECISION,
                day,
                v));
    PROBES.put(
        Rule.DISCIPLINE_VOTE,
        (day, v) -> vote(official("2001-01-01"), DISCIPLINE_CELL, "warning", day, v));
    PROBES.put(
        Rule.DISCIPLINE_VOTE_EXPEL,
        (day, v) -> vote(official("2001-01-01"), DISCIPLINE_CELL, "expulsion", day, v));
    PROBES.put(Rule.DISCIPLINE_VOTE_EXPEL_SUPERIOR, RuleRowsTest::expulsion);
    PROBES.put(
        Rule.DISCIPLINE_FORMS_OFFICIAL, (day, v) -> forms(official("2001-01-01"), Set.of(), day));
    PROBES.put(
        Rule.DISCIPLINE_FORMS_PROBATIONARY,
        (day, v) -> forms(probationary(day.minusMonths(2)), Set.of("removal", "expulsion"), day));
    PROBES.put(Rule.DISCIPLINE_COMPLAINT, RuleRowsTest::complaint);
    PROBES.put(Rule.CARD_WITH, RuleRowsTest::card);
    PROBES.put(Rule.BADGE_YEARS, RuleRowsTest::badgeYears);
    PROBES.put(Rule.BADGE_AWARD_DAYS, RuleRowsTest::awardDays);
    PROBES.put(Rule.BADGE_EARLY, (day, v) -> early(30, "ốm nặng", BADGE, day, v));
    PROBES.put(Rule.BADGE_GREAT, RuleRowsTest::greatBadge);
    PROBES.put(Rule.BADGE_EARLY_GREAT, (day, v) -> early(70, "ốm nặng", BADGE, day, v));
    PROBES.put(Rule.BADGE_POSTHUMOUS, RuleRowsTest::posthumous);
    PROBES.put(Rule.CELL_OFFICIAL_LEAST, RuleRowsTest::smallestCell);
  }

  /// Asked of registers and papers and not of someone's way: tried by `DisciplinedTest`,
  /// `QualityTest`, `NaTongFiguresTest`, `AnnualReportTest`, `RulesTest`, `LeadershipTest`,
  /// `GrassrootsTest` and `CommuneCommitteeTest`.
  private static final Set<Rule> ELSEWHERE =
      EnumSet.of(
          Rule.DISCIPLINE_BLOCKS_EXCELLENT,
          Rule.DISCIPLINE_REMOVES_FROM_PLANNING,
          Rule.CELL_COMMITTEE_LEAST,
          Rule.CELL_COMMITTEE_MOST,
          Rule.CELL_DEPUTIES,
          Rule.GRASSROOTS_OFFICIAL_LEAST,
          Rule.GRASSROOTS_COMMITTEE_LEAST,
          Rule.COMMUNE_COMMITTEE_MOST,
          Rule.COMMUNE_COMMITTEE_MOST_OF_THREE,
          Rule.COMMUNE_COMMITTEE_MANY,
          Rule.COMMUNE_BOARD_LEAST,
          Rule.COMMUNE_BOARD_MOST,
          Rule.COMMUNE_BOARD_SHARE,
          Rule.COMMUNE_DEPUTIES_LEAST,
          Rule.COMMUNE_DEPUTIES_MOST,
          Rule.REVIEW_TOP_GRADE,
          Rule.LAYOUT_MARGINS,
          Rule.DATA_REQUEST_ANSWER,
          Rule.RETENTION_CANDIDATE,
          Rule.RETENTION_LEFT,
          Rule.VOTE_RESOLUTION,
          Rule.MEETING_QUORUM,
          Rule.MEETING_THEMATIC,
          Rule.MEETING_LEAVE_RUNNING);

  @Test
  void everyRuleThatDecidesIsTried() {
    Set<Rule> missing = EnumSet.allOf(Rule.class);
    missing.removeAll(PROBES.keySet());
    missing.removeAll(ELSEWHERE);
    assertThat(missing).isEmpty();
    assertThat(PROBES.keySet())
        .allSatisfy(rule -> assertThat(RULES.history(rule.code())).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> everyRowHoldsOnItsFirstAndItsLastDay() {
    return PROBES.entrySet().stream()
        .flatMap(probe ->
            RULES.history(probe.getKey().code()).stream()
                .flatMap(value -> tries(probe.getKey(), probe.getValue(), value)));
  }

  private static Stream<DynamicTest> tries(Rule rule, Probe probe, RuleValue value) {
    LocalDate first = value.valid().from();
    LocalDate last = value.valid().lastDay();
    return Stream.of(first, last == null ? LocalDate.of(2026, 8, 3) : last)
        .filter(day -> day != null && value.valid().contains(day))
        .distinct()
        .map(day ->
            DynamicTest.dynamicTest(rule.code() + " on " + day, () -> probe.tryOn(day, value)));
  }

  @TestFactory
  Stream<DynamicTest> beforeItsFirstRowARuleRefusesNothing() {
    return PROBES.keySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.code(),
                () -> {
                  LocalDate first =
                      Objects.requireNonNull(RULES.history(rule.code()).getFirst().valid().from());
                  assertThat(RULES.on(first.minusDays(1), rule)).isEmpty();
                }));
  }

  private static void allowed(MadeWay way, MadeStep step) {
    assertThat(way.decide(step, RULES).refusals()).isEmpty();
  }

  private static void refused(MadeWay way, MadeStep step, RuleValue by) {
    assertThat(way.decide(step, RULES).refusals())
        .extracting(Refusal::rule)
        .as(way.decide(step, RULES).refusals().toString())
        .contains(by);
  }

  private static MadeStep cellVote(LocalDate day) {
    return made(CELL_RESOLUTION, day).votes(9, 9).carried(true).form("secret");
  }

  private static MadeWay resolved(LocalDate day) {
    return withDossier(day).carried(CELL_RESOLUTION, day).carried(COMMITTEE_RESOLUTION, day);
  }

  private static MadeWay afterProbation(LocalDate day) {
    return probationary(day.minusMonths(12)).step(NEW_MEMBER_CLASS, day.minusMonths(1));
  }

  private static MadeWay recognisable(LocalDate day) {
    return afterProbation(day).carried(RECOGNITION_CELL, day).carried(RECOGNITION_COMMITTEE, day);
  }

  private static void leastAge(LocalDate day, RuleValue value) {
    LocalDate oldEnough = day.withDayOfMonth(1).minusMonths(value.integer());
    allowed(withDossier(day).born(oldEnough.plusDays(27).toString()), cellVote(day));
    refused(withDossier(day).born(oldEnough.plusMonths(1).toString()), cellVote(day), value);
    allowed(withDossier(day).born(String.valueOf(oldEnough.getYear())), cellVote(day));
  }

  private static void greatestAge(LocalDate day, RuleValue value) {
    LocalDate youngEnough = day.withDayOfMonth(1).minusMonths(value.integer());
    allowed(withDossier(day).born(youngEnough.toString()), cellVote(day));
    MadeWay tooOld = withDossier(day).born(youngEnough.minusDays(1).toString());
    refused(tooOld, cellVote(day), value);
    allowed(tooOld, cellVote(day).exception("05-CV/TU"));
  }

  private static void schooling(LocalDate day, RuleValue value) {
    List<String> all = APPLICATION.forms();
    String least =
        switch (value.value()) {
          case "THCS_OR_EQUIV" -> "lower_secondary_equivalent";
          case "THCS_COMPLETED" -> "lower_secondary_completed";
          default -> "lower_secondary_diploma";
        };
    for (String schooling : all) {
      MadeWay way = withDossier(day).step(APPLICATION, day, schooling);
      if (all.indexOf(schooling) >= all.indexOf(least)) {
        allowed(way, cellVote(day));
      } else {
        refused(way, cellVote(day), value);
        allowed(way, cellVote(day).exception("12-CV/TU"));
      }
    }
  }

  private static void classCertificate(LocalDate day, RuleValue value) {
    LocalDate oldest = day.minusMonths(value.integer());
    allowed(
        withDossier(day)
            .step(
                StepKind.CLASS,
                oldest.plusMonths(value.integer()).isBefore(day) ? oldest.plusDays(1) : oldest),
        cellVote(day));
    refused(withDossier(day).step(StepKind.CLASS, oldest.minusDays(1)), cellVote(day), value);
  }

  private static void introducers(LocalDate day, RuleValue value) {
    MadeWay way = candidate(day);
    MadeStep two = made(HELPERS, day).people(MadeWay.HELPER, MadeWay.SECOND).form("two_members");
    MadeStep one = made(HELPERS, day).people(MadeWay.HELPER).form("two_members");
    MadeStep union = made(HELPERS, day).people(MadeWay.HELPER).form("member_and_youth_union");
    allowed(way, two);
    allowed(way, union);
    refused(way, one, value);
    refused(way, two.form("member_and_trade_union"), value);
  }

  private static void together(LocalDate day, RuleValue value) {
    LocalDate since = day.minusMonths(value.integer());
    MadeStep step = made(HELPERS, day).people(MadeWay.HELPER, MadeWay.SECOND).form("two_members");
    Around.Member known = MadeWay.member(MadeWay.SECOND, "Cà Thị Bình");
    allowed(withoutHelpers(day).people(known, here(since)), step);
    refused(withoutHelpers(day).people(known, here(since.plusDays(3))), step, value);
    refused(candidate(day).people(known, here(since.plusDays(3))), step, value);
    allowed(
        candidate(day).people(known, here(since.plusDays(3))),
        step.exception("thay người đã chuyển đi"));
  }

  private static Around.Member here(LocalDate since) {
    return new Around.Member(MadeWay.HELPER, "Lò Văn An", true, false, since);
  }

  private static MadeWay withoutHelpers(LocalDate day) {
    return candidate(day).step(made(HELPERS, day));
  }

  private static void disciplinedIntroducer(LocalDate day, RuleValue value) {
    Around.Member disciplined =
        new Around.Member(MadeWay.HELPER, "Lò Văn An", true, true, LocalDate.of(2000, 1, 1));
    MadeStep step = made(HELPERS, day).people(MadeWay.HELPER, MadeWay.SECOND).form("two_members");
    Around.Member known = MadeWay.member(MadeWay.SECOND, "Cà Thị Bình");
    allowed(candidate(day), step);
    refused(candidate(day).people(known, disciplined), step, value);
    refused(withDossier(day).people(known, disciplined), cellVote(day), value);
  }

  private static void order(LocalDate day, RuleValue value) {
    refused(candidate(day), made(CV, day), value);
    allowed(candidate(day).step(APPLICATION, day, "upper_secondary"), made(CV, day));
    refused(
        candidate(day).step(APPLICATION, day.plusDays(1), "upper_secondary"), made(CV, day), value);
    refused(
        candidate(day).step(APPLICATION, day, "upper_secondary").step(CV, day),
        cellVote(day),
        value);
  }

  private static void readmitAfter(LocalDate day, RuleValue value) {
    LocalDate left = day.minusMonths(value.integer());
    MadeStep application = made(APPLICATION, day).form("upper_secondary");
    allowed(relisted(left, day), application);
    refused(relisted(left.plusDays(3), day), application, value);
  }

  private static MadeWay relisted(LocalDate left, LocalDate day) {
    MadeWay way = gone(left, RESIGNATION);
    return way.step(
        made(StepKind.REGISTERED, day.minusDays(1))
            .registered(
                new Registered(
                    Phase.CANDIDATE,
                    day.minusDays(1),
                    MadeWay.CELL,
                    Registered.Candidature.NONE,
                    way.way().registered().membership())));
  }

  private static void readmitTimes(LocalDate day, RuleValue value) {
    LocalDate first = day.minusYears(12);
    MadeWay way =
        relisted(first.minusYears(4), first)
            .carried(CELL_RESOLUTION, first)
            .carried(ADMISSION_DECISION, first)
            .step(CEREMONY, first)
            .step(RESIGNATION, first.plusYears(3));
    way.step(
        made(StepKind.REGISTERED, day.minusDays(1))
            .registered(
                new Registered(
                    Phase.CANDIDATE,
                    day.minusDays(1),
                    MadeWay.CELL,
                    Registered.Candidature.NONE,
                    way.way().registered().membership())));
    assertThat(way.way().readmissions()).isEqualTo(value.integer());
    refused(way, made(APPLICATION, day).form("upper_secondary"), value);
    allowed(relisted(first, day), made(APPLICATION, day).form("upper_secondary"));
  }

  private static void vote(MadeWay way, StepKind kind, LocalDate day, RuleValue value) {
    vote(way, kind, null, day, value);
  }

  /// With any number who have a vote, the least that carries and one less.
  private static void vote(
      MadeWay way, StepKind kind, @Nullable String form, LocalDate day, RuleValue value) {
    Fraction majority = value.fraction().orElseThrow();
    for (int entitled : List.of(3, 8, 9, 15)) {
      int needed = majority.needed(entitled);
      way.cell(entitled, 0, 0).committee(entitled);
      allowed(way, made(kind, day).form(form).votes(needed, entitled).carried(true));
      refused(way, made(kind, day).form(form).votes(needed - 1, entitled).carried(true), value);
      if (kind.asks(Ask.OUTCOME)) {
        allowed(way, made(kind, day).form(form).votes(needed - 1, entitled).carried(false));
        refused(way, made(kind, day).form(form).votes(needed, entitled).carried(false), value);
      }
      assertThat(
              way.decide(
                      made(kind, day).form(form).votes(entitled + 1, entitled).carried(true), RULES)
                  .refusals())
          .extracting(Refusal::key)
          .contains("way.refusal.moreThanEntitled");
    }
  }

  private static void decisionVote(MadeWay way, StepKind kind, LocalDate day, RuleValue value) {
    String body =
        RULES.on(day, Rule.AUTHORITY_ADMIT).orElseThrow().value().toLowerCase(Locale.ROOT);
    vote(way, kind, body, day, value);
  }

  private static void delegated(LocalDate day, RuleValue value) {
    boolean competent =
        RULES.on(day, Rule.AUTHORITY_ADMIT).orElseThrow().value().equals("BTV_HUYEN_UY");
    if (competent) {
      vote(resolved(day), ADMISSION_DECISION, "delegated", day, value);
    } else {
      MadeStep step = made(ADMISSION_DECISION, day).form("delegated").votes(9, 9).carried(true);
      refused(resolved(day), step, RULES.on(day, Rule.AUTHORITY_ADMIT).orElseThrow());
    }
  }

  private static void attempts(LocalDate day, RuleValue value) {
    MadeWay way = withDossier(day);
    for (int i = 0; i < value.integer(); i++) {
      allowed(way, cellVote(day));
      way.failed(CELL_RESOLUTION, day);
    }
    refused(way, cellVote(day), value);
    allowed(way, cellVote(day).exception("07-CV/HU"));
  }

  private static void denominator(LocalDate day, RuleValue value) {
    MadeWay way = withDossier(day).cell(9, 2, 1);
    for (int entitled : List.of(6, 7)) {
      allowed(way, made(CELL_RESOLUTION, day).votes(entitled, entitled).carried(true));
    }
    for (int entitled : List.of(5, 8, 9)) {
      refused(way, made(CELL_RESOLUTION, day).votes(entitled, entitled).carried(true), value);
    }
    assertThat(way.decide(made(CELL_RESOLUTION, day).votes(10, 10).carried(true), RULES).refusals())
        .extracting(Refusal::key)
        .contains("way.refusal.notSoMany");
  }

  private static void authority(LocalDate day, RuleValue value) {
    for (String body : List.of("btv_huyen_uy", "btv_dang_uy_xa")) {
      MadeStep step = made(ADMISSION_DECISION, day).form(body).votes(9, 9).carried(true);
      if (value.value().equalsIgnoreCase(body)) {
        allowed(resolved(day), step);
      } else {
        refused(resolved(day), step, value);
      }
      MadeStep recognition = made(RECOGNITION_DECISION, day).form(body).votes(9, 9).carried(true);
      if (value.value().equalsIgnoreCase(body)) {
        allowed(recognisable(day), recognition);
      } else {
        refused(recognisable(day), recognition, value);
      }
    }
  }

  private static void decisionLimit(LocalDate day, RuleValue value) {
    counted(Limits.admissionDecision(resolved(day).way(), RULES), day, value);
  }

  private static void extendedDecision(LocalDate day, RuleValue value) {
    extended(
        Limits.admissionDecision(resolved(day).step(ADMISSION_EXTENSION, day).way(), RULES),
        Rule.DEADLINE_ADMIT_DECISION,
        day,
        value);
  }

  private static void recognitionDecision(LocalDate day, RuleValue value) {
    counted(Limits.recognitionDecision(recognisable(day).way(), RULES), day, value);
  }

  private static void extendedRecognition(LocalDate day, RuleValue value) {
    extended(
        Limits.recognitionDecision(recognisable(day).step(RECOGNITION_EXTENSION, day).way(), RULES),
        Rule.RECOGNITION_DECISION,
        day,
        value);
  }

  private static void extended(
      Optional<Deadline> limit, Rule first, LocalDate day, RuleValue value) {
    Span whole =
        RULES.on(day, first).orElseThrow().span().orElseThrow().plus(value.span().orElseThrow());
    assertThat(limit.orElseThrow().due()).isEqualTo(counted(day, whole));
  }

  private static void counted(Optional<Deadline> limit, LocalDate day, RuleValue value) {
    assertThat(limit.orElseThrow().rule()).isEqualTo(value);
    assertThat(limit.orElseThrow().due()).isEqualTo(counted(day, value.span().orElseThrow()));
  }

  /// Counted another way: day by day, and nothing where a year is not known.
  private static @Nullable LocalDate counted(LocalDate start, Span span) {
    if (span.unit() != Span.Unit.WORKING_DAYS) {
      return span.unit() == Span.Unit.DAYS
          ? start.plusDays(span.length())
          : start.plusMonths(span.length());
    }
    return start
        .plusDays(1)
        .datesUntil(LocalDate.of(2027, 1, 1))
        .filter(day -> RULES.calendar().isWorked(day))
        .skip(span.length() - 1L)
        .findFirst()
        .orElse(null);
  }

  private static void ceremonyLimit(LocalDate day, RuleValue value) {
    Step decision = made(ADMISSION_DECISION, day).received(day).carried(true).step();
    counted(Limits.ceremony(decision, RULES), day, value);
    LocalDate due = Objects.requireNonNull(counted(day, value.span().orElseThrow()));
    MadeWay way =
        resolved(day).step(made(ADMISSION_DECISION, day).received(day).votes(9, 9).carried(true));
    allowed(way, made(CEREMONY, due));
    refused(way, made(CEREMONY, due.plusDays(1)), value);
    allowed(way, made(CEREMONY, due.plusDays(1)).exception("31-CV/HU"));
  }

  private static void ceremonyStart(LocalDate day, RuleValue value) {
    LocalDate received = day.plusDays(20);
    Step decision = made(ADMISSION_DECISION, day).received(received).carried(true).step();
    LocalDate start = Limits.ceremony(decision, RULES).orElseThrow().start();
    assertThat(start).isEqualTo(value.value().equals("ISSUED") ? day : received);
    Step notCome = made(ADMISSION_DECISION, day).carried(true).step();
    assertThat(Limits.ceremony(notCome, RULES).isPresent())
        .isEqualTo(value.value().equals("ISSUED"));
  }

  private static void newMemberCv(LocalDate day, RuleValue value) {
    MadeWay way = candidate(day).carried(ADMISSION_DECISION, day).step(CEREMONY, day);
    assertThat(due(way, Due.What.MEMBER_CV).day())
        .isEqualTo(counted(day, value.span().orElseThrow()));
    assertThat(Dues.of(way.step(StepKind.MEMBER_CV, day).way(), RULES))
        .noneMatch(due -> due.what() == Due.What.MEMBER_CV);
  }

  private static Due due(MadeWay way, Due.What what) {
    return Dues.of(way.way(), RULES).stream()
        .filter(due -> due.what() == what)
        .findFirst()
        .orElseThrow();
  }

  private static void probation(LocalDate day, RuleValue value) {
    LocalDate end = day.plusMonths(value.span().orElseThrow().length());
    MadeWay way = probationary(day).step(NEW_MEMBER_CLASS, day);
    assertThat(Limits.probation(day, RULES).orElseThrow().due()).isEqualTo(end);
    MadeStep vote = made(RECOGNITION_CELL, end).votes(9, 9).carried(true);
    way.today(LocalDate.of(2030, 1, 1));
    allowed(way, vote);
    refused(way, made(RECOGNITION_CELL, end.minusDays(1)).votes(9, 9).carried(true), value);
  }

  private static void recognitionByCell(LocalDate day, RuleValue value) {
    counted(Limits.recognitionByCell(day, RULES), day, value);
    MadeWay way = probationary(day.minusMonths(12));
    if (day.minusMonths(12).plusMonths(12).equals(day)) {
      assertThat(due(way, Due.What.RECOGNITION_CELL).limit()).isNotNull();
    }
  }

  private static void recognisedAsOf(LocalDate day, RuleValue value) {
    assertThat(value.value()).isEqualTo("END_OF_PROBATION");
    LocalDate ceremony = LocalDate.of(day.getYear() - 2, 3, 4);
    assertThat(RecognitionRules.officialFrom(probationary(ceremony).way(), day, RULES))
        .isEqualTo(ceremony.plusMonths(12));
  }

  private static void newMemberClass(LocalDate day, RuleValue value) {
    MadeStep vote = made(RECOGNITION_CELL, day).votes(9, 9).carried(true);
    MadeWay without = probationary(day.minusMonths(12).minusDays(3));
    allowed(afterProbation(day), vote);
    refused(without, vote, value);
    allowed(without, made(RECOGNITION_CELL, day).votes(0, 9).carried(false));
    allowed(without, made(RECOGNITION_CELL, day).votes(9, 9).carried(true).exception("9-CV/HU"));
  }

  private static void partyAge(LocalDate day, RuleValue value) {
    if (RULES.on(day, Rule.BADGE_YEARS).isEmpty()) {
      day = LocalDate.of(2017, 2, 3);
    }
    LocalDate from = day.minusYears(30);
    allowed(official(from.toString()), made(BADGE, day).form("30"));
    refused(official(from.plusDays(2).toString()), made(BADGE, day).form("30"), value);
    Registered decided =
        new Registered(
            Phase.OFFICIAL,
            from.minusYears(1),
            MadeWay.CELL,
            Registered.Candidature.NONE,
            new Registered.Membership(
                PartialDate.day(from.plusMonths(1)),
                from,
                PartialDate.day(from.plusMonths(13)),
                null,
                false,
                null,
                null));
    MadeWay way = official("1980-01-01");
    way.step(made(StepKind.REGISTERED, from.plusYears(2)).registered(decided));
    allowed(way, made(BADGE, day).form("30"));
  }

  /// Counted from the day on which the move took effect, by its rule, whenever the letter was
  /// written.
  private static void transfer(LocalDate day, RuleValue value) {
    MadeWay way = official("2001-01-01").step(made(TRANSFER_OUT, day.plusDays(40)).effective(day));
    Due due = due(way, Due.What.TRANSFER_DONE);
    LocalDate last = Objects.requireNonNull(counted(day, value.span().orElseThrow()));
    assertThat(Objects.requireNonNull(due.limit()).rule()).isEqualTo(value);
    assertThat(due.day()).isEqualTo(last);
    assertThat(due.isOverdue(last)).isFalse();
    assertThat(due.isOverdue(last.plusDays(1))).isTrue();
    MadeWay unsure = official("2001-01-01").step(TRANSFER_OUT, day.plusDays(40));
    assertThat(due(unsure, Due.What.TRANSFER_DONE))
        .isEqualTo(new Due(Due.What.TRANSFER_DONE, Due.Who.PERSON, null, null, null));
    assertThat(Dues.of(way.step(StepKind.TRANSFER_ARRIVED, day.plusDays(50)).way(), RULES))
        .isEmpty();
  }

  /// A right, from the day on which the decision was received: over after its last day, never late.
  private static void complaint(LocalDate day, RuleValue value) {
    MadeWay way =
        official("2001-01-01")
            .step(made(DISCIPLINE_DECISION, day.minusDays(9)).form("warning").received(day));
    Due due = due(way, Due.What.COMPLAINT);
    LocalDate last = Objects.requireNonNull(counted(day, value.span().orElseThrow()));
    assertThat(Objects.requireNonNull(due.limit()).rule()).isEqualTo(value);
    assertThat(due.day()).isEqualTo(last);
    assertThat(due.isOver(last)).isFalse();
    assertThat(due.isOver(last.plusDays(1))).isTrue();
    assertThat(due.isOverdue(last.plusDays(1))).isFalse();
    assertThat(Dues.of(way.step(StepKind.DISCIPLINE_LIFTED, day.plusDays(5)).way(), RULES))
        .isEmpty();
  }

  private static void letter(LocalDate day, RuleValue value) {
    MadeWay way = official("2001-01-01").step(TRANSFER_OUT, day);
    assertThat(due(way, Due.What.LETTER_CONFIRMED).day())
        .isEqualTo(counted(day, value.span().orElseThrow()));
    assertThat(Dues.of(way.step(StepKind.TRANSFER_ARRIVED, day).way(), RULES)).isEmpty();
  }

  private static MadeStep stay(LocalDate day, String form, LocalDate until) {
    return made(TEMPORARY_OUT, day).form(form).place("Đảng bộ khu công nghiệp").until(until);
  }

  private static void shortestStay(LocalDate day, RuleValue value) {
    LocalDate end = day.plusMonths(value.integer());
    allowed(official("2001-01-01"), stay(day, "work", end.minusDays(1)));
    refused(official("2001-01-01"), stay(day, "work", end.minusDays(2)), value);
  }

  private static void longestStay(LocalDate day, RuleValue value) {
    LocalDate end = day.plusMonths(value.integer());
    allowed(official("2001-01-01"), stay(day, "work", end.minusDays(1)));
    refused(official("2001-01-01"), stay(day, "work", end), value);
  }

  private static void longestStudy(LocalDate day, RuleValue value) {
    LocalDate end = day.plusMonths(value.integer());
    allowed(official("2001-01-01"), stay(day, "study", end.minusDays(1)));
    refused(official("2001-01-01"), stay(day, "study", end), value);
  }

  private static void expulsion(LocalDate day, RuleValue value) {
    MadeWay way =
        official("2001-01-01")
            .step(made(DISCIPLINE_CELL, day).form("expulsion").votes(9, 9).carried(true));
    vote(way, DISCIPLINE_DECISION, "expulsion", day, value);
    MadeStep decision = made(DISCIPLINE_DECISION, day).form("expulsion").votes(9, 9).carried(true);
    assertThat(official("2001-01-01").decide(decision, RULES).isAccepted()).isFalse();
  }

  private static void forms(MadeWay way, Set<String> not, LocalDate day) {
    for (String form : DISCIPLINE_CELL.forms()) {
      Decision decision =
          way.decide(made(DISCIPLINE_CELL, day).form(form).votes(9, 9).carried(true), RULES);
      assertThat(decision.isAccepted()).as(form).isEqualTo(!not.contains(form));
    }
  }

  private static void card(LocalDate day, RuleValue value) {
    assertThat(official("2001-01-01").decide(made(StepKind.CARD_ISSUED, day).number("17"), RULES))
        .satisfies(decision -> assertThat(decision.isAccepted()).isTrue())
        .satisfies(decision -> assertThat(decision.relied()).contains(value));
    assertThat(
            probationary(day.minusMonths(3))
                .decide(made(StepKind.CARD_ISSUED, day).number("17"), RULES)
                .isAccepted())
        .isFalse();
  }

  private static void badgeYears(LocalDate day, RuleValue value) {
    for (String years : value.words()) {
      LocalDate from = day.minusYears(Integer.parseInt(years));
      allowed(official(from.toString()), made(BADGE, day).form(years));
    }
    refused(official(day.minusYears(35).toString()), made(BADGE, day).form("35"), value);
    MadeWay has = official(day.minusYears(30).toString()).step(BADGE, day, "30");
    assertThat(has.decide(made(BADGE, day).form("30"), RULES).isAccepted()).isFalse();
  }

  private static void awardDays(LocalDate day, RuleValue value) {
    List<MonthDay> days =
        value.words().stream()
            .map(word -> MonthDay.parse(word, DateTimeFormatter.ofPattern("dd-MM")))
            .toList();
    LocalDate award = Badges.awardDay(day, RULES).orElseThrow();
    assertThat(days).contains(MonthDay.from(award));
    assertThat(day.datesUntil(award)).noneMatch(other -> days.contains(MonthDay.from(other)));
    assertThat(award).isAfterOrEqualTo(day);
  }

  private static void early(
      int years, String reason, StepKind kind, LocalDate day, RuleValue value) {
    LocalDate from = day.minusYears(years).plusMonths(value.integer());
    MadeStep step = made(kind, day).form(String.valueOf(years)).reason(reason);
    allowed(official(from.minusDays(3).toString()), step);
    assertThat(official(from.plusDays(3).toString()).decide(step, RULES).isAccepted()).isFalse();
    assertThat(
            official(from.minusDays(3).toString())
                .decide(made(kind, day).form(String.valueOf(years)), RULES)
                .isAccepted())
        .isFalse();
  }

  /// What is early enough for the least of the great badges is too early for the one before it.
  private static void greatBadge(LocalDate day, RuleValue value) {
    int months = RULES.on(day, Rule.BADGE_EARLY_GREAT).orElseThrow().integer();
    for (int years : List.of(value.integer(), value.integer() - 5)) {
      LocalDate from = day.minusYears(years).plusMonths(months).minusDays(3);
      MadeStep step = made(BADGE, day).form(String.valueOf(years)).reason("ốm nặng");
      assertThat(official(from.toString()).decide(step, RULES).isAccepted())
          .isEqualTo(years == value.integer());
    }
  }

  private static void posthumous(LocalDate day, RuleValue value) {
    LocalDate from = day.minusYears(40).plusMonths(value.integer());
    MadeStep step = made(BADGE_POSTHUMOUS, day).form("40");
    allowed(official(from.minusDays(3).toString()).step(DEATH, day), step);
    assertThat(
            official(from.plusDays(3).toString()).step(DEATH, day).decide(step, RULES).isAccepted())
        .isFalse();
  }

  private static void smallestCell(LocalDate day, RuleValue value) {
    int least = value.integer();
    MadeStep all = made(CELL_RESOLUTION, day).votes(least, least).carried(true);
    MadeStep fewer = made(CELL_RESOLUTION, day).votes(least - 1, least - 1).carried(true);
    allowed(withDossier(day).cell(least, 0, 0), all);
    refused(withDossier(day).cell(least - 1, 0, 0), fewer, value);
  }
}
