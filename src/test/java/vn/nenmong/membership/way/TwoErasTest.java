package vn.nenmong.membership.way;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nenmong.membership.way.MadeWay.candidate;
import static vn.nenmong.membership.way.MadeWay.made;
import static vn.nenmong.membership.way.MadeWay.probationary;
import static vn.nenmong.membership.way.MadeWay.withDossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;
import vn.nenmong.rule.Evidence;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// Days counted by hand with a calendar of each year beside it.
class TwoErasTest {

  private static final Rulebook RULES = TestRules.of(TestDatabase.create());

  @ParameterizedTest
  @CsvSource({
    "2015-08-10, 2016-08-10, 2016-09-22",
    "2021-04-10, 2022-04-10, 2022-05-25",
    "2025-08-20, 2026-08-20, 2026-10-05",
  })
  void theCellConsidersRecognitionInTime(LocalDate ceremony, LocalDate end, LocalDate due) {
    Due found = only(probationary(ceremony), Due.What.RECOGNITION_CELL);
    assertThat(found.since()).isEqualTo(end);
    assertThat(found.day()).isEqualTo(due);
  }

  @Test
  void aYearWhoseDaysOffAreNotKnownIsNotGuessed() {
    Due found = only(probationary(LocalDate.of(2026, 8, 10)), Due.What.RECOGNITION_CELL);
    assertThat(found.since()).isEqualTo("2027-08-10");
    assertThat(found.day()).isNull();
    assertThat(found.unknownYear()).isEqualTo(2027);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-03-01, 2021-03-05, 2021-04-16",
    "2025-08-01, 2025-08-04, 2025-09-17",
    "2026-08-03, 2026-08-10, 2026-09-16",
    "2026-08-03,           , 2026-09-16",
  })
  void theCeremonyFollowsInTime(LocalDate decided, @Nullable LocalDate received, LocalDate due) {
    MadeWay way =
        withDossier(decided)
            .carried(StepKind.CELL_RESOLUTION, decided)
            .carried(StepKind.COMMITTEE_RESOLUTION, decided)
            .step(
                made(StepKind.ADMISSION_DECISION, decided)
                    .received(received)
                    .votes(9, 9)
                    .carried(true));
    assertThat(only(way, Due.What.CEREMONY).day()).isEqualTo(due);
  }

  @Test
  void aDecisionThatHasNotComeStartsNothingWhereReceiptCounts() {
    LocalDate day = LocalDate.of(2021, 3, 1);
    MadeWay way =
        withDossier(day)
            .carried(StepKind.CELL_RESOLUTION, day)
            .carried(StepKind.ADMISSION_DECISION, day);
    assertThat(only(way, Due.What.DECISION_ARRIVES).day()).isNull();
  }

  @Test
  void theDecisionFollowsTheCellsResolutionOverAWorkedSaturday() {
    LocalDate day = LocalDate.of(2026, 6, 1);
    MadeWay way = withDossier(day).carried(StepKind.CELL_RESOLUTION, day);
    assertThat(only(way, Due.What.ADMISSION_DECISION).day()).isEqualTo("2026-08-22");
  }

  @ParameterizedTest
  @CsvSource({
    "2015-08-10, BTV_HUYEN_UY, UNVERIFIED",
    "2016-12-31, BTV_HUYEN_UY, A",
    "2021-08-10, BTV_HUYEN_UY, A",
    "2025-06-30, BTV_HUYEN_UY, A",
    "2025-07-01, BTV_DANG_UY_XA, UNVERIFIED",
    "2025-08-10, BTV_DANG_UY_XA, UNVERIFIED",
    "2026-08-10, BTV_DANG_UY_XA, C",
  })
  void theBodyOfTheDayDecides(LocalDate day, String body, Evidence evidence) {
    RuleValue rule = RULES.on(day, Rule.AUTHORITY_ADMIT).orElseThrow();
    assertThat(rule.value()).isEqualTo(body);
    assertThat(rule.source().evidence()).isEqualTo(evidence);
  }

  @Test
  void beforeTheFirstRuleAStepIsTakenWithoutADueDay() {
    LocalDate day = LocalDate.of(2015, 3, 2);
    MadeWay way = candidate(day);
    Decision decision =
        way.decide(
            made(StepKind.CELL_RESOLUTION, day).votes(9, 9).carried(true).form("secret"), RULES);
    assertThat(decision.isAccepted()).isTrue();
    assertThat(decision.unknown())
        .contains(Rule.ADMIT_AGE_LEAST, Rule.ADMIT_CLASS_CERTIFICATE, Rule.ADMIT_ORDER);
    way.carried(StepKind.CELL_RESOLUTION, day);
    Due due = only(way, Due.What.ADMISSION_DECISION);
    assertThat(due.day()).isNull();
    assertThat(due.limit()).isNull();
  }

  private static Due only(MadeWay way, Due.What what) {
    return Dues.of(way.way(), RULES).stream()
        .filter(due -> due.what() == what)
        .findFirst()
        .orElseThrow();
  }
}
