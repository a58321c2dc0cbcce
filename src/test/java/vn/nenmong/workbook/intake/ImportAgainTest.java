package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nenmong.workbook.intake.ImportResult.Outcome;
import vn.nenmong.workbook.reading.Problem;

/// The same commune once more: a corrected file, a wrong one, the next year's, another commune's.
class ImportAgainTest {

  private final Intake intake = new Intake();

  @BeforeEach
  void theDemoIsThere() {
    assertThat(intake.run(Intake.DEMO).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aCorrectedFileChangesWhatDiffersInPlace() throws IOException {
    ImportResult result =
        run(
            new Office()
                .put("Đảng viên", 6, "Nghề nghiệp", "Giáo viên")
                .put("Đảng viên", 8, "Ngày sinh", "22/06/1965")
                .put("Thôn bản", 6, "Số hộ", 65)
                .put("Chỉ tiêu", 6, "Thực hiện 2016", 2091)
                .put("Xếp loại chi bộ", 6, "Mức xếp loại", "Hoàn thành tốt nhiệm vụ")
                .put("Sinh hoạt chi bộ", 6, "Ngày họp", "05/01/2016"));
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.added()).isZero();
    assertThat(result.changed()).isEqualTo(6);
    assertThat(result.unchanged()).isEqualTo(707);
    assertThat(changes(result))
        .containsExactlyInAnyOrder(
            "Số hộ: 64 → 65",
            "Nghề nghiệp: Làm ruộng → Giáo viên",
            "Ngày sinh: 21/06/1965 → 22/06/1965",
            "Thực hiện năm: 2090 → 2091",
            "Ngày họp: 04/01/2016 → 05/01/2016",
            "Mức xếp loại: Trong sạch vững mạnh → Hoàn thành tốt nhiệm vụ");
    assertThat(
            intake.count(
                "select count(*) from member_state where occupation = 'Giáo viên' and period @> date '2014-01-01'"))
        .isEqualTo(16 + 1);
    assertThat(
            intake.count(
                """
                select count(*) from row_change r
                join audit_line a on a.change = r.change and a.action = 'import'
                where opened(r.before, r.person_id) ->> 'occupation' = 'Làm ruộng'
                """))
        .isEqualTo(1);
    assertThat(run(new Office()).changed()).isEqualTo(6);
  }

  @Test
  void theNextYearsFileAddsAYearAndKeepsTheOldOne() throws IOException {
    Office office =
        new Office()
            .nextYear()
            .put("Đảng viên", 6, "Nghề nghiệp", "Giáo viên")
            .put("Đảng viên", 18, "Ngày chính thức", "13/06/2017")
            .put("Đảng viên", 18, "Số thẻ đảng viên", "11.100444")
            .put("Đảng viên", 13, "Mã chi bộ", "CB02")
            .put("Thôn bản", 6, "Số hộ", 70)
            .clear("Đảng viên", 117);
    office.clear("Chức vụ", 49).clear("Xếp loại đảng viên", 109);
    ImportResult result = run(office);
    assertThat(result.allProblems()).isEmpty();
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    RegisterResult members = register(result, "Đảng viên");
    assertThat(members.changed()).isEqualTo(3);
    assertThat(members.unchanged()).isEqualTo(108);
    assertThat(members.absent()).singleElement().asString().contains("Vũ Thu Hạnh");
    assertThat(states("2016-12-31", "occupation = 'Giáo viên'")).isEqualTo(23);
    assertThat(states("2017-01-01", "occupation = 'Giáo viên'")).isEqualTo(24);
    assertThat(states("2016-12-31", "standing = 'official'")).isEqualTo(100);
    assertThat(states("2017-06-12", "standing = 'official'")).isEqualTo(100);
    assertThat(states("2017-06-13", "standing = 'official'")).isEqualTo(101);
    assertThat(states("2016-12-31", "true")).isEqualTo(112);
    assertThat(states("2017-12-31", "true")).isEqualTo(112);
    assertThat(inCell("CB02", "2016-12-31")).isEqualTo(5);
    assertThat(inCell("CB02", "2017-01-01")).isEqualTo(6);
    assertThat(
            intake.count(
                "select households from village_year y join village v on v.id = y.village_id where code = 'B01' and year = 2016"))
        .isEqualTo(64);
    assertThat(
            intake.count(
                "select households from village_year y join village v on v.id = y.village_id where code = 'B01' and year = 2017"))
        .isEqualTo(70);
    assertThat(register(result, "Xếp loại chi bộ").added()).isEqualTo(16);
    assertThat(register(result, "Chức vụ").absent()).hasSize(1);

    ImportResult sixteen = intake.run(Intake.DEMO);
    assertThat(sixteen.added() + sixteen.changed()).isZero();
    ImportResult seventeen = run(office);
    assertThat(seventeen.added() + seventeen.changed()).isZero();
  }

  @Test
  void anOutstandingPersonWhoIsAMemberNowWasAdmitted() throws IOException {
    Office office = new Office().nextYear().clear("Phát triển đảng", 6);
    office
        .put("Đảng viên", 118, "Họ và tên", "Vừ A Hồ")
        .put("Đảng viên", 118, "Giới tính", "Nam")
        .put("Đảng viên", 118, "Ngày sinh", "23/01/1993")
        .put("Đảng viên", 118, "Ngày vào Đảng", "03/02/2017")
        .put("Đảng viên", 118, "Mã chi bộ", "CB07")
        .put("Đảng viên", 119, "Họ và tên", null);
    ImportResult result = run(office);
    assertThat(result.allProblems()).isEmpty();
    assertThat(register(result, "Đảng viên").added()).isEqualTo(1);
    assertThat(register(result, "Phát triển đảng").absent()).isEmpty();
    assertThat(
            intake.count(
                """
                select count(*) from candidate c join membership m using (person_id)
                where c.status = 'admitted' and upper(c.listed) = '2017-02-03'
                """))
        .isEqualTo(1);
    assertThat(intake.run(Intake.DEMO).changed()).isZero();
  }

  @Test
  void aCellThatEndsEndsWhatWasInIt() throws IOException {
    ImportResult result =
        run(
            new Office()
                .nextYear()
                .put("Tổ chức", 22, "Ngày kết thúc", "30/06/2017")
                .put("Phát triển đảng", 14, "Mã chi bộ", "CB11")
                .put("Đảng viên", 113, "Mã chi bộ", "CB11")
                .put("Đảng viên", 114, "Mã chi bộ", "CB11")
                .put("Đảng viên", 115, "Mã chi bộ", "CB11")
                .put("Đảng viên", 116, "Mã chi bộ", "CB11")
                .put("Đảng viên", 117, "Mã chi bộ", "CB11"));
    assertThat(result.allProblems()).isEmpty();
    assertThat(inCell("CB16", "2017-06-30")).isEqualTo(5);
    assertThat(inCell("CB11", "2017-06-30")).isEqualTo(7);
    assertThat(inCell("CB11", "2017-07-01")).isEqualTo(12);
    assertThat(intake.count("select count(*) from charge where upper(period) = '2017-07-01'"))
        .isEqualTo(1);
  }

  @Test
  void anUnknownCellCodeRefusesTheFileWhateverIsChosen() throws IOException {
    Path file = new Office().put("Đảng viên", 6, "Mã chi bộ", "CB99").save();
    ImportResult result = intake.run(intake.read(file), true, Answers.NONE);
    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.structural())
        .singleElement()
        .returns("Đảng viên", Problem::sheet)
        .returns(6, Problem::row)
        .returns("Mã chi bộ", Problem::column)
        .returns("CB99", Problem::found);
  }

