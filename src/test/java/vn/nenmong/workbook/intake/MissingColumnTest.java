package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nenmong.BesideOthers;
import vn.nenmong.workbook.intake.ImportResult.Outcome;

/// A column that a file does not have says nothing; a blank cell says that there is nothing.
@BesideOthers
class MissingColumnTest {

  private static final Intake SAME = new Intake();

  private Intake intake = SAME;

  @BeforeAll
  static void theDemoIsThere() {
    assertThat(SAME.run(Intake.DEMO).outcome()).isEqualTo(Outcome.DONE);
  }

  static List<String> sheets() {
    return new Office().sheets();
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void withoutAnyOneOfItsColumnsASheetChangesNothing(String sheet) throws Exception {
    for (String column : new Office().headings(sheet)) {
      try (Office office = new Office()) {
        ImportResult result = SAME.run(office.drop(sheet, column).save());
        if (!result.structural().isEmpty()) {
          // a required column
          continue;
        }
        assertThat(result.allProblems()).as(column).isEmpty();
        assertThat(changes(result)).as(column).isEmpty();
        assertThat(result.added()).as(column).isZero();
        assertThat(result.unchanged()).as(column).isEqualTo(713);
        assertThat(result.registers()).as(column).allMatch(register -> register.absent().isEmpty());
      }
    }
  }

  @Test
  void withoutItsColumnTheYearsPovertyOfMembersIsNotKnown() throws Exception {
    intake = new Intake();
    intake.run(Intake.DEMO);
    try (Office office = new Office()) {
      intake.run(office.nextYear().drop("Đảng viên", "Hộ nghèo").save());
    }
    assertThat(
            intake.count("select max(year) from register_year where register = 'member_poverty'"))
        .isEqualTo(2016);
    assertThat(intake.count("select max(year) from register_year where register = 'members'"))
        .isEqualTo(2017);
  }

  @Test
  void theNextYearWithoutColumnsKeepsWhatIsKnownOfMembersAndVillages() throws Exception {
    intake = new Intake();
    intake.run(Intake.DEMO);
    try (Office office = new Office()) {
      office
          .nextYear()
          .drop("Đảng viên", "Số thẻ đảng viên")
          .drop("Đảng viên", "Trình độ học vấn")
          .drop("Đảng viên", "Lý luận chính trị")
          .drop("Đảng viên", "Ngày chính thức")
          .drop("Thôn bản", "Bản biên giới")
          .drop("Thôn bản", "Hộ cận nghèo")
          .drop("Thôn bản", "Chi bộ lãnh đạo");
      long cards = intake.count("select count(*) from membership where card_number is not null");
      ImportResult result = intake.run(office.save());
      assertThat(result.allProblems()).isEmpty();
      assertThat(register(result, "Đảng viên")).returns(112, RegisterResult::unchanged);
      assertThat(intake.count("select count(*) from membership where card_number is not null"))
          .isEqualTo(cards)
          .isPositive();
      assertThat(states("2017-12-31")).isEqualTo(states("2016-12-31"));
      assertThat(villages("2017-12-31")).isEqualTo(villages("2016-12-31")).isPositive();
      assertThat(
              intake.count(
                  "select count(*) from village_year where year = 2017 and near_poor_households is null"))
          .isEqualTo(13);
      assertThat(
              intake.count(
                  "select count(*) from village_year where year = 2016 and near_poor_households is null"))
          .isZero();
    }
  }

  @Test
  void whereAVillageLiesComesWithColumnsOfItsOwnAndStaysWithoutThem() throws Exception {
    intake = new Intake();
    intake.run(Intake.DEMO);
    try (Office office = new Office()) {
      for (int column = 0; column < 2; column++) {
        office
            .sheet("Thôn bản")
            .getRow(4)
            .createCell(11 + column)
            .setCellValue(List.of("Hướng từ trung tâm xã", "Tọa độ").get(column));
        office
            .sheet("Thôn bản")
            .getRow(5)
            .createCell(11 + column)
            .setCellValue(List.of("đông bắc", "21,1523; 103,0412").get(column));
      }
      Path told = office.save();
      assertThat(changes(intake.run(told)))
          .containsExactlyInAnyOrder("Hướng từ trung tâm xã → ĐB", "Tọa độ → 21.15230, 103.04120");
      assertThat(changes(intake.run(told))).isEmpty();
    }
    assertThat(changes(intake.run(Intake.DEMO))).isEmpty();
    assertThat(
            intake.count(
                """
                select count(*) from village_period
                where bearing = 45 and latitude = 21.1523 and longitude = 103.0412
                """))
        .isPositive();
  }

  @Test
  void aBlankCellStillMeansThatThereIsNothing() throws Exception {
    intake = new Intake();
    intake.run(Intake.DEMO);
    try (Office office = new Office()) {
      ImportResult result =
          intake.run(
              office
                  .put("Đảng viên", 6, "Nghề nghiệp", null)
                  .put("Thôn bản", 6, "Số khẩu", null)
                  .put("Chỉ tiêu", 6, "Kế hoạch 2016", null)
                  .save());
      assertThat(changes(result))
          .containsExactlyInAnyOrder("Nghề nghiệp → null", "Số khẩu → null", "Kế hoạch năm → null");
    }
  }

  private String states(String day) {
    return intake
        .jdbc
        .sql(
            """
            select string_agg(person_id || standing || coalesce(education, '')
              || coalesce(theory, ''), ',' order by person_id)
            from member_state where period @> cast(:day as date)
            """)
        .param("day", day)
        .query(String.class)
        .single();
  }

  private long villages(String day) {
    return intake.count(
        "select count(*) from village_period where border and cell_id is not null and period @> date '%s'"
            .formatted(day));
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
        .map(change -> change.column() + " → " + change.after())
        .toList();
  }
}
