package vn.nenmong.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/// Organizations and villages that are founded, renamed, moved and ended by their forms.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class TreeFormsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static boolean loaded;

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void demo(
      @Autowired ImportFile files,
      @Autowired Organizations organizations,
      @Autowired DemoAccounts accounts) {
    if (!loaded) {
      files.loadDemo();
      String path = organizations.tops(Scope.ALL, LocalDate.of(2016, 12, 31)).getFirst().path();
      accounts.make(path, path);
      loaded = true;
    }
  }

  @Test
  void aNewNameHoldsFromItsDayAndTheOldOneBefore() throws Exception {
    FilledForm.Answer renamed =
        form(unit("CB03"), "change").with("name", "Chi bộ Hữu Nghị", "from", "1/7/2016").send();
    assertThat(pages().open("/organizations/" + unit("CB03") + "?on=2016-07-01"))
        .contains("<h1>Chi bộ Hữu Nghị</h1>");
    assertThat(pages().open("/organizations/" + unit("CB03") + "?on=2016-06-30"))
        .doesNotContain("<h1>Chi bộ Hữu Nghị</h1>");
    assertThat(form(unit("CB03"), "change").with("from", "1/6/2016").send().words())
        .contains("đã có thay đổi sau ngày này");
    new FilledForm(pages(), renamed.undo(), Map.of()).send();
  }

  @Test
  void aCellThatIsMovedTakesItsPlaceInTheTreeAndWhatIsBelowFollows() throws Exception {
    String committee =
        add("Đảng bộ bộ phận Vùng Cao", "BP01", "sub_committee", unit("NATONG"), "1/1/2015");
    form(unit("CB04"), "change").with("parent", committee, "from", "1/9/2016").send();
    assertThat(pathOf("CB04", "2016-08-31")).isEqualTo(List.of("NATONG", "CB04"));
    assertThat(pathOf("CB04", "2016-09-01")).isEqualTo(List.of("NATONG", "BP01", "CB04"));
    String above = add("Đảng bộ bộ phận Trên", "BP02", "sub_committee", unit("NATONG"), "1/1/2016");
    form(committee, "change").with("parent", above, "from", "1/11/2016").send();
    assertThat(pathOf("CB04", "2016-10-31")).isEqualTo(List.of("NATONG", "BP01", "CB04"));
    assertThat(pathOf("CB04", "2016-11-01")).isEqualTo(List.of("NATONG", "BP02", "BP01", "CB04"));
    assertThat(form(above, "change").with("parent", committee, "from", "1/12/2016").send().words())
        .contains("không thể trực thuộc chính mình");
  }

  @Test
  void aCellWithMembersIsNotEndedAnEmptyOneTakesItsOfficesAlong() throws Exception {
    assertThat(end(unit("CB05"), "30/11/2016").words()).contains("đảng viên").contains("chuyển đi");
    String empty = add("Chi bộ bản Vắng", "CB88", "cell", unit("NATONG"), "1/1/2015");
    String person =
        text(
            "select person_id::text from member_state where cell_id = '%s' order by 1 limit 1"
                .formatted(unit("CB05")));
    FilledForm.open(pages(), "/entry/offices/new")
        .with("person", person, "organization", empty, "title", "Bí thư chi bộ")
        .with("role", "secretary", "since", "1/6/2015")
        .send();
    FilledForm.Answer ended = end(empty, "30/11/2016");
    assertThat(ended.response().getStatus()).isEqualTo(302);
    assertThat(
            text(
                "select period::text from office_held where organization_id = '%s'"
                    .formatted(empty)))
        .isEqualTo("[2015-06-01,2016-12-01)");
    assertThat(pages().open("/organizations?on=2016-11-30")).contains("Chi bộ bản Vắng");
    assertThat(pages().open("/organizations?on=2016-12-01")).doesNotContain("Chi bộ bản Vắng");
    new FilledForm(pages(), ended.undo(), Map.of()).send();
    assertThat(pages().open("/organizations?on=2016-12-01")).contains("Chi bộ bản Vắng");
  }

  @Test
  void theCommitteeOfTheCommuneKeepsItsPlace() throws Exception {
    FilledForm correction = form(unit("NATONG"), "correct").with("reason", "Ghi nhầm");
    assertThat(correction.with("note", "Xã biên giới").send().response().getStatus())
        .isEqualTo(302);
    assertThat(
            form(unit("NATONG"), "correct")
                .with("reason", "Ghi nhầm", "code", "KHAC")
                .send()
                .words())
        .contains("mã của đảng bộ xã thì không đổi được");
    assertThat(end(unit("NATONG"), "30/11/2016").words()).contains("không kết thúc");
  }

  @Test
  void aVillageIsLedFromADayByAnotherCellAndByNoneBeforeItsCellWasThere() throws Exception {
    String village = village("B03");
    form("villages", village, "change")
        .with("cell", unit("CB05"), "meetingForm", "joint", "from", "1/8/2016")
        .send();
    assertThat(cellOf(village, "2016-07-31")).isEqualTo("CB03");
    assertThat(cellOf(village, "2016-08-01")).isEqualTo("CB05");
    String young = add("Chi bộ bản Trẻ", "CB89", "cell", unit("NATONG"), "1/4/2016");
    FilledForm.open(pages(), "/entry/villages/new")
        .with("name", "Bản Trẻ", "code", "B89", "commune", unit("NATONG"), "cell", young)
        .with("meetingForm", "own")
        .send();
    assertThat(cellOf(village("B89"), "2016-03-31")).isEmpty();
    assertThat(cellOf(village("B89"), "2016-04-01")).isEqualTo("CB89");
    form("villages", village("B89"), "end").with("last", "31/10/2016", "reason", "Sáp nhập").send();
    assertThat(pages().open("/villages?on=2016-10-31")).contains("Bản Trẻ");
    assertThat(pages().open("/villages?on=2016-11-01")).doesNotContain("Bản Trẻ");
  }

  private FilledForm.Answer end(String unit, String last) throws Exception {
    return form(unit, "end").with("last", last, "reason", "Sáp nhập").send();
  }

  private String add(String name, String code, String kind, String parent, String founded)
      throws Exception {
    FilledForm.Answer added =
        FilledForm.open(pages(), "/entry/organizations/new")
            .with("name", name, "code", code, "kind", kind, "parent", parent, "founded", founded)
            .send();
    assertThat(added.response().getStatus()).as(code).isEqualTo(302);
    return unit(code);
  }

  private FilledForm form(String unit, String deed) {
    return form("organizations", unit, deed);
  }

  private FilledForm form(String register, String id, String deed) {
    return FilledForm.open(pages(), "/entry/" + register + "/" + id + "/" + deed);
  }

  private List<String> pathOf(String code, String day) {
    return jdbc.sql(
            """
            select o.code
            from organization_period op
            cross join lateral regexp_split_to_table(cast(op.path as text), '\\.') with ordinality
              as step (segment, place)
            join organization o on replace(cast(o.id as text), '-', '') = step.segment
            where op.organization_id = (select id from organization where code = ?)
              and op.period @> cast(? as date)
            order by step.place
            """)
        .params(code, day)
        .query(String.class)
        .list();
  }

  private String cellOf(String village, String day) {
    return jdbc.sql(
            """
            select coalesce(o.code, '')
            from village_period v
            left join organization o on o.id = v.cell_id
            where v.village_id = cast(? as uuid) and v.period @> cast(? as date)
            """)
        .params(village, day)
        .query(String.class)
        .single();
  }

  private String unit(String code) {
    return text("select id::text from organization where code = '%s'".formatted(code));
  }

  private String village(String code) {
    return text("select id::text from village where code = '%s'".formatted(code));
  }

  private String text(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private Pages pages() {
    return new Pages(web, "vanphong", "CLERK");
  }
}
