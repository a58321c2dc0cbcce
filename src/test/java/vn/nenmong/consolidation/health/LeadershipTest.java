package vn.nenmong.consolidation.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.Rulebook;

/// Every row of `cell.committee.min_official`, `cell.committee.max` and `cell.deputies` on its
/// first and its last day, on both sides of its bound.
class LeadershipTest {

  private static final Rulebook RULES = TestRules.of(TestDatabase.create());
  private static final Set<String> KNOWN = Set.of(Work.COMMITTEES, Work.DEPUTIES);

  @TestFactory
  Stream<DynamicTest> everyRowHoldsOnItsFirstAndItsLastDay() {
    return Stream.of(
            tries(Rule.CELL_COMMITTEE_LEAST, LeadershipTest::size),
            tries(Rule.CELL_COMMITTEE_MOST, LeadershipTest::committee),
            tries(Rule.CELL_DEPUTIES, LeadershipTest::deputies))
        .flatMap(tries -> tries);
  }

  private static Stream<DynamicTest> tries(Rule rule, TestRules.Probe probe) {
    return TestRules.eachRow(RULES, rule, probe);
  }

  private static void size(LocalDate day, int least) {
    Work bare = work(KNOWN, 1, 0, 0);
    assertThat(words(least - 1, bare, day)).isEmpty();
    assertThat(words(least, bare, day)).containsExactly("committee_missing", "deputy_missing");
    assertThat(words(least, work(KNOWN, 3, 1, 1), day)).isEmpty();
  }

  private static void committee(LocalDate day, int most) {
    assertThat(words(20, work(KNOWN, most, most - 2, 1), day)).isEmpty();
    assertThat(words(20, work(KNOWN, most + 1, most - 1, 1), day))
        .containsExactly("committee_large");
  }

  private static void deputies(LocalDate day, int most) {
    assertThat(words(5, work(KNOWN, 1 + most, 0, most), day)).isEmpty();
    assertThat(words(5, work(KNOWN, 2 + most, 0, most + 1), day)).containsExactly("deputies_many");
  }

  @Test
  void beforeItsFirstRowNothingIsWanted() {
    assertThat(words(30, work(KNOWN, 20, 15, 4), LocalDate.of(2016, 7, 24))).isEmpty();
  }

  @Test
  void whatIsNotKnownOfAnyCellIsNotMissed() {
    assertThat(words(30, work(Set.of(), 1, 0, 0), LocalDate.of(2016, 12, 31))).isEmpty();
  }

  private static List<String> words(int official, Work work, LocalDate day) {
    return Leadership.concerns(official, work, RULES, day).stream().map(Concern::word).toList();
  }

  private static Work work(Set<String> told, int leaders, int committee, int deputies) {
    return new Work(
        new UUID(0, 1),
        told,
        leaders,
        committee,
        deputies,
        0,
        0,
        0,
        0,
        0,
        null,
        0,
        0,
        null,
        null,
        null,
        null);
  }
}
