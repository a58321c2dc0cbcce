package vn.nenmong.consolidation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each constraint alone.
class PlanConstraintsTest {

  private static final UUID CELL = UUID.randomUUID();

  private final ConstraintVerifier<VillageConstraints, VillagePlan> villages =
      ConstraintVerifier.build(new VillageConstraints(), VillagePlan.class, ServedVillage.class);
  private final ConstraintVerifier<ChargeConstraints, ChargePlan> charge =
      ConstraintVerifier.build(new ChargeConstraints(), ChargePlan.class, ChargedCell.class);

  private static final BigDecimal FARTHEST = new BigDecimal("30");

  private static ServedVillage village(
      int officials, @Nullable UUID before, @Nullable String kilometres, ServingCell in) {
    return new ServedVillage(
            UUID.randomUUID(),
            officials,
            before,
            kilometres == null ? Map.of() : Map.of(in.id(), new BigDecimal(kilometres)),
            FARTHEST,
            List.of(in),
            null)
        .in(in);
  }

  private static ServingCell cell(int staying, int now) {
    return new ServingCell(UUID.randomUUID(), staying, now, 3);
  }

  @Test
  void aCellThatServesVillagesHasEnoughOfficialMembersForAMeeting() {
    ServingCell small = cell(1, 1);
    villages
        .verifyThat(VillageConstraints::meetingValid)
        .given(small, village(1, null, null, small))
        .penalizesBy(1);
    villages
        .verifyThat(VillageConstraints::meetingValid)
        .given(small, village(1, null, null, small), village(1, null, null, small))
        .penalizesBy(0);
  }

  @Test
  void aCellKeepsTheOfficialMembersThatItsMeetingsNeed() {
    ServingCell left = cell(2, 3);
    ServingCell smallBefore = cell(1, 2);
    ServingCell other = cell(5, 5);
    villages
        .verifyThat(VillageConstraints::meetingValid)
        .given(left, smallBefore, other, village(1, left.id(), null, other))
        .penalizesBy(1);
  }

  @Test
  void everyKilometreCountsAndWhatIsNotKnownIsAsFarAsTheFarthest() {
    ServingCell cell = cell(5, 5);
    villages
        .verifyThat(VillageConstraints::distance)
        .given(cell, village(0, null, "12.5", cell), village(0, null, null, cell))
        .penalizesBy(new BigDecimal("42.5"));
    villages
        .verifyThat(VillageConstraints::distanceUnknown)
        .given(cell, village(0, null, "12.5", cell), village(0, null, null, cell))
        .penalizesBy(1);
  }

  @Test
  void aVillageIsMovedWhereAnotherCellServedIt() {
    ServingCell cell = cell(5, 5);
    villages
        .verifyThat(VillageConstraints::moved)
        .given(
            cell,
            village(0, null, null, cell),
            village(0, cell.id(), null, cell),
            village(0, UUID.randomUUID(), null, cell))
        .penalizesBy(1);
  }

  @Test
  void threeVillagesOfOneCellAreThreePairs() {
    ServingCell cell = cell(5, 5);
    villages
        .verifyThat(VillageConstraints::manyVillages)
        .given(
            cell,
            village(0, null, null, cell),
            village(0, null, null, cell),
            village(0, null, null, cell))
        .penalizesBy(3);
  }

  @Test
  void aNewCellHasTheOfficialMembersOfAMeetingAndServesItsSeat() {
    UUID seat = UUID.randomUUID();
    ServingCell fresh = ServingCell.at(seat, 3);
    ServedVillage there = new ServedVillage(seat, 1, null, Map.of(), null, List.of(fresh), null);
    ServedVillage guest = village(1, null, "2", fresh);
    villages
        .verifyThat(VillageConstraints::meetingValid)
        .given(fresh, there.in(fresh), guest)
        .penalizesBy(1);
    villages.verifyThat(VillageConstraints::meetingValid).given(fresh).penalizesBy(0);
    villages
        .verifyThat(VillageConstraints::seatServed)
        .given(fresh, there.in(fresh), guest)
        .penalizesBy(0);
    villages
        .verifyThat(VillageConstraints::founded)
        .given(fresh, there.in(fresh), guest)
        .penalizesBy(1);
    ServingCell other = cell(5, 5);
    villages
        .verifyThat(VillageConstraints::seatServed)
        .given(fresh, other, there.in(other), guest)
        .penalizesBy(1);
    villages.verifyThat(VillageConstraints::founded).given(other, there.in(other)).penalizesBy(0);
  }

