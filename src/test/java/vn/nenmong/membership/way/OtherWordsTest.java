package vn.nenmong.membership.way;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nenmong.membership.way.MadeWay.candidate;
import static vn.nenmong.membership.way.MadeWay.made;
import static vn.nenmong.membership.way.MadeWay.official;
import static vn.nenmong.membership.way.MadeWay.probationary;
import static vn.nenmong.membership.way.MadeWay.withDossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.rule.Evidence;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Source;

/// A rule whose value is a word decides by that word: where an office sets another, the program
/// does otherwise from its day on, and as before until then.
class OtherWordsTest {

  private static final Rulebook RULES = TestRules.of(TestDatabase.create());
  private static final UUID COMMUNE = new UUID(0, 9);
  private static final LocalDate CHANGED = LocalDate.of(2018, 3, 1);
  private static final List<LocalDate> BEFORE_AND_FROM = List.of(CHANGED.minusDays(1), CHANGED);

  private static Rulebook with(Rule rule, String value) {
    RuleValue own =
        new RuleValue(
            UUID.randomUUID(),
            rule.code(),
            new Period(CHANGED, null),
            value,
            new Source("1-QĐ/TU", "Tỉnh ủy", CHANGED, null, Evidence.A),
            COMMUNE,
            "office");
    Stream<RuleValue> known = RULES.codes().stream().flatMap(code -> RULES.history(code).stream());
    return new Rulebook(
        Stream.concat(known, Stream.of(own)).toList(), List.of(COMMUNE), RULES.calendar());
  }

  private static boolean accepts(MadeWay way, MadeStep step, Rulebook rules) {
    return way.decide(step, rules).isAccepted();
  }

  private static MadeStep vote(StepKind kind, LocalDate day, int entitled) {
    return made(kind, day).votes(entitled, entitled).carried(true);
  }

  @Test
  void theDossierIsMadeInTheOrderThatTheRuleHas() {
    Rulebook rules = with(Rule.ADMIT_ORDER, "CV,APPLICATION,VERIFICATION");
    for (LocalDate day : BEFORE_AND_FROM) {
      boolean changed = day.equals(CHANGED);
      assertThat(accepts(candidate(day), made(StepKind.CV, day), rules)).isEqualTo(changed);
      assertThat(
              accepts(
                  candidate(day), made(StepKind.APPLICATION, day).form("upper_secondary"), rules))
          .isEqualTo(!changed);
      MadeWay withoutOpinions =
          candidate(day)
              .step(StepKind.APPLICATION, day, "upper_secondary")
              .step(StepKind.CV, day)
              .step(StepKind.VERIFICATION, day, "clear");
      assertThat(accepts(withoutOpinions, vote(StepKind.CELL_RESOLUTION, day, 9), rules))
          .isEqualTo(changed);
    }
  }

  @Test
  void aDisciplinedMemberIntroducesWhereNoRuleForbidsIt() {
    Rulebook rules = with(Rule.ADMIT_INTRODUCER_DISCIPLINE, "NO");
    for (LocalDate day : BEFORE_AND_FROM) {
      MadeWay way =
          withDossier(day)
              .people(
                  MadeWay.member(MadeWay.SECOND, "Cà Thị Bình"),
                  new Around.Member(
                      MadeWay.HELPER, "Lò Văn An", true, true, LocalDate.of(2000, 1, 1)));
      assertThat(accepts(way, vote(StepKind.CELL_RESOLUTION, day, 9), rules))
          .isEqualTo(day.equals(CHANGED));
    }
  }

  @Test
  void whoIsNotCountedInAVoteSaysTheRule() {
    Rulebook rules = with(Rule.VOTE_DENOMINATOR, "EXEMPT_ABSENT");
    for (LocalDate day : BEFORE_AND_FROM) {
      MadeWay way = withDossier(day).cell(9, 2, 1);
      assertThat(accepts(way, vote(StepKind.CELL_RESOLUTION, day, 9), rules))
          .isEqualTo(day.equals(CHANGED));
      assertThat(accepts(way, vote(StepKind.CELL_RESOLUTION, day, 7), rules))
          .isEqualTo(!day.equals(CHANGED));
    }
  }

  @Test
  void theClassForNewMembersIsAskedForWhereItIsRequired() {
    Rulebook rules = with(Rule.RECOGNITION_CLASS, "NO");
    for (LocalDate day : BEFORE_AND_FROM) {
      MadeWay way = probationary(day.minusMonths(12));
      assertThat(accepts(way, vote(StepKind.RECOGNITION_CELL, day, 9), rules))
          .isEqualTo(day.equals(CHANGED));
    }
  }

  @Test
  void partyAgeCountsFromWhatTheRuleNames() {
    Rulebook rules = with(Rule.PARTY_AGE_START, "CEREMONY");
    for (LocalDate day : BEFORE_AND_FROM) {
      LocalDate decided = day.minusYears(30);
      MadeWay way = official("1980-01-01");
      way.step(
          made(StepKind.REGISTERED, day.minusYears(20))
              .registered(
                  new Registered(
                      Phase.OFFICIAL,
                      decided,
                      MadeWay.CELL,
                      Registered.Candidature.NONE,
                      new Registered.Membership(
                          PartialDate.day(decided.plusDays(20)),
                          decided,
                          PartialDate.day(decided.plusYears(1)),
                          null,
                          false,
                          null,
                          null))));
      assertThat(accepts(way, made(StepKind.BADGE, day).form("30"), rules))
          .isEqualTo(!day.equals(CHANGED));
    }
  }

  @Test
  void aCardIsGivenWithWhatTheRuleNames() {
    LocalDate end = CHANGED.plusMonths(2);
    LocalDate decided = end.plusMonths(1);
    MadeWay way =
        probationary(end.minusYears(1))
            .step(made(StepKind.RECOGNITION_DECISION, decided).carried(true).until(end));
    assertThat(cardSince(way, RULES)).isEqualTo(decided);
    assertThat(cardSince(way, with(Rule.CARD_WITH, "END_OF_PROBATION"))).isEqualTo(end);
  }

  private static @Nullable LocalDate cardSince(MadeWay way, Rulebook rules) {
    return Dues.of(way.way(), rules).stream()
        .filter(due -> due.what() == Due.What.CARD)
        .findFirst()
        .orElseThrow()
        .since();
  }

  @Test
  void badgesAndBodiesThatCanBeToldAreThoseOfTheRules() {
    Rulebook rules = with(Rule.BADGE_YEARS, "30,35,40");
    assertThat(StepKind.BADGE.forms(rules)).startsWith("30", "35", "40", "45");
    for (LocalDate day : BEFORE_AND_FROM) {
      assertThat(
              accepts(
                  official(day.minusYears(35).toString()),
                  made(StepKind.BADGE, day).form("35"),
                  rules))
          .isEqualTo(day.equals(CHANGED));
    }
    assertThat(StepKind.ADMISSION_DECISION.forms(RULES))
        .containsExactly("btv_huyen_uy", "btv_dang_uy_xa", "delegated");
  }
}
