package vn.nenmong.consolidation.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.Pages;
import vn.nenmong.StatementCount;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// Where to act first, the health of one cell, and the bounds and weights behind both.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
@Import(StatementCount.class)
class HealthOfCellsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static int communes;

  @Autowired private MockMvc web;

  private TestCommune commune;
  private TestCommune.Unit cell;
  private TestCommune.Unit other;
  private List<UUID> members;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  /// Two cells of ten young members each with all that the rules want, of which nothing is red.
  @BeforeEach
  void aCommune() {
    commune = new TestCommune(DATABASE, "C" + ++communes);
    cell = commune.cell("CB01", "Chi bộ Nà Một");
    other = commune.cell("CB02", "Chi bộ Nà Hai");
    commune.account("office" + communes, "clerk", commune.root());
    commune.account("cell" + communes, "cell_secretary", cell);
    members = good(cell);
    good(other);
  }

  private List<UUID> good(TestCommune.Unit unit) {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      made.add(
          commune.member(
              "Lò Văn Ước",
              unit,
              "1980-05-03",
              i < 4 ? "female" : "male",
              i < 7 ? "Thái" : "Kinh",
              "2014-01-01",
              null));
    }
    office(unit, made.get(0), "secretary");
    office(unit, made.get(1), "deputy_secretary");
    office(unit, made.get(2), "committee_member");
    for (int month = 1; month <= 12; month++) {
      sql(
          """
          insert into meeting (commune_id, cell_id, month, held_on, kind, due, present)
          values (?, ?, make_date(2016, ?, 1), make_date(2016, ?, 5), 'regular', 10, 9)
          """,
          commune.root().id(),
          unit.id(),
          month,
          month);
    }
    sql(
        "insert into charge (commune_id, person_id, cell_id, period) values (?, ?, ?, '[2014-01-01,)')",
        commune.root().id(),
        made.get(3),
        unit.id());
    sql(
        """
        insert into resolution (commune_id, organization_id, number, kind, subject, issued_on, thematic)
        values (?, ?, '01-NQ/CB', 'Nghị quyết', 'Nhiệm vụ năm', '2016-01-05', false)
        """,
        commune.root().id(),
        unit.id());
    sql(
        "insert into organization_review (organization_id, year, commune_id, grade, label) values (?, 2016, ?, 'good', 'Hoàn thành tốt')",
        unit.id(),
        commune.root().id());
    candidate(unit, made.get(9), "[2016-02-01,)");
    return made;
  }

  private void office(TestCommune.Unit unit, UUID person, String role) {
    sql(
        """
        insert into office_held (commune_id, person_id, organization_id, title, role, period)
        values (?, ?, ?, ?, ?, '[2014-01-01,)')
        """,
        commune.root().id(),
        person,
        unit.id(),
        role,
        role);
  }

  private void candidate(TestCommune.Unit unit, UUID helper, String listed) {
    UUID person = UUID.randomUUID();
    sql(
        "insert into person (id, commune_id, name) values (?, ?, 'Vì Thị Quần Chúng')",
        person,
        commune.root().id());
    sql(
        """
        insert into candidate (person_id, commune_id, cell_id, listed, status, first_helper_id)
        values (?, ?, ?, cast(? as daterange), 'listed', ?)
        """,
        person,
        commune.root().id(),
        unit.id(),
        listed,
        helper);
  }

  private static void sql(String statement, Object... values) {
    DATABASE.ownerJdbc().sql(statement).params(values).update();
  }

  private Pages office() {
    return new Pages(web, "office" + communes, "CLERK");
  }

  private String ranking(String query) {
    return office().open("/where-to-act" + query);
  }

  /// The cells of the ranking in their order, each with its weight and reasons.
  private static List<String> rows(String page) {
    return Pattern.compile("<tr>\\s*<td[^>]*><a.*?</tr>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(row -> Pages.words(row.group()).strip())
        .toList();
  }

  private List<String> reasons(String day) {
    return rows(ranking("?on=" + day));
  }

  private String health(String day) {
    return Pages.words(office().open("/cells/" + cell.id() + "/health?on=" + day));
  }

  @Test
  void whereNothingIsRedTheListIsEmptyAndSaysSo() {
    String page = ranking("");
    assertThat(rows(page)).isEmpty();
    assertThat(Pages.words(page)).contains("Không chi bộ nào có điểm đỏ (2 chi bộ đã xem)");
    assertThat(health("2016-12-31"))
        .contains("Không có điểm đỏ nào")
        .contains("10 đảng viên, trong đó 0 dự bị trung vị: 10")
        .contains("12/12 tháng")
        .contains("10 người trong 5 năm, lần cuối 01/01/2014 trung vị: 10")
        .contains("90 % (108/120 lượt");
  }

  @Test
  void meetingsThatWereMissedAreRedFromOneOn() {
    sql("delete from meeting where cell_id = ? and month = '2016-04-01'", cell.id());
    assertThat(reasons("2016-12-31"))
        .containsExactly(
            "Chi bộ Nà Một CB01 2 1 trong 12 tháng không có buổi sinh hoạt thường kỳ +2 10");
    assertThat(health("2016-12-31"))
        .contains("11/12 tháng", "cả xã: 95,8 %", "Tháng 4/2016 Không họp");
    assertThat(reasons("2016-04-29")).isEmpty();
    assertThat(reasons("2016-04-30")).hasSize(1);
  }

  @Test
  void aMonthOfWhichNoMeetingOfTheCommuneIsKnownIsNotMissed() {
    sql("delete from meeting where commune_id = ? and month = '2016-04-01'", commune.root().id());
    assertThat(reasons("2016-12-31")).isEmpty();
    sql("insert into register_year values (?, 'meetings', 2016)", commune.root().id());
    assertThat(reasons("2016-12-31")).hasSize(2);
  }

  @Test
  void attendanceBelowTheBoundIsRed() {
    sql("update meeting set present = 8 where cell_id = ?", cell.id());
    assertThat(reasons("2016-12-31")).isEmpty();
    sql("update meeting set present = 7 where cell_id = ? and month <= '2016-06-01'", cell.id());
    assertThat(reasons("2016-12-31"))
        .containsExactly(
            "Chi bộ Nà Một CB01 1 chỉ 75 % số lượt dự sinh hoạt, mức đặt ra là ít nhất 80 % +1 10");
    assertThat(health("2016-12-31"))
        .contains("Mức: ít nhất 80 % số lượt: mức sẵn có của chương trình");
  }

  @Test
  void tasksOfTheCellWhoseDayIsOverAreRedUntilTheyAreDone() {
    UUID meeting = UUID.randomUUID();
    sql(
        "insert into cell_meeting (id, commune_id, cell_id, month, kind) values (?, ?, ?, '2016-11-01', 'regular')",
        meeting,
        commune.root().id(),
        cell.id());
    for (String due : List.of("2016-12-20", "2016-12-30", "2016-12-31")) {
      sql(
          """
          insert into cell_task (id, commune_id, cell_id, meeting_id, text, person_id, given_on, due_on)
          values (uuidv7(), ?, ?, ?, 'Vận động làm đường', ?, '2016-11-05', cast(? as date))
          """,
          commune.root().id(),
          cell.id(),
          meeting,
          members.getFirst(),
          due);
    }
    assertThat(reasons("2016-12-31"))
        .containsExactly("Chi bộ Nà Một CB01 2 2 việc đã quá hạn +2 10");
    sql("update cell_task set done_on = '2016-12-31' where cell_id = ?", cell.id());
    assertThat(reasons("2016-12-31")).isEmpty();
  }

  @Test
  void aWeakReviewIsRedForTwoYears() {
    sql(
        "update organization_review set grade = 'weak', label = 'Yếu kém' where organization_id = ?",
        cell.id());
    assertThat(reasons("2016-12-31").getFirst()).contains("lần xếp loại gần nhất", "+2");
    assertThat(health("2016-12-31"))
        .contains("Yếu kém, năm 2016", "nhiều nhất: Hoàn thành tốt (1/2 chi bộ)");
    assertThat(reasons("2015-12-31")).noneMatch(row -> row.contains("xếp loại"));
  }

  @Test
  void chargesResolutionsAndCandidatesAreMissedOnlyWhereSomeAreKnown() {
    sql("update charge set period = '[2014-01-01,2016-12-31)' where cell_id = ?", cell.id());
    sql("update candidate set listed = '[2016-02-01,2016-12-31)' where cell_id = ?", cell.id());
    sql("update resolution set issued_on = '2015-12-31' where organization_id = ?", cell.id());
    assertThat(reasons("2016-12-31"))
        .containsExactly(
            "Chi bộ Nà Một CB01 3 không có quần chúng ưu tú hay đảng viên dự bị nào +1"
                + " không ra nghị quyết nào trong 12 tháng +1"
                + " chưa có cấp ủy viên phụ trách +1 10");
    assertThat(reasons("2016-12-30")).isEmpty();
    for (String register : List.of("charge", "candidate", "resolution")) {
      sql("delete from " + register + " where commune_id = ?", commune.root().id());
    }
    assertThat(reasons("2016-12-31")).isEmpty();
    assertThat(health("2016-12-31"))
        .contains("chưa rõ: xã chưa nhập phân công phụ trách")
        .contains("chưa rõ: xã chưa nhập nghị quyết của chi bộ nào")
        .contains("chưa rõ: xã chưa nhập quần chúng ưu tú");
  }

  @Test
  void aCommitteeIsHeldAgainstTheRuleOfTheDay() {
    sql("delete from office_held where organization_id = ? and role <> 'secretary'", cell.id());
    assertThat(reasons("2016-12-31").getFirst())
        .startsWith("Chi bộ Nà Một CB01 2")
        .contains("có 10 đảng viên chính thức, từ 9 trở lên thì bầu chi ủy, mà chưa có")
        .contains("mà chưa có phó bí thư");
    assertThat(health("2016-12-31"))
        .contains("Số đảng viên chính thức để bầu chi ủy : 9 · 29-QĐ/TW")
        .contains("Số phó bí thư chi bộ : 1");
    assertThat(reasons("2016-07-24")).isEmpty();
  }

  @Test
  void whatIsLateTodayIsRedToday() {
    sql("update member_state set standing = 'probationary' where person_id = ?", members.get(5));
    sql(
        "update membership set admitted = '2015-08-01', recognised = null where person_id = ?",
        members.get(5));
    assertThat(reasons("2016-12-31"))
        .anySatisfy(row -> assertThat(row).contains("1 việc đã quá hạn +2"));
    assertThat(reasons("2016-12-30")).noneMatch(row -> row.contains("quá hạn"));
    assertThat(health("2016-12-30")).contains("0 việc chi bộ giao; việc trên quá trình");
  }

  @Test
  void aTaskThatWasLateOnAnEarlierDayIsRedOnThatDay() {
    sql(
        """
        with held as (
          insert into cell_meeting (commune_id, cell_id, month, kind)
          values (?, ?, '2016-03-01', 'regular')
          returning id)
        insert into cell_task (id, commune_id, cell_id, meeting_id, text, person_id, given_on, due_on, done_on)
        select gen_random_uuid(), ?, ?, held.id, 'Vận động hai hộ', ?, '2016-03-05', '2016-04-30', '2016-06-10'
        from held
        """,
        commune.root().id(),
        cell.id(),
        commune.root().id(),
        cell.id(),
        members.getFirst());
    assertThat(reasons("2016-04-30")).noneMatch(row -> row.contains("quá hạn"));
    assertThat(reasons("2016-05-01"))
        .anySatisfy(row -> assertThat(row).contains("1 việc đã quá hạn"));
    assertThat(health("2016-06-09")).contains("1 việc chi bộ giao; việc trên quá trình");
    assertThat(reasons("2016-06-10")).noneMatch(row -> row.contains("quá hạn"));
  }

  @Test
  void theHeaviestIsFirstAndWeightsChangeWhichItIs() throws Exception {
    sql("delete from meeting where cell_id = ? and month = '2016-04-01'", cell.id());
    sql("delete from charge where cell_id = ?", other.id());
    assertThat(reasons("2016-12-31"))
        .extracting(row -> row.substring(0, 13))
        .containsExactly("Chi bộ Nà Một", "Chi bộ Nà Hai");
    assertThat(send("", Map.of("weight.charge", "5")).getResponse().getStatus()).isEqualTo(302);
    assertThat(reasons("2016-12-31"))
        .extracting(row -> row.substring(0, 13))
        .containsExactly("Chi bộ Nà Hai", "Chi bộ Nà Một");
    assertThat(send("", Map.of("weight.charge", "2")).getResponse().getStatus()).isEqualTo(302);
    assertThat(reasons("2016-12-31"))
        .as("as heavy, as many reasons, as many members: by code")
        .extracting(row -> row.substring(0, 13))
        .containsExactly("Chi bộ Nà Một", "Chi bộ Nà Hai");
    send("/reset", Map.of());
    assertThat(reasons("2016-12-31").getLast()).contains("chưa có cấp ủy viên phụ trách +1");
  }

  @Test
  void aReasonAndWordsNarrowTheList() {
    sql("delete from meeting where cell_id = ? and month = '2016-04-01'", cell.id());
    sql("delete from charge where cell_id = ?", other.id());
    assertThat(rows(ranking("?reason=CHARGE"))).hasSize(1);
    assertThat(ranking("?reason=CHARGE")).contains("Bỏ sinh hoạt thường kỳ (1)");
    assertThat(rows(ranking("?q=na%20mot"))).hasSize(1);
    assertThat(Pages.words(ranking("?reason=REVIEW"))).contains("Không chi bộ nào có lý do này");
  }

  @Test
  void aSubCommitteeNarrowsTheList() {
    TestCommune.Unit school = commune.unit("BP", "Đảng bộ trường", "sub_committee", commune.root());
    TestCommune.Unit far = commune.unit("CB09", "Chi bộ Trường", "cell", school);
    assertThat(rows(ranking("?below=" + school.id()))).hasSize(1);
    assertThat(rows(ranking("?below=" + school.id())).getFirst()).startsWith("Chi bộ Trường CB09");
    assertThat(office().ask("/where-to-act?below=" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    assertThat(far.path()).startsWith(school.path());
  }

  @Test
  void theSheetHasTheRankingWithItsReasons() throws Exception {
    sql("delete from charge where cell_id = ?", other.id());
    byte[] file = office().ask("/where-to-act/export").getContentAsByteArray();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var sheet = workbook.getSheetAt(0);
      var last = sheet.getRow(sheet.getLastRowNum());
      assertThat(last.getCell(0).getNumericCellValue()).isEqualTo(1);
      assertThat(last.getCell(2).getStringCellValue()).isEqualTo("Chi bộ Nà Hai");
      assertThat(last.getCell(5).getStringCellValue())
          .isEqualTo("chưa có cấp ủy viên phụ trách (+1)");
    }
  }

  @Test
  void whoSeesOneCellSeesItAlone() {
    sql("delete from charge where commune_id = ?", commune.root().id());
    sql(
        "delete from meeting where month = '2016-04-01' and cell_id in (?, ?)",
        cell.id(),
        other.id());
    sql("insert into register_year values (?, 'meetings', 2016)", commune.root().id());
    Pages own = new Pages(web, "cell" + communes, "CELL_SECRETARY");
    assertThat(rows(own.open("/where-to-act"))).hasSize(1);
    assertThat(own.open("/where-to-act"))
        .contains("Chi bộ Nà Một")
        .doesNotContain("Chi bộ Nà Hai", "/where-to-act/settings");
    assertThat(Pages.words(own.open("/cells/" + cell.id() + "/health")))
        .contains("Chỉ có số liệu của chi bộ này")
        .doesNotContain("trung vị", "cả xã");
    assertThat(own.ask("/cells/" + other.id() + "/health").getStatus()).isEqualTo(404);
    assertThat(own.ask("/cells/" + UUID.randomUUID() + "/health").getStatus()).isEqualTo(404);
    assertThat(office().ask("/cells/" + commune.root().id() + "/health").getStatus())
        .isEqualTo(404);
  }

  @Test
  void aProvinceSeesAllCommunesAndNoSmallEthnicGroup() {
    TestCommune first = commune;
    TestCommune.Unit cellOfFirst = cell;
    String in = Pages.words(office().open("/cells/" + cell.id() + "/health"));
    assertThat(in).contains("Thái 7, Kinh 3");
    aCommune();
    sql("delete from charge where cell_id in (?, ?)", cellOfFirst.id(), other.id());
    UUID id = UUID.randomUUID();
    String label = id.toString().replace("-", "");
    sql(
        "insert into organization (id, commune_id, code, life) values (?, ?, ?, '[2000-01-01,)')",
        id,
        id,
        "T" + communes);
    sql(
        """
        insert into organization_period (organization_id, period, commune_id, name, kind, path)
        values (?, '[2000-01-01,)', ?, 'Đảng bộ tỉnh', 'province', cast(? as ltree))
        """,
        id,
        id,
        label);
    sql(
        "update organization_period set path = cast(? as ltree) || path where commune_id in (?, ?)",
        label,
        first.root().id(),
        commune.root().id());
    commune.account("board" + communes, "board", new TestCommune.Unit(id, label));
    Pages board = new Pages(web, "board" + communes, "BOARD");
    String all = board.open("/where-to-act");
    assertThat(rows(all)).hasSize(2);
    assertThat(Pages.words(all)).contains("Đảng bộ xã C" + communes, "2 trong 4 chi bộ");
    assertThat(rows(board.open("/where-to-act?organization=C" + communes))).hasSize(1);
    assertThat(Pages.words(board.open("/cells/" + cellOfFirst.id() + "/health")))
        .contains("Thái 7; dân tộc khác 3")
        .contains("cả xã: Thái 14, Kinh 6");
    int few = StatementCount.of(() -> board.open("/where-to-act?on=2016-12-29"));
    for (int i = 10; i < 40; i++) {
      commune.cell("CB" + i, "Chi bộ " + i);
    }
    board.open("/where-to-act?on=2016-12-27");
    assertThat(StatementCount.of(() -> board.open("/where-to-act?on=2016-12-28"))).isEqualTo(few);
  }

  private MvcResult send(String deed, Map<String, String> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post("/where-to-act/settings" + deed)
            .with(user("office" + communes).roles("CLERK"))
            .with(csrf())
            .param("organization", "C" + communes);
    typed.forEach(request::param);
    return web.perform(request).andReturn();
  }

  @Test
  void aNumberThatCannotBeIsRefusedAndStaysTyped() throws Exception {
    String page = Pages.text(send("", Map.of("official", "không", "young", "45")).getResponse());
    assertThat(page)
        .contains("role=\"alert\"", "value=\"không\"", "value=\"45\"")
        .contains("nhập một số nguyên từ 1 đến 100");
    assertThat(Pages.words(office().open("/where-to-act/settings"))).doesNotContain("do office");
  }

  @Test
  void whatIsSetSaysWhoAndWhenAndIsTakenBack() throws Exception {
    send("", Map.of("official", "12"));
    assertThat(Pages.words(office().open("/where-to-act/settings")))
        .contains("do office" + communes + " đặt ngày");
    assertThat(reasons("2016-12-31")).hasSize(2);
    assertThat(health("2016-12-31")).contains("chỉ có 10 đảng viên chính thức");
    assertThat(Pages.words(office().open("/"))).contains("Dưới 12 đảng viên chính thức");
    assertThat(Pages.words(office().open("/history/" + commune.root().id())))
        .contains("Số đảng viên chính thức ít nhất: 12");
    String change =
        DATABASE
            .ownerJdbc()
            .sql(
                "select change::text from audit_line where account = ? and subject = 'health_setting'")
            .param("office" + communes)
            .query(String.class)
            .single();
    web.perform(
            post("/entry/undo/" + change)
                .with(user("office" + communes).roles("CLERK"))
                .with(csrf()))
        .andReturn();
    assertThat(reasons("2016-12-31")).isEmpty();
  }
}
