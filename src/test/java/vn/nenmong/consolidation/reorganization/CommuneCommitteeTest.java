package vn.nenmong.consolidation.reorganization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;
import vn.nenmong.consolidation.reorganization.Plan.Told;
import vn.nenmong.rule.Evidence;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// Every row of the rules of a commune's committee, board and deputies, on its first and its last
/// day, on both sides of its bound.
class CommuneCommitteeTest {

  private static final Rulebook RULES = TestRules.of(TestDatabase.create());
  private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

  @TestFactory
  Stream<DynamicTest> everyRowHoldsOnItsFirstAndItsLastDay() {
    return Stream.of(
            tries(Rule.COMMUNE_COMMITTEE_MOST, (day, most) -> committee(day, most, 2)),
            tries(Rule.COMMUNE_COMMITTEE_MOST_OF_THREE, (day, most) -> committee(day, most, 3)),
            tries(Rule.COMMUNE_COMMITTEE_MANY, CommuneCommitteeTest::many),
            tries(Rule.COMMUNE_BOARD_LEAST, (day, least) -> board(day, least, least - 1)),
            tries(Rule.COMMUNE_BOARD_MOST, (day, most) -> board(day, most, most + 1)),
            tries(Rule.COMMUNE_BOARD_SHARE, CommuneCommitteeTest::share),
            tries(Rule.COMMUNE_DEPUTIES_LEAST, (day, least) -> deputies(day, least, least - 1)),
            tries(Rule.COMMUNE_DEPUTIES_MOST, (day, most) -> deputies(day, most, most + 1)))
        .flatMap(tries -> tries);
  }

  private static Stream<DynamicTest> tries(Rule rule, TestRules.Probe probe) {
    return TestRules.eachRow(RULES, rule, probe);
  }

  private static List<String> roles(int deputies, int board, int members) {
    List<String> roles = new ArrayList<>(List.of("secretary"));
    roles.addAll(Collections.nCopies(deputies, "deputy_secretary"));
    roles.addAll(Collections.nCopies(board - roles.size(), "standing_board_member"));
    roles.addAll(Collections.nCopies(members - roles.size(), "committee_member"));
    return roles;
  }

  private static List<String> told(List<String> roles, int communes, LocalDate day) {
    return new CommuneCommittee("Xã", roles, RULES, day)
        .judged(communes).stream()
            .map(one -> one.code().replace("consolidation.reorganization.warning.committee.", ""))
            .toList();
  }

  private static void committee(LocalDate day, int most, int communes) {
    assertThat(told(roles(2, 4, most), communes, day)).doesNotContain("large", "size");
    assertThat(told(roles(2, 4, most + 1), communes, day)).contains("large");
  }

  private static void many(LocalDate day, int from) {
    List<String> roles =
        roles(2, 10, RULES.on(day, Rule.COMMUNE_COMMITTEE_MOST_OF_THREE).orElseThrow().integer());
    assertThat(told(roles, from, day)).doesNotContain("large");
    assertThat(told(roles, from - 1, day)).contains("large");
  }

  private static void board(LocalDate day, int allowed, int refused) {
    assertThat(told(roles(2, allowed, 15), 1, day)).doesNotContain("board", "board.size");
    assertThat(told(roles(1, refused, 15), 1, day)).contains("board");
  }

  private static void share(LocalDate day, int each) {
    assertThat(told(roles(2, 5, 5 * each), 1, day)).doesNotContain("share");
    assertThat(told(roles(2, 5, 5 * each - 1), 1, day)).contains("share");
  }

  private static void deputies(LocalDate day, int allowed, int refused) {
    assertThat(told(roles(allowed, 5, 15), 1, day)).doesNotContain("deputies", "deputies.size");
    assertThat(told(roles(refused, 5, 15), 1, day))
        .contains(refused == 0 ? "deputies.size" : "deputies");
  }

  private static RuleValue rule(Told told) {
    return Objects.requireNonNull(told.rule());
  }

  /// With who says so, and how well that is known.
  @Test
  void whereNobodyIsAppointedTheSizeIsTold() {
    List<Told> told = new CommuneCommittee("Xã", List.of("secretary"), RULES, MERGED).judged(4);
    assertThat(told).extracting(one -> one.arguments().getLast()).containsExactly(33, "9–11", "2");
    assertThat(told)
        .extracting(one -> rule(one).source().number() + " " + rule(one).source().evidence())
        .containsOnly("45-CT/TW B");
    assertThat(new CommuneCommittee("Xã", List.of(), RULES, LocalDate.of(2016, 10, 1)).judged(2))
        .extracting(one -> one.arguments().getLast() + " " + rule(one).source().evidence())
        .containsExactly(
            "15 " + Evidence.UNVERIFIED,
            "4–5 " + Evidence.UNVERIFIED,
            "1–2 " + Evidence.UNVERIFIED);
  }

  @Test
  void whatIsAsItIsToBeIsLeftInPeace() {
    assertThat(told(roles(2, 11, 33), 3, MERGED)).isEmpty();
    assertThat(told(roles(2, 9, 27), 2, MERGED)).isEmpty();
  }

  @Test
  void beforeItsFirstRowNothingIsWanted() {
    assertThat(told(roles(4, 20, 50), 1, LocalDate.of(2014, 5, 29))).isEmpty();
  }
}