  private static CommitteeMember person(@Nullable UUID cell, boolean experienced) {
    return new CommitteeMember(UUID.randomUUID(), cell, Set.of("Thái"), experienced);
  }

  private static ChargedCell charged(
      UUID id,
      @Nullable String language,
      List<UUID> before,
      @Nullable String kilometres,
      CommitteeMember of) {
    return new ChargedCell(
            id,
            language,
            before,
            kilometres == null ? Map.of() : Map.of(of.id(), new BigDecimal(kilometres)),
            FARTHEST,
            List.of(of),
            null)
        .of(of);
  }

  @Test
  void nobodyIsInChargeOfTheCellThatReviewsThem() {
    CommitteeMember own = person(CELL, true);
    CommitteeMember other = person(UUID.randomUUID(), true);
    charge
        .verifyThat(ChargeConstraints::ownCell)
        .given(charged(CELL, null, List.of(), null, own))
        .penalizesBy(1);
    charge
        .verifyThat(ChargeConstraints::ownCell)
        .given(charged(CELL, null, List.of(), null, other))
        .penalizesBy(0);
  }

  @Test
  void peopleSpeakTheLanguageOfTheirOwnAndThoseThatTheirRecordTells() {
    assertThat(CommitteeMember.languages("Kinh", "tiếng Thái, Mông và Khơ Mú"))
        .containsExactlyInAnyOrder("kinh", "thai", "mong", "kho mu");
    assertThat(CommitteeMember.languages("Thái", null)).containsExactly("thai");
    assertThat(CommitteeMember.languages(null, null)).isEmpty();
  }

  @Test
  void languageCountsWhereBothAreKnownAndDiffer() {
    CommitteeMember person = person(null, true);
    charge
        .verifyThat(ChargeConstraints::language)
        .given(
            charged(UUID.randomUUID(), "Mông", List.of(), null, person),
            charged(UUID.randomUUID(), "Thái", List.of(), null, person),
            charged(UUID.randomUUID(), null, List.of(), null, person),
            charged(
                UUID.randomUUID(),
                "Mông",
                List.of(),
                null,
                new CommitteeMember(UUID.randomUUID(), null, Set.of(), true)),
            charged(
                UUID.randomUUID(),
                "Mông",
                List.of(),
                null,
                new CommitteeMember(UUID.randomUUID(), null, Set.of("Kinh", "Mông"), true)))
        .penalizesBy(1);
  }

  @Test
  void everyKilometreToTheCellsCountsAndAnUnknownWayAsTheFarthest() {
    CommitteeMember person = person(null, true);
    charge
        .verifyThat(ChargeConstraints::nearness)
        .given(
            charged(UUID.randomUUID(), null, List.of(), "7.5", person),
            charged(UUID.randomUUID(), null, List.of(), "1", person),
            charged(UUID.randomUUID(), null, List.of(), null, person))
        .penalizesBy(new BigDecimal("38.5"));
  }

  @Test
  void theThirdCellOfSomeoneWeighsMoreThanTheSecond() {
    CommitteeMember busy = person(null, true);
    charge
        .verifyThat(ChargeConstraints::load)
        .given(
            charged(UUID.randomUUID(), null, List.of(), null, busy),
            charged(UUID.randomUUID(), null, List.of(), null, busy),
            charged(UUID.randomUUID(), null, List.of(), null, busy),
            charged(UUID.randomUUID(), null, List.of(), null, person(null, true)))
        .penalizesBy(3);
  }

  @Test
  void experienceAndHandingOverCountOncePerCell() {
    CommitteeMember novice = person(null, false);
    CommitteeMember old = person(null, true);
    Object[] cells = {
      charged(UUID.randomUUID(), null, List.of(old.id()), null, novice),
      charged(UUID.randomUUID(), null, List.of(), null, novice),
      charged(UUID.randomUUID(), null, List.of(old.id()), null, old)
    };
    charge.verifyThat(ChargeConstraints::experience).given(cells).penalizesBy(2);
    charge.verifyThat(ChargeConstraints::handedOver).given(cells).penalizesBy(1);
  }
}
