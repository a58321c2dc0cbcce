package vn.nenmong.membership.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nenmong.membership.way.MadeSteps.made;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.membership.paper.PaperNumbersFixture;
import vn.nenmong.membership.way.StepKind;

/// Numbers of papers: continuous for each organization, kind of document and term (36-HD/VPTW,
/// 1.3).
class PaperNumbersTest {

  private static final LocalDate DAY = LocalDate.of(2016, 10, 3);

  private final Office office = new Office(LocalDate.of(2018, 12, 31));
  private final List<UUID> members =
      IntStream.range(0, 10)
          .mapToObj(i -> office.commune.member("Lò Văn " + (char) ('A' + i), office.cell))
          .toList();

  private String offered(int member, LocalDate day) {
    TakeStep.Outcome outcome =
        office.take.runNumbered(
            Viewer.COMMAND_LINE,
            members.get(member),
            made(StepKind.EXEMPTION, day).form("old").number("01-NQ/CB").step());
    assertThat(outcome.decision().refusals()).isEmpty();
    return String.valueOf(outcome.number());
  }

  private TakeStep.Outcome typed(int member, LocalDate day, String number) {
    return office.take(
        members.get(member), made(StepKind.EXEMPTION, day).form("old").number(number).step());
  }

  private List<Integer> gaps() {
    return PaperNumbersFixture.gaps(office.database, office.cell.id());
  }

  @Test
  void twoClerksAtOnceGetDifferentNumbers() throws Exception {
    try (ExecutorService clerks = Executors.newFixedThreadPool(8)) {
      CyclicBarrier together = new CyclicBarrier(8);
      List<Future<String>> given = new ArrayList<>();
      for (int member = 0; member < 8; member++) {
        int whose = member;
        given.add(
            clerks.submit(() -> {
              together.await();
              return offered(whose, DAY);
            }));
      }
      List<String> numbers = new ArrayList<>();
      for (Future<String> number : given) {
        numbers.add(number.get());
      }
      assertThat(numbers)
          .containsExactlyInAnyOrder(
              "01-NQ/CB",
              "02-NQ/CB",
              "03-NQ/CB",
              "04-NQ/CB",
              "05-NQ/CB",
              "06-NQ/CB",
              "07-NQ/CB",
              "08-NQ/CB");
    }
  }

  @Test
  void theNextFollowsTheLastAndGapsAreTold() {
    typed(0, DAY, "Số 3 - nq/cb");
    assertThat(offered(1, DAY.plusDays(1))).isEqualTo("04-NQ/CB");
    typed(2, DAY.plusDays(2), "7-NQ/CB");
    assertThat(gaps()).containsExactly(1, 2, 5, 6);
  }

  @Test
  void aNumberOfAnotherPaperIsRefusedAndOneOfTheSamePaperIsNot() {
    typed(0, DAY, "05-NQ/CB");
    assertThatThrownBy(() -> typed(1, DAY.plusDays(1), "5-NQ/CB"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("membership.paper.taken"));
    assertThat(typed(1, DAY, "05-NQ/CB").isTaken()).isTrue();
    assertThat(office.registers(members.get(1)).membership().exempt()).isTrue();
  }

  @Test
  void aNumberOfAStepThatWasTakenBackIsNotGivenAgain() {
    TakeStep.Outcome wrong = typed(0, DAY, "01-NQ/CB");
    office.takeBack.run(Viewer.COMMAND_LINE, Objects.requireNonNull(wrong.step()), "sai người");
    assertThat(offered(1, DAY.plusDays(1))).isEqualTo("02-NQ/CB");
    assertThatThrownBy(() -> typed(2, DAY.plusDays(2), "01-NQ/CB")).isInstanceOf(Refused.class);
  }

  @Test
  void theStepInPlaceOfAWrongOneKeepsItsNumber() {
    TakeStep.Outcome wrong = typed(0, DAY, "01-NQ/CB");
    CorrectStep.Outcome right =
        office.correct.run(
            Viewer.COMMAND_LINE,
            Objects.requireNonNull(wrong.step()),
            made(StepKind.EXEMPTION, DAY.plusDays(2)).form("weak").number("01-NQ/CB").step(),
            "sai ngày");
    assertThat(right.refused()).isNull();
    assertThat(right.taken().number()).isEqualTo("01-NQ/CB");
  }

  @Test
  void eachTermNumbersAnewAndATermEnteredLaterTakesItsPapersAlong() {
    typed(0, LocalDate.of(2015, 3, 2), "01-NQ/CB");
    typed(1, DAY, "02-NQ/CB");
    PaperNumbersFixture.term(office.database, office.cell.id(), LocalDate.of(2015, 6, 30));

    assertThat(offered(2, LocalDate.of(2015, 6, 29))).isEqualTo("02-NQ/CB");
    assertThat(offered(3, LocalDate.of(2015, 6, 30))).isEqualTo("03-NQ/CB");
    assertThat(typed(4, LocalDate.of(2017, 1, 9), "01-NQ/CB").isTaken()).isTrue();
  }

  @Test
  void theRegisterOfResolutionsIsInTheSameBook() {
    office.one(
        """
        insert into resolution (commune_id, organization_id, number, kind, subject, issued_on, thematic)
        values (?, ?, '09-NQ/CB', 'Nghị quyết', 'x', ?, false) returning number
        """,
        String.class,
        office.commune.root().id(),
        office.cell.id(),
        DAY);

    assertThat(offered(0, DAY.plusDays(1))).isEqualTo("10-NQ/CB");
    assertThatThrownBy(() -> typed(1, DAY.plusDays(1), "09-NQ/CB")).isInstanceOf(Refused.class);
  }

  @Test
  void otherCellsAndOtherOfficesHaveTheirOwnNumbers() {
    UUID elsewhere = office.commune.member("Giàng A Pó", office.other);
    typed(0, DAY, "01-NQ/CB");

    assertThat(
            office
                .take(
                    elsewhere, made(StepKind.EXEMPTION, DAY).form("old").number("01-NQ/CB").step())
                .isTaken())
        .isTrue();
    assertThat(typed(1, DAY.plusDays(1), "01-QĐ/HU").isTaken()).isTrue();
    assertThat(typed(2, DAY.plusDays(2), "01-QĐ/HU").isTaken()).isTrue();
  }
}
