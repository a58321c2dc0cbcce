package vn.nenmong.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.ImportFile;

/// What a form refuses at its field, what it leaves alone, and the figures that a record counts
/// towards, on the demo's commune.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class FormChecksTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void demo(
      @Autowired ImportFile files,
      @Autowired Organizations organizations,
      @Autowired DemoAccounts accounts) {
    files.loadDemo();
    String path = organizations.tops(Scope.ALL, LocalDate.of(2016, 12, 31)).getFirst().path();
    accounts.make(path, path);
  }

  private Pages pages() {
    return new Pages(web, "vanphong", "CLERK");
  }

  private FilledForm blank(String register) {
    return FilledForm.open(pages(), "/entry/" + register + "/new");
  }

  private String cell(String code) {
    return text("select id::text from organization where code = '%s'".formatted(code));
  }

  private String village(String code) {
    return text("select id::text from village where code = '%s'".formatted(code));
  }

  private String member() {
    return text(
        """
        select p.id::text
        from person p
        join member_state s on s.person_id = p.id
        order by p.name, p.id
        limit 1
        """);
  }

  private String text(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private FilledForm meeting(String heldOn) {
    return blank("meetings")
        .with("cell", cell("CB03"), "heldOn", heldOn, "kind", "thematic", "due", "7");
  }

  /// The words at a field, and another field that must stand there as it was typed.
  private record Refused(FilledForm form, String words, String field, String typed) {}

  @TestFactory
  Stream<DynamicTest> whatCantBeIsRefusedAtItsFieldAndStaysThere() {
    String commune = cell("NATONG");
    FilledForm indicator =
        blank("indicators")
            .with("commune", commune, "year", "2016", "code", "CT98", "unit", "ha")
            .with("name", "Cây ăn quả", "direction", "up");
    return Stream.of(
            new Refused(
                meeting("20/12/2016").with("present", "8"),
                "Có mặt: số không quá số phải dự (7)",
                "present",
                "8"),
            new Refused(
                meeting("20/12/2016").with("month", "8"),
                "Ngày họp: ngày trong tháng 8 hoặc gần tháng đó",
                "month",
                "8"),
            new Refused(
                meeting("20/12/1950"),
                "Ngày họp: tổ chức này chưa có hoặc đã kết thúc vào lúc đó (20/12/1950)",
                "heldOn.year",
                "1950"),
            new Refused(
                blank("studies")
                    .with("organization", cell("CB03"), "document", "Chỉ thị 1")
                    .with("heldOn", "1/2/2016", "due", "5", "present", "6"),
                "Dự: số không quá số phải dự (5)",
                "document",
                "Chỉ thị 1"),
            new Refused(
                blank("models")
                    .with("person", member(), "name", "Ao cá", "year", "2016", "since", "2017"),
                "Từ năm: không sau năm của số liệu (2016)",
                "name",
                "Ao cá"),
            new Refused(
                blank("models")
                    .with("person", member(), "name", "Ao cá", "year", "2016", "income", "-5"),
                "không được nhỏ hơn 0",
                "income",
                "-5"),
            new Refused(
                blank("models").with("person", member(), "name", "Ao cá", "year", "16"),
                "«16» không phải là một năm",
                "year",
                "16"),
            new Refused(
                indicator.with("kind", "rice_area"),
                "số liệu này đang lấy từ chỉ tiêu",
                "name",
                "Cây ăn quả"),
            new Refused(
                blank("village-years")
                    .with("village", village("B03"), "year", "2013", "households", "50")
                    .with("poor", "30", "nearPoor", "21"),
                "hộ nghèo cộng hộ cận nghèo không quá số hộ (50)",
                "poor",
                "30"),
            new Refused(
                blank("courses")
                    .with("commune", commune, "name", "Lớp A", "kind", "Nghiệp vụ")
                    .with("fromDay", "5/6/2016", "toDay", "4/6/2016"),
                "Đến ngày: ngày không trước «Từ ngày»",
                "name",
                "Lớp A"),
            new Refused(
                blank("planning")
                    .with("person", member(), "post", "Bí thư", "fromYear", "2020")
                    .with("toYear", "2020"),
                "phải sau năm bắt đầu (2020)",
                "post",
                "Bí thư"),
            new Refused(
                blank("cell-reviews")
                    .with("organization", cell("CB03"), "year", "1950", "grade", "good")
                    .with("label", "Tốt"),
                "tổ chức này chưa có hoặc đã kết thúc vào lúc đó (1950)",
                "label",
                "Tốt"),
            new Refused(
                blank("member-reviews")
                    .with("person", member(), "year", "1950", "grade", "good", "label", "Tốt"),
                "không phải là đảng viên trong năm 1950",
                "label",
                "Tốt"))
        .map(refused ->
            DynamicTest.dynamicTest(
                refused.form().address() + ": " + refused.words(),
                () -> {
                  FilledForm.Answer answer = refused.form().send();
                  assertThat(answer.words()).contains(refused.words());
                  assertThat(FilledForm.inputs(answer.page()))
                      .containsEntry("f." + refused.field(), refused.typed());
                }));
  }

  @Test
  void pastedRowsAreCheckedBeforeTheyAreSaved() throws Exception {
    String row = cell("CB03") + "\t20/12/2016\t\tThường kỳ\t7\t8\t";
    FilledForm pasted =
        new FilledForm(
            pages(),
            "/entry/meetings/many",
            Map.of("rows", row.replace("\t8", "\t7") + "\n" + row));
    assertThat(pasted.send().page())
        .containsPattern("(?s)data-label=\"Có mặt\">8<p class=\"wrong\">số không quá số phải dự");
  }

  @Test
  void aMeetingHeldLateStaysTheMonthsThatItWasFor() throws Exception {
    meeting("2/11/2016").with("month", "10", "present", "7").send();
    String id =
        text(
            """
            select id::text from meeting where held_on = '2016-11-02' and month = '2016-10-01'
              and kind = 'thematic'
            """);
    FilledForm.open(pages(), "/entry/meetings/" + id + "/correct")
        .with("present", "6", "reason", "Đếm nhầm")
        .send();
    assertThat(text("select month || ' ' || present from meeting where id = '%s'".formatted(id)))
        .isEqualTo("2016-10-01 6");
  }

  @Test
  void anotherYearOfAnIndicatorLeavesWhatIsNotToldAgain() throws Exception {
    String bound = "select %s from indicator where kind = 'rice_area'";
    String code = text(bound.formatted("code"));
    FilledForm.Answer added =
        blank("indicators")
            .with("commune", cell("NATONG"), "year", "2017", "direction", "up", "plan", "10")
            .with("code", code, "name", text(bound.formatted("name")))
            .with("unit", text(bound.formatted("unit")))
            .send();
    assertThat(text(bound.formatted("code"))).isEqualTo(code);
    new FilledForm(pages(), added.undo(), Map.of()).send();
  }

  @Test
  void voidingAYearLeavesOtherThingsWithoutAYearAlone() throws Exception {
    jdbc.sql(
            """
            insert into mass_organization (commune_id, name)
            select id, 'Hội chưa có số liệu' from organization where code = 'NATONG'
            """)
        .update();
    blank("mass-organizations")
        .with("commune", cell("NATONG"), "year", "2016", "name", "Hội Nuôi ong")
        .send();
    FilledForm.open(pages(), record("/mass-organizations?q=nuoi%20ong") + "/remove")
        .with("reason", "Nhập thừa")
        .send();
    assertThat(
            jdbc.sql("select name from mass_organization where name like 'Hội %' order by name")
                .query(String.class)
                .list())
        .contains("Hội chưa có số liệu")
        .doesNotContain("Hội Nuôi ong");
  }

  @Test
  void whatAnEndedCellDidIsEnteredAndCorrectedStill() throws Exception {
    jdbc.sql(
            """
            with commune as (select id from organization where code = 'NATONG'),
            cell as (
              insert into organization (commune_id, code, life)
              select id, 'CBCU', '[2014-01-01,2016-01-01)' from commune returning id, commune_id)
            insert into organization_period (
              organization_id, period, commune_id, name, kind, parent_id, path)
            select cell.id, '[2014-01-01,2016-01-01)', cell.commune_id, 'Chi bộ bản Cũ', 'cell',
              cell.commune_id,
              op.path || text2ltree(replace(cast(cell.id as text), '-', ''))
            from cell join organization_period op on op.organization_id = cell.commune_id
            """)
        .update();
    FilledForm blank = blank("meetings");
    assertThat(pages().open(blank.address())).contains("Chi bộ bản Cũ (… – 31/12/2015)");
    FilledForm past =
        blank.with("cell", cell("CBCU"), "kind", "regular", "due", "5", "present", "4");
    assertThat(past.with("heldOn", "5/1/2016").send().words())
        .contains("tổ chức này chưa có hoặc đã kết thúc vào lúc đó (05/01/2016)");
    past.with("heldOn", "5/10/2015").send();
    String record = record("/meetings?on=2015-12-31&q=ban%20cu");
    FilledForm.open(pages(), record + "/correct")
        .with("present", "5", "reason", "Đếm thiếu một người")
        .send();
    assertThat(
            text("select present::text from meeting where cell_id = '%s'".formatted(cell("CBCU"))))
        .isEqualTo("5");
  }

  /// The address of the first record that a page leads to.
  private String record(String page) {
    Matcher link =
        Pattern.compile("(/entry/(?!villages/)[a-z-]+/[0-9a-f-]{36})/correct")
            .matcher(pages().open(page));
    assertThat(link.find()).as(page).isTrue();
    return link.group(1);
  }

  @TestFactory
  Stream<DynamicTest> aFigureMissesWhatIsVoidedUntilThatIsTakenBack() {
    return Stream.of(
            List.of("/meetings?kind=regular", "meetings.held_rate"),
            List.of("/studies", "study.attendance_rate"),
            List.of("/models?stage=pilot", "models.pilot"),
            List.of("/models?stage=replicated", "models.replicated"),
            List.of("/indicators?q=dien%20tich%20lua", "rice.area"),
            List.of("/courses/attendance?q=bi%20thu%20chi%20bo", "training.secretaries_trained"),
            List.of("/planning", "planning.entries"),
            List.of("/resolutions?thematic=yes", "resolutions.thematic"),
            List.of("/reviews/cells?grade=clean_and_strong", "review.cells_strong"),
            List.of("/reviews/members", "review.members_rated"),
            List.of("/villages/" + village("B03"), "poverty.multidimensional_rate"))
        .map(pair ->
            DynamicTest.dynamicTest(pair.get(1), () -> missesUntil(pair.get(0), pair.get(1))));
  }

  private void missesUntil(String page, String figure) throws Exception {
    String rows = "/api/figures/" + figure + "/rows?organization=NATONG";
    String before = pages().open(rows);
    String undo =
        FilledForm.open(pages(), record(page) + "/remove")
            .with("reason", "Nhập thừa")
            .send()
            .undo();
    assertThat(pages().open(rows)).isNotEqualTo(before);
    new FilledForm(pages(), undo, Map.of()).send();
    assertThat(pages().open(rows)).isEqualTo(before);
  }
}
