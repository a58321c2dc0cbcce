package vn.nenmong.membership.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nenmong.membership.way.MadeSteps.made;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestCommune;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Checkup;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.membership.way.MadeStep;
import vn.nenmong.membership.way.Phase;
import vn.nenmong.membership.way.Refusal;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;

/// Steps on the registers of a commune with eight official members in a cell.
class StepsTest {

  private static final LocalDate DAY = LocalDate.of(2016, 10, 3);
  private static final Office OFFICE = new Office(LocalDate.of(2018, 12, 31));
  private static final List<UUID> MEMBERS =
      IntStream.range(0, 8)
          .mapToObj(i -> OFFICE.commune.member("Lò Văn " + (char) ('A' + i), OFFICE.cell))
          .toList();

  private static UUID candidate(String name) {
    return OFFICE.candidate(name, OFFICE.cell, DAY.minusMonths(3), "1990-04");
  }

  private static void taken(UUID person, MadeStep step) {
    TakeStep.Outcome outcome = OFFICE.take(person, step.step());
    assertThat(outcome.decision().refusals()).isEmpty();
    assertThat(outcome.isTaken()).isTrue();
    assertThat(OFFICE.replayed(person)).isEqualTo(OFFICE.registers(person));
  }

  private static void upToDossier(UUID person) {
    taken(
        person,
        made(StepKind.HELPERS, DAY.minusMonths(2))
            .people(MEMBERS.get(0), MEMBERS.get(1))
            .form("two_members"));
    taken(person, made(StepKind.CLASS, DAY.minusMonths(1)).number("12/GCN"));
    taken(person, made(StepKind.APPLICATION, DAY.minusDays(20)).form("upper_secondary"));
    taken(person, made(StepKind.CV, DAY.minusDays(15)));
    taken(person, made(StepKind.VERIFICATION, DAY.minusDays(10)).form("clear"));
    taken(person, made(StepKind.OPINIONS, DAY.minusDays(5)));
  }

  private static void upToCeremony(UUID person) {
    upToDossier(person);
    taken(person, made(StepKind.CELL_RESOLUTION, DAY).votes(6, 8).carried(true).number("05-NQ/CB"));
    taken(person, made(StepKind.COMMITTEE_RESOLUTION, DAY.plusDays(8)).votes(9, 11).carried(true));
    taken(
        person,
        made(StepKind.ADMISSION_DECISION, DAY.plusDays(30))
            .form("btv_huyen_uy")
            .votes(7, 9)
            .carried(true)
            .received(DAY.plusDays(35)));
    taken(person, made(StepKind.CEREMONY, DAY.plusDays(50)));
  }

  @Test
  void fromTheListToOfficialMember() {
    UUID person = candidate("Vàng A Chống");
    upToCeremony(person);
    assertThat(OFFICE.registers(person).phase()).isEqualTo(Phase.PROBATIONARY);
    assertThat(OFFICE.one("select status from candidate where person_id = ?", String.class, person))
        .isEqualTo("admitted");
    LocalDate ceremony = DAY.plusDays(50);
    LocalDate end = ceremony.plusMonths(12);
    taken(person, made(StepKind.NEW_MEMBER_CLASS, ceremony.plusMonths(4)));
    taken(person, made(StepKind.RECOGNITION_CELL, end.plusDays(3)).votes(8, 8).carried(true));
    taken(
        person, made(StepKind.RECOGNITION_COMMITTEE, end.plusDays(9)).votes(10, 11).carried(true));
    taken(
        person,
        made(StepKind.RECOGNITION_DECISION, end.plusDays(60))
            .form("btv_huyen_uy")
            .votes(9, 9)
            .carried(true));
    assertThat(OFFICE.registers(person).membership().recognised()).isEqualTo(PartialDate.day(end));
    assertThat(standing(person, end.plusDays(59))).isEqualTo("probationary");
    assertThat(standing(person, end.plusDays(60))).isEqualTo("official");
    assertThat(OFFICE.registers(person).membership().partyAgeFrom(Optional.empty()))
        .isEqualTo(PartialDate.day(DAY.plusDays(30)));
    taken(person, made(StepKind.CARD_ISSUED, end.plusDays(70)).number("10.0123"));
    assertThat(OFFICE.registers(person).membership().card()).isEqualTo("10.0123");
  }

  private static String standing(UUID person, LocalDate day) {
    return OFFICE.one(
        "select standing from member_state where person_id = ? and period @> cast(? as date)",
        String.class,
        person,
        day);
  }