  @Test
  void aWrongRowRefusesTheFileOrIsLeftOut() throws IOException {
    Path file =
        new Office()
            .put("Đảng viên", 7, "Ngày sinh", "31/02/1995")
            .put("Đảng viên", 6, "Nghề nghiệp", "Giáo viên")
            .clear("Xếp loại đảng viên", 7)
            .save();
    assertThat(intake.run(file).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(states("2016-12-31", "occupation = 'Giáo viên'")).isEqualTo(23);
    ImportResult skipped = intake.run(intake.read(file), true, Answers.NONE);
    assertThat(skipped.outcome()).isEqualTo(Outcome.DONE);
    assertThat(skipped.problems()).hasSize(1);
    assertThat(states("2016-12-31", "occupation = 'Giáo viên'")).isEqualTo(24);
  }

  @Test
  void whoCannotBeToldIsAskedAndTheAnswerTaken() throws IOException {
    Path file =
        new Office()
            .nextYear()
            .put("Đảng viên", 18, "Mã chi bộ", "CB03")
            .put("Xếp loại đảng viên", 18, "Mã chi bộ", "CB03")
            .save();
    ImportResult asked = intake.run(file);
    assertThat(asked.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(asked.asks()).singleElement().returns(18, Ask::row);
    assertThat(asked.asks().getFirst().lines())
        .filteredOn(line -> line.differs(0))
        .extracting(Ask.Line::label)
        .containsExactly("workbook.who.cell");
    UUID member = asked.asks().getFirst().options().getFirst().person();
    ImportResult answered =
        intake.run(
            intake.read(file), false, new Answers(Map.of(18, Optional.of(member)), Map.of()));
    assertThat(answered.allProblems()).isEmpty();
    assertThat(register(answered, "Đảng viên").changed()).isEqualTo(1);
    assertThat(inCell("CB03", "2017-12-31")).isEqualTo(8);
  }

  @Test
  void aFileOfAnotherCommuneStandsBesideWithTheSameCellCodes() throws IOException {
    Office office = new Office().put("Tổ chức", 6, "Mã", "MUONGNHA");
    office.put("Tổ chức", 6, "Tên tổ chức đảng", "Đảng bộ xã Mường Nhà");
    for (int row = 7; row <= 23; row++) {
      office.put("Tổ chức", row, "Trực thuộc", "MUONGNHA");
    }
    for (int row = 6; row <= 18; row++) {
      office.put("Chức vụ", row, "Mã tổ chức", "MUONGNHA");
    }
    for (int row = 6; row <= 11; row++) {
      office.put("Nghị quyết", row, "Mã tổ chức", "MUONGNHA");
    }
    for (int row = 6; row <= 8; row++) {
      office.put("Quán triệt", row, "Mã tổ chức", "MUONGNHA");
    }
    ImportResult result = run(office);
    assertThat(result.allProblems()).isEmpty();
    assertThat(result.newCommune()).isTrue();
    assertThat(result.added()).isEqualTo(713);
    assertThat(states("2016-12-31", "true")).isEqualTo(224);
    assertThat(intake.run(Intake.DEMO).unchanged()).isEqualTo(713);
  }

  @Test
  void aFileThatTakesTheCodeOfAnotherCommuneIsRefused() throws IOException {
    Office office = new Office().put("Tổ chức", 6, "Tên tổ chức đảng", "Đảng bộ xã Mường Nhà");
    for (int row = 7; row <= 23; row++) {
      office.put("Tổ chức", row, "Tên tổ chức đảng", "Chi bộ số " + row);
    }
    ImportResult result = run(office);
    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.structural()).singleElement().returns("Mã", Problem::column);
  }

  @Test
  void withoutTheSheetOfOrganizationsTheCommuneIsFoundByItsCode() throws IOException {
    assertThat(run(new Office().remove("Tổ chức")).unchanged()).isEqualTo(713 - 18);
  }

  @Test
  void whatFailsInTheMiddleLeavesNothingBehind() throws IOException {
    intake
        .database
        .ownerJdbc()
        .sql("alter table member_review add check (label <> 'Hoàn thành')")
        .update();
    Path file =
        new Office()
            .put("Đảng viên", 6, "Nghề nghiệp", "Giáo viên")
            .put("Xếp loại đảng viên", 6, "Mức xếp loại", "Hoàn thành")
            .save();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> intake.run(file)))
        .isInstanceOf(RuntimeException.class);
    assertThat(states("2016-12-31", "occupation = 'Giáo viên'")).isEqualTo(23);
    assertThat(intake.count("select count(*) from import_run")).isEqualTo(1);
  }

  private ImportResult run(Office office) throws IOException {
    return intake.run(office.save());
  }

  private long states(String day, String condition) {
    return intake.count(
        "select count(*) from member_state where period @> date '%s' and %s"
            .formatted(day, condition));
  }

  private long inCell(String code, String day) {
    return intake.count(
        """
        select count(*) from member_state s join organization o on o.id = s.cell_id
        where s.period @> date '%s' and o.code = '%s'
        """
            .formatted(day, code));
  }

  private static RegisterResult register(ImportResult result, String sheet) {
    return result.registers().stream()
        .filter(register -> register.sheet().equals(sheet))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> changes(ImportResult result) {
    return result.registers().stream()
        .flatMap(register -> register.changes().stream())
        .map(change -> change.column() + ": " + change.before() + " → " + change.after())
        .toList();
  }
}
