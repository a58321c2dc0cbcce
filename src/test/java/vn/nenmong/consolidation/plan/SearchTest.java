package vn.nenmong.consolidation.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nenmong.consolidation.plan.Alternative.Explained;
import vn.nenmong.consolidation.plan.Alternative.Placed;

/// Two problems of six that were solved by hand. Moves alone are counted, so that the same is found
/// each time.
class SearchTest {

  private static final Effort BY_MOVES = new Effort(6_000, null);

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private static List<Alternative> search(Problem problem) {
    return new Search(problem, Criterion.weights(problem.kind()), BY_MOVES).run();
  }

  private static Map<UUID, UUID> choices(Alternative plan) {
    return plan.placed().stream().collect(Collectors.toMap(Placed::of, Placed::to));
  }

  private static Map<UUID, UUID> ids(String... pairs) {
    Map<UUID, UUID> ids = new HashMap<>();
    for (String pair : pairs) {
      ids.put(id(pair.substring(0, 2)), id(pair.substring(2)));
    }
    return ids;
  }

  /// A has two official members of its own and needs the one of V1, though B is nearer to it. V5
  /// stays where it is, for moving it saves two km and costs four. C would do for V3 and V6, but
  /// two villages in one cell cost more than the km to F that it saves.
  private static VillageProblem villages(int least, Map<UUID, UUID> fixed) {
    List<ServingCell> cells = new ArrayList<>();
    cells.add(new ServingCell(id("A"), 2, 3, least));
    for (String name : List.of("B", "C", "D", "E", "F")) {
      cells.add(new ServingCell(id(name), 3, 3, least));
    }
    return new VillageProblem(
        cells,
        List.of(
            village("V1", 1, "A", Map.of("A", 2, "B", 1)),
            village("V2", 0, null, Map.of("B", 1)),
            village("V3", 0, null, Map.of("C", 1)),
            village("V4", 0, null, Map.of("D", 1)),
            village("V5", 0, "E", Map.of("E", 3, "D", 1)),
            village("V6", 0, null, Map.of("C", 1, "F", 2))),
        fixed);
  }

  /// Ten km to all that are not named.
  private static VillageProblem.Village village(
      String name, int officials, @Nullable String before, Map<String, Integer> near) {
    Map<UUID, BigDecimal> kilometres =
        Stream.of("A", "B", "C", "D", "E", "F")
            .collect(
                Collectors.toMap(
                    SearchTest::id, cell -> BigDecimal.valueOf(near.getOrDefault(cell, 10))));
    return new VillageProblem.Village(
        id(name), officials, before == null ? null : id(before), kilometres);
  }

  @Test
  void theOptimumOfSixVillagesIsFound() {
    Alternative best = search(villages(3, Map.of())).getFirst();
    assertThat(choices(best)).isEqualTo(ids("V1A", "V2B", "V3C", "V4D", "V5E", "V6F"));
    assertThat(best.feasible()).isTrue();
    assertThat(best.points()).isEqualByComparingTo("10");
  }

  /// With nothing but km to weigh, the rule alone keeps V1 with A.
  @Test
  void theRuleOfOfficialMembersDecidesWhoCanBeLetGo() {
    Map<Criterion, BigDecimal> kilometres = Criterion.weights(PlanKind.VILLAGES);
    kilometres.put(Criterion.MOVED, BigDecimal.ZERO);
    kilometres.put(Criterion.MANY_VILLAGES, BigDecimal.ZERO);
    for (int least : List.of(2, 3)) {
      Problem problem = villages(least, Map.of());
      assertThat(choices(new Search(problem, kilometres, BY_MOVES).run().getFirst()))
          .containsEntry(id("V1"), id(least == 2 ? "B" : "A"));
    }
  }

  @Test
  void whatIsFixedStaysWhateverItCosts() {
    Alternative best = search(villages(3, ids("V4F"))).getFirst();
    assertThat(choices(best)).containsEntry(id("V4"), id("F"));
    assertThat(best.feasible()).isTrue();
    assertThat(search(villages(3, ids("V1B"))))
        .allSatisfy(plan -> {
          assertThat(choices(plan)).containsEntry(id("V1"), id("B"));
          assertThat(plan.feasible()).isFalse();
        });
  }

  @Test
  void twoOthersDifferInTheHeaviestConstraint() {
    for (Problem problem : List.of(villages(3, Map.of()), charge(Map.of()))) {
      List<Alternative> found = search(problem);
      Criterion heaviest = found.getFirst().heaviest().orElseThrow().criterion();
      assertThat(found).hasSize(3).allMatch(Alternative::feasible);
      assertThat(found.stream().skip(1))
          .allSatisfy(other -> {
            assertThat(other.criterion()).isEqualTo(heaviest);
            assertThat(other.amount(heaviest))
                .isNotEqualByComparingTo(found.getFirst().amount(heaviest));
            assertThat(other.points()).isGreaterThan(found.getFirst().points());
          });
      assertThat(found.stream().map(SearchTest::choices).distinct()).hasSize(3);
    }
  }

  @Test
  void theScoreIsTheSumOfItsConstraintsAndTheyOfTheirPlaces() {
    for (Alternative plan : search(villages(3, Map.of()))) {
      assertThat(plan.explained())
          .extracting(Explained::criterion)
          .containsExactlyElementsOf(Criterion.of(PlanKind.VILLAGES));
      assertThat(
              plan.explained().stream()
                  .filter(one -> !one.criterion().isMust())
                  .map(Explained::points)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(plan.points());
      assertThat(plan.explained())
          .allSatisfy(one ->
              assertThat(
                      one.because().stream()
                          .map(Because::amount)
                          .reduce(BigDecimal.ZERO, BigDecimal::add))
                  .isEqualByComparingTo(one.amount()));
    }
  }

  /// P and Q are members of C1 and C2. Nobody speaks as C2 does but Q, whose own it is: P keeps it.
  /// R never had a cell, and takes two all the same: a third one of P's or Q's would cost more.
  private static ChargeProblem charge(Map<UUID, UUID> fixed) {
    return new ChargeProblem(
        List.of(
            new CommitteeMember(id("P"), id("C1"), "Thái", true),
            new CommitteeMember(id("Q"), id("C2"), "Mông", true),
            new CommitteeMember(id("R"), null, "Thái", false)),
        List.of(
            cell("C1", "Thái"),
            cell("C2", "Mông", "P"),
            cell("C3", "Mông"),
            cell("C4", "Mông"),
            cell("C5", "Thái"),
            cell("C6", "Thái", "R")),
        fixed);
  }

  private static ChargeProblem.Cell cell(String name, String ethnicity, String... before) {
    return new ChargeProblem.Cell(
        id(name), ethnicity, Stream.of(before).map(SearchTest::id).toList(), Map.of());
  }

  @Test
  void theOptimumOfSixCellsIsFound() {
    Alternative best = search(charge(Map.of())).getFirst();
    assertThat(choices(best)).isEqualTo(ids("C1R", "C2P", "C3Q", "C4Q", "C5P", "C6R"));
    assertThat(best.feasible()).isTrue();
    assertThat(best.points()).isEqualByComparingTo("27");
  }

  @Test
  void whereSomeoneHasToHaveTheirOwnCellThePlanSaysThatItIsNotKept() {
    Alternative best = search(charge(ids("C1P"))).getFirst();
    assertThat(best.feasible()).isFalse();
    assertThat(best.explained().getFirst().because())
        .singleElement()
        .extracting(Because::about)
        .isEqualTo(List.of(id("C1"), id("P")));
  }
}
