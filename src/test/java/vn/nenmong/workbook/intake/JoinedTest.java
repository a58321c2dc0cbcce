package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nenmong.workbook.intake.ImportResult.Outcome;

/// Someone known without membership who stands among the members of a later file.
class JoinedTest {

  private final Intake intake = new Intake();

  private record Head(UUID id, String name, String village) {}

  @BeforeEach
  void theDemoIsThere() {
    assertThat(intake.run(Intake.DEMO).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void anOutstandingPersonAdmittedByAnotherCellIsAskedAbout() {
    Office office = newMember("Vừ A Hồ", "23/01/1993", "CB08", null);
    ImportResult asked = intake.run(office.clear("Phát triển đảng", 6).save());
    assertThat(asked.outcome()).isEqualTo(Outcome.REFUSED);
    UUID known = asked.asks().getFirst().options().getFirst().person();
    ImportResult joined = answer(office, Optional.of(known));
    assertThat(joined.allProblems()).isEmpty();
    assertThat(
            intake.count(
                """
                select count(*) from candidate c join membership m using (person_id)
                where c.status = 'admitted' and upper(c.listed) = '2017-02-03'
                """))
        .isEqualTo(1);
  }

  @Test
  void aVillageHeadWhoJoinsKeepsThePostAndStaysOnePerson() {
    Head head = head();
    long people = intake.count("select count(*) from person");
    Office office = newMember(head.name(), "01/01/1980", "CB07", head.village());
    ImportResult asked = intake.run(office.save());
    assertThat(asked.asks()).singleElement().returns(118, Ask::row);
    assertThat(asked.problems()).singleElement().asString().contains(head.name());
    ImportResult joined = answer(office, Optional.of(head.id()));
    assertThat(joined.allProblems()).isEmpty();
    assertThat(intake.count("select count(*) from person")).isEqualTo(people);
    assertThat(
            intake.count(
                "select count(*) from membership where person_id = '%s'".formatted(head.id())))
        .isEqualTo(1);
    assertThat(
            intake.count(
                "select count(*) from village_post where person_id = '%s'".formatted(head.id())))
        .isEqualTo(1);
    ImportResult again = intake.run(office.save());
    assertThat(again.allProblems()).isEmpty();
    assertThat(again.added() + again.changed()).isZero();
  }

  @Test
  void whoIsSomeoneElseIsANewPerson() {
    Head head = head();
    long people = intake.count("select count(*) from person");
    Office office = newMember(head.name(), "01/01/1980", "CB07", head.village());
    assertThat(answer(office, Optional.empty()).allProblems()).isEmpty();
    assertThat(intake.count("select count(*) from person")).isEqualTo(people + 1);
  }

  @Test
  void aNamesakeInAnotherVillageIsNotAskedAbout() {
    Head head = head();
    String other =
        intake
            .jdbc
            .sql("select name from village_period where name <> :name order by name limit 1")
            .param("name", head.village())
            .query(String.class)
            .single();
    ImportResult result = intake.run(newMember(head.name(), "01/01/1980", "CB07", other).save());
    assertThat(result.allProblems()).isEmpty();
    assertThat(result.asks()).isEmpty();
  }

  private ImportResult answer(Office office, Optional<UUID> who) {
    return intake.run(intake.read(office.save()), false, new Answers(Map.of(118, who), Map.of()));
  }

  private static Office newMember(String name, String born, String cell, @Nullable String village) {
    return new Office()
        .nextYear()
        .put("Đảng viên", 118, "Họ và tên", name)
        .put("Đảng viên", 118, "Giới tính", "Nam")
        .put("Đảng viên", 118, "Ngày sinh", born)
        .put("Đảng viên", 118, "Bản (nơi cư trú)", village)
        .put("Đảng viên", 118, "Ngày vào Đảng", "03/02/2017")
        .put("Đảng viên", 118, "Mã chi bộ", cell)
        .put("Đảng viên", 119, "Họ và tên", null);
  }

  /// A village head who is no member, and whose name no member bears.
  private Head head() {
    return intake
        .jdbc
        .sql(
            """
            select p.id, p.name, v.name as village
            from village_post h
            join person p on p.id = h.person_id
            join village_period v on v.village_id = h.village_id
            where h.role = 'village_head'
              and not exists (
                select from membership m join person o on o.id = m.person_id
                where o.name = p.name)
              and not exists (
                select from person o where o.name = p.name and o.id <> p.id)
            order by p.name limit 1
            """)
        .query(Head.class)
        .single();
  }
}