  @Test
  void badStepsAreRefusedWithEveryReasonAtOnce() {
    UUID person = candidate("Thào Thị Mỷ");
    TakeStep.Outcome early =
        OFFICE.take(person, made(StepKind.CELL_RESOLUTION, DAY).votes(9, 9).carried(true).step());
    assertThat(early.isTaken()).isFalse();
    assertThat(early.decision().refusals())
        .extracting(Refusal::key)
        .contains(
            "way.refusal.noClass",
            "way.refusal.noHelpers",
            "way.refusal.missing.application",
            "way.refusal.missing.cv",
            "way.refusal.missing.verification",
            "way.refusal.missing.opinions",
            "way.refusal.notSoMany");
    assertThat(early.decision().refusals()).extracting(Refusal::rule).doesNotContainNull();
    upToDossier(person);
    assertThat(
            OFFICE
                .take(person, made(StepKind.CELL_RESOLUTION, DAY).votes(5, 8).carried(true).step())
                .decision()
                .refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.key()).isEqualTo("way.refusal.majority");
          assertThat(refusal.rule()).isNotNull();
        });
    assertThat(
            OFFICE
                .take(
                    person,
                    made(StepKind.ADMISSION_DECISION, DAY.plusDays(3))
                        .form("btv_huyen_uy")
                        .votes(9, 9)
                        .carried(true)
                        .step())
                .decision()
                .refusals())
        .allSatisfy(refusal -> assertThat(refusal.rule()).isNotNull())
        .extracting(Refusal::key)
        .contains(
            "way.refusal.without.cell_resolution", "way.refusal.without.committee_resolution");
    assertThat(OFFICE.registers(person).phase()).isEqualTo(Phase.CANDIDATE);
  }

  @Test
  void aCeremonyBeforeItsDecisionIsRefusedWithTheClause() {
    UUID person = candidate("Tráng A Của");
    upToCeremony(person);
    OFFICE.takeBack.run(Viewer.COMMAND_LINE, last(person, StepKind.CEREMONY), "sai");
    assertThat(
            OFFICE
                .take(person, made(StepKind.CEREMONY, DAY.plusDays(29)).step())
                .decision()
                .refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.key()).isEqualTo("way.refusal.beforeDecision");
          assertThat(refusal.rule()).isNotNull();
        });
  }

  @Test
  void anExpulsionWithoutItsMajorityIsRefused() {
    TestCommune.Unit cell = OFFICE.commune.cell("CB09", "Chi bộ Ba");
    UUID person = OFFICE.commune.member("Cà Văn Lỗi", cell);
    OFFICE.commune.member("Cà Văn Hai", cell);
    OFFICE.commune.member("Cà Văn Ba", cell);
    taken(person, made(StepKind.DISCIPLINE_CELL, DAY).form("expulsion").votes(3, 3).carried(true));
    TakeStep.Outcome outcome =
        OFFICE.take(
            person,
            made(StepKind.DISCIPLINE_DECISION, DAY.plusDays(9))
                .form("expulsion")
                .votes(1, 15)
                .step());
    assertThat(outcome.decision().refusals())
        .extracting(Refusal::key)
        .containsExactly("way.refusal.majority");
  }

  @Test
  void aHelperWhoIsDisciplinedIsRefused() {
    UUID helper = OFFICE.commune.member("Cà Văn Phạt", OFFICE.other);
    taken(
        helper,
        made(StepKind.DISCIPLINE_DECISION, DAY.minusMonths(5))
            .form("reprimand")
            .votes(6, 8)
            .carried(true));
    UUID person = candidate("Lò Thị Giúp");
    TakeStep.Outcome outcome =
        OFFICE.take(
            person,
            made(StepKind.HELPERS, DAY).people(helper, MEMBERS.get(0)).form("two_members").step());
    assertThat(outcome.decision().refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.key()).isEqualTo("way.refusal.helperDisciplined");
          assertThat(refusal.rule()).isNotNull();
          assertThat(refusal.arguments()).contains("Cà Văn Phạt");
        });
  }

  @Test
  void aStepIsTakenBackAndStays() {
    UUID person = candidate("Giàng A Lử");
    upToCeremony(person);
    UUID ceremony = last(person, StepKind.CEREMONY);
    OFFICE.takeBack.run(Viewer.COMMAND_LINE, ceremony, "ghi nhầm ngày");
    assertThat(OFFICE.registers(person).phase()).isEqualTo(Phase.CANDIDATE);
    assertThat(OFFICE.replayed(person)).isEqualTo(OFFICE.registers(person));
    assertThat(OFFICE.steps.all(person))
        .filteredOn(kept -> kept.step().id().equals(ceremony))
        .singleElement()
        .satisfies(kept -> assertThat(kept.takenBack()).isEqualTo("ghi nhầm ngày"));
    taken(person, made(StepKind.CEREMONY, DAY.plusDays(52)));
    assertThat(OFFICE.registers(person).membership().admitted())
        .isEqualTo(PartialDate.day(DAY.plusDays(52)));
  }

  @Test
  void aStepInTheMiddleIsCorrectedAndTheOthersFollowAgain() {
    UUID person = candidate("Sùng A Páo");
    upToCeremony(person);
    CorrectStep.Outcome outcome =
        OFFICE.correct.run(
            Viewer.COMMAND_LINE,
            last(person, StepKind.CLASS),
            made(StepKind.CLASS, DAY.minusMonths(7)).number("13/GCN").step(),
            "số giấy chứng nhận sai");
    assertThat(outcome.refused()).isNull();
    assertThat(OFFICE.registers(person).phase()).isEqualTo(Phase.PROBATIONARY);
    assertThat(OFFICE.replayed(person)).isEqualTo(OFFICE.registers(person));
    CorrectStep.Outcome tooOld =
        OFFICE.correct.run(
            Viewer.COMMAND_LINE,
            last(person, StepKind.CLASS),
            made(StepKind.CLASS, DAY.minusMonths(61)).step(),
            "x");
    assertThat(tooOld.refused())
        .isNotNull()
        .extracting(Step::kind)
        .isEqualTo(StepKind.CELL_RESOLUTION);
    assertThat(OFFICE.registers(person).phase()).isEqualTo(Phase.PROBATIONARY);
  }

  private static UUID last(UUID person, StepKind kind) {
    return OFFICE.steps.all(person).stream()
        .filter(StepRepository.Kept::holds)
        .filter(kept -> kept.step().kind() == kind)
        .toList()
        .getLast()
        .step()
        .id();
  }

  @Test
  void movesEndsAndReturnsFollowInTheRegisters() {
    UUID person = OFFICE.commune.member("Quàng Văn Đi", OFFICE.cell);
    taken(person, made(StepKind.TRANSFER_WITHIN, DAY).cell(OFFICE.other.id()));
    assertThat(OFFICE.registers(person).cell()).isEqualTo(OFFICE.other.id());
    taken(person, made(StepKind.EXEMPTION, DAY.plusDays(5)).form("weak").reason("ốm"));
    taken(person, made(StepKind.EXEMPTION_END, DAY.plusDays(90)));
    taken(
        person,
        made(StepKind.TEMPORARY_OUT, DAY.plusDays(91))
            .form("work")
            .place("Đảng bộ khu công nghiệp")
            .until(DAY.plusDays(91).plusMonths(5)));
    taken(person, made(StepKind.TEMPORARY_OUT_END, DAY.plusDays(150)));
    taken(
        person,
        made(StepKind.TRANSFER_OUT, DAY.plusDays(200)).form("other_province").place("Hà Nội"));
    assertThat(OFFICE.registers(person).phase()).isEqualTo(Phase.GONE);
    taken(person, made(StepKind.TRANSFER_ARRIVED, DAY.plusDays(215)));
    taken(
        person,
        made(StepKind.TRANSFER_IN, DAY.plusDays(300))
            .form("other_province")
            .cell(OFFICE.cell.id()));
    assertThat(OFFICE.registers(person).phase()).isEqualTo(Phase.OFFICIAL);
    taken(person, made(StepKind.DEATH, DAY.plusDays(400)));
    assertThat(OFFICE.registers(person).membership().leftBy()).isEqualTo(StepKind.DEATH);
  }

  @Test
  void registersThatNoDeedChangedAreFound() {
    UUID person = candidate("Hạng A Lén");
    taken(person, made(StepKind.CLASS, DAY.minusMonths(1)));
    assertThat(new WaysCheckup(OFFICE.steps).findings()).isEmpty();
    OFFICE.unseen(
        "update candidate set class_taken = '2016-08' where person_id = '" + person + "'");
    assertThat(new WaysCheckup(OFFICE.steps).findings())
        .containsExactly(Checkup.Finding.of("membership.checkup.otherThanSteps", person));
    OFFICE.unseen(
        "update candidate set class_taken = '%s' where person_id = '%s'"
            .formatted(DAY.minusMonths(1), person));
    assertThat(new WaysCheckup(OFFICE.steps).findings()).isEmpty();
  }

  @Test
  void whatAFormChangedSinceIsSaidBeforeTheNextStep() {
    UUID person = candidate("Mùa Thị Đổi");
    taken(person, made(StepKind.CLASS, DAY.minusMonths(1)));
    OFFICE
        .database
        .ownerJdbc()
        .sql("update candidate set class_taken = '2016-08' where person_id = ?")
        .param(person)
        .update();
    assertThat(new WaysCheckup(OFFICE.steps).findings()).isEmpty();
    taken(person, made(StepKind.APPLICATION, DAY).form("upper_secondary"));
    assertThat(OFFICE.registers(person).candidature().classTaken())
        .isEqualTo(PartialDate.parse("2016-08"));
    assertThat(OFFICE.steps.all(person))
        .filteredOn(kept -> kept.step().kind() == StepKind.REGISTERED)
        .hasSize(2);
    UUID first = last(person, StepKind.CLASS);
    assertThatThrownBy(() -> OFFICE.takeBack.run(Viewer.COMMAND_LINE, first, "x"))
        .isInstanceOf(Refused.class);
  }
}
