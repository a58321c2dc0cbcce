package vn.nenmong.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.ImportFile;

/// Every form, on the demo's commune: what it adds stands in its register, what it corrects is
/// kept, what it removes is gone, and each is taken back to the last row.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class FormsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;
  @Autowired private List<EntryForm> forms;

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
    String path =
        organizations.tops(Scope.ALL, java.time.LocalDate.of(2016, 12, 31)).getFirst().path();
    accounts.make(path, path);
  }

  /// @param typed `cell:`, `village:`, `person:`, `course:` and `commune` before a code or name
  ///   stand for its id; a date is written as it is
  /// @param seen where the new record is seen, and by what
  /// @param corrected a field, with its new value
  private record Case(
      String register,
      Map<String, String> typed,
      String seen,
      String by,
      Map.Entry<String, String> corrected) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "members",
              Map.of(
                  "name",
                  "Lò Thị Hạnh Phúc",
                  "born",
                  "5/3/1990",
                  "sex",
                  "female",
                  "cell",
                  "cell:CB03",
                  "admitted",
                  "3/2/2014",
                  "recognised",
                  "3/2/2015",
                  "card",
                  "99.000001"),
              "/members?q=hanh%20phuc",
              "Lò Thị Hạnh Phúc",
              Map.entry("languages", "Mông, Khơ Mú")),
          new Case(
              "candidates",
              Map.of(
                  "name",
                  "Giàng Thị Ưu Tú",
                  "born",
                  "1995",
                  "cell",
                  "cell:CB03",
                  "since",
                  "1/3/2016",
                  "status",
                  "listed"),
              "/candidates?q=uu%20tu",
              "Giàng Thị Ưu Tú",
              Map.entry("status", "class_taken")),
          new Case(
              "meetings",
              Map.of(
                  "cell",
                  "cell:CB03",
                  "heldOn",
                  "25/12/2016",
                  "kind",
                  "thematic",
                  "due",
                  "7",
                  "present",
                  "6"),
              "/meetings?q=&kind=thematic",
              "25/12/2016",
              Map.entry("present", "5")),
          new Case(
              "studies",
              Map.of(
                  "document",
                  "Chỉ thị 99-CT/TW",
                  "organization",
                  "cell:CB03",
                  "heldOn",
                  "1/12/2016",
                  "due",
                  "7",
                  "present",
                  "7"),
              "/studies?q=99-ct",
              "Chỉ thị 99-CT/TW",
              Map.entry("present", "6")),
          new Case(
              "models",
              Map.of(
                  "person",
                  "person:1",
                  "name",
                  "Nuôi ong lấy mật",
                  "year",
                  "2016",
                  "stage",
                  "pilot",
                  "income",
                  "45,5"),
              "/models?q=nuoi%20ong",
              "Nuôi ong lấy mật",
              Map.entry("stage", "replicated")),
          new Case(
              "offices",
              Map.of(
                  "person",
                  "person:1",
                  "organization",
                  "cell:CB03",
                  "title",
                  "Chi ủy viên phụ trách",
                  "role",
                  "other",
                  "since",
                  "2015"),
              "/offices?q=phu%20trach",
              "Chi ủy viên phụ trách",
              Map.entry("since", "6/2015")),
          new Case(
              "village-posts",
              Map.of(
                  "village",
                  "village:B03",
                  "person",
                  "person:1",
                  "title",
                  "Tổ trưởng hòa giải",
                  "role",
                  "other",
                  "since",
                  "2015"),
              "/village-posts?q=hoa%20giai",
              "Tổ trưởng hòa giải",
              Map.entry("title", "Tổ trưởng tổ hòa giải")),
          new Case(
              "planning",
              Map.of(
                  "person",
                  "person:1",
                  "post",
                  "Phó Chủ tịch Hội đồng",
                  "fromYear",
                  "2020",
                  "toYear",
                  "2025",
                  "enteredYear",
                  "2016"),
              "/planning?q=hoi%20dong",
              "Phó Chủ tịch Hội đồng",
              Map.entry("need", "Trung cấp lý luận")),
          new Case(
              "courses",
              Map.of(
                  "commune",
                  "commune",
                  "name",
                  "Lớp kỹ năng điều hành",
                  "kind",
                  "Nghiệp vụ",
                  "fromDay",
                  "1/6/2016",
                  "toDay",
                  "3/6/2016"),
              "/courses?q=dieu%20hanh",
              "Lớp kỹ năng điều hành",
              Map.entry("toDay", "4/6/2016")),
          new Case(
              "course-attendance",
              Map.of(
                  "course", "course", "person", "person:absent", "position", "Bí thư chi bộ thử"),
              "/courses/attendance?q=",
              "Bí thư chi bộ thử",
              Map.entry("position", "Phó Bí thư chi bộ")),
          new Case(
              "charges",
              Map.of(
                  "cell",
                  "cell:CB03",
                  "person",
                  "person:1",
                  "since",
                  "2015",
                  "document",
                  "999-QĐ/ĐU"),
              "/charges?q=999-q",
              "999-QĐ/ĐU",
              Map.entry("document", "998-QĐ/ĐU")),
          new Case(
              "visits-intervals",
              Map.of("commune", "commune", "months", "5", "since", "1/9/2016"),
              "/visits/intervals",
              "01/09/2016",
              Map.entry("months", "4")),
          new Case(
              "meetings-criteria",
              Map.of(
                  "commune",
                  "commune",
                  "position",
                  "1",
                  "text",
                  "Dự họp đông đủ, đúng giờ",
                  "most",
                  "40",
                  "since",
                  "1/9/2016"),
              "/meetings/criteria",
              "Dự họp đông đủ, đúng giờ",
              Map.entry("most", "30")),
          new Case(
              "examples",
              Map.of("person", "person:1", "year", "2016", "text", "Giúp hai hộ làm chuồng trại"),
              "/examples",
              "Giúp hai hộ làm chuồng trại",
              Map.entry("result", "done")),
          new Case(
              "regulations",
              Map.of(
                  "organization",
                  "cell:CB03",
                  "number",
                  "99-QC/CB",
                  "issuedOn",
                  "1/9/2016",
                  "since",
                  "5/9/2016",
                  "title",
                  "Quy chế làm việc"),
              "/regulations?q=99-qc",
              "99-QC/CB",
              Map.entry("since", "6/9/2016")),
          new Case(
              "cell-reviews",
              Map.of(
                  "organization",
                  "cell:CB03",
                  "year",
                  "2014",
                  "grade",
                  "good",
                  "label",
                  "Hoàn thành tốt nhiệm vụ"),
              "/reviews/cells?year=2014&on=2014-12-31",
              "CB03",
              Map.entry("grade", "completed")),
          new Case(
              "member-reviews",
              Map.of(
                  "person",
                  "person:1",
                  "year",
                  "2014",
                  "grade",
                  "good",
                  "label",
                  "Hoàn thành tốt nhiệm vụ"),
              "/reviews/members?year=2014&on=2014-12-31",
              "Hoàn thành tốt nhiệm vụ: 1",
              Map.entry("grade", "completed")),
          new Case(
              "organizations",
              Map.of(
                  "name",
                  "Chi bộ bản Thử Nghiệm",
                  "code",
                  "CB77",
                  "kind",
                  "cell",
                  "parent",
                  "commune",
                  "founded",
                  "5/2015"),
              "/organizations",
              "Chi bộ bản Thử Nghiệm",
              Map.entry("name", "Chi bộ bản Thử Hai")),
          new Case(
              "villages",
              Map.of(
                  "name",
                  "Bản Thử Nghiệm",
                  "code",
                  "B77",
                  "commune",
                  "commune",
                  "cell",
                  "cell:CB03",
                  "meetingForm",
                  "joint",
                  "distance",
                  "7,5",
                  "direction",
                  "đông bắc (ĐB)",
                  "coordinates",
                  "21.1523, 103.0412"),
              "/villages?q=thu%20nghiem",
              "Bản Thử Nghiệm",
              Map.entry("distance", "8")),
          new Case(
              "agencies",
              Map.of(
                  "name",
                  "Trường Thử Nghiệm",
                  "kind",
                  "school",
                  "commune",
                  "commune",
                  "cell",
                  "cell:CB03",
                  "since",
                  "1/9/2015"),
              "/agencies?q=truong%20thu",
              "Trường Thử Nghiệm",
              Map.entry("since", "1/9/2014")),
          new Case(
              "village-years",
              Map.of(
                  "village",
                  "village:B03",
                  "year",
                  "2011",
                  "households",
                  "77",
                  "poor",
                  "70",
                  "cultural",
                  "no"),
              "/villages/village:B03",
              "2011",
              Map.entry("poor", "69")),
          new Case(
              "indicators",
              Map.of(
                  "commune",
                  "commune",
                  "year",
                  "2016",
                  "code",
                  "CT99",
                  "name",
                  "Trồng rừng mới",
                  "unit",
                  "ha",
                  "direction",
                  "up",
                  "plan",
                  "12,5",
                  "actual",
                  "13"),
              "/indicators?q=trong%20rung",
              "Trồng rừng mới",
              Map.entry("actual", "14,25")),
          new Case(
              "mass-organizations",
              Map.of(
                  "commune",
                  "commune",
                  "year",
                  "2016",
                  "name",
                  "Hội Làm vườn",
                  "branches",
                  "4",
                  "members",
                  "40"),
              "/mass-organizations?q=lam%20vuon",
              "Hội Làm vườn",
              Map.entry("members", "41")));

  @TestFactory
  Stream<DynamicTest> everyFormAddsCorrectsRemovesAndTakesBack() {
    return CASES.stream().map(c -> DynamicTest.dynamicTest(c.register(), () -> walk(c)));
  }

  @Test
  void noFormIsLeftOut() {
    Set<String> walked = CASES.stream().map(Case::register).collect(Collectors.toSet());
    assertThat(forms.stream().map(EntryForm::register))
        .allMatch(register ->
            walked.contains(register)
                || Set.of("resolutions", "register-years", "charges-decisions").contains(register));
  }

  private void walk(Case c) throws Exception {
    Map<String, String> empty = contents();
    String address = "/entry/" + c.register() + "/new";
    pages().open(address);
    pages().open("/entry/" + c.register() + "/many");
    String seen =
        c.seen().contains("village:")
            ? c.seen().replace("village:B03", id("village:B03"))
            : c.seen();
    assertThat(Pages.words(pages().open(seen))).doesNotContain(c.by());
    MvcResult refused = send(address, Map.of());
    assertThat(Pages.words(Pages.text(refused.getResponse()))).contains("chưa điền");

    String added = undo(send(address, typed(c.typed())));
    assertThat(Pages.words(pages().open(seen))).contains(c.by());
    Map<String, String> full = contents();

    String record = "/entry/" + c.register() + "/" + newest(c.register());
    Map<String, String> correction = inputs(pages().open(record + "/correct"));
    correction.put("f." + c.corrected().getKey(), c.corrected().getValue());
    if (c.corrected().getValue().contains("/")) {
      Stream.of("day", "month", "year")
          .forEach(part -> correction.remove("f." + c.corrected().getKey() + "." + part));
    }
    correction.put("f.reason", "Ghi nhầm");
    String corrected = undo(send(record + "/correct", correction));
    assertThat(contents()).isNotEqualTo(full);
    undone(corrected);
    assertThat(contents()).isEqualTo(full);

    Map<String, String> removal = inputs(pages().open(record + "/remove"));
    removal.put("f.reason", "Ghi nhầm");
    String removed = undo(send(record + "/remove", removal));
    assertThat(Pages.words(pages().open(seen))).doesNotContain(c.by());
    undone(removed);
    assertThat(contents()).isEqualTo(full);
    undone(added);
    assertThat(contents()).isEqualTo(empty);
  }

  @Test
  void aMemberMovesFromADayAndBothCellsCountRight() throws Exception {
    int before = members("CB03", "2016-06-30");
    int beforeEnd = members("CB03", "2016-11-30");
    int after = members("CB03", "2016-12-31");
    int other = members("CB04", "2016-12-31");
    UUID person = add("Quàng Thị Chuyển", "3/2/2014", "3/2/2015");
    assertThat(members("CB03", "2016-06-30")).isEqualTo(before + 1);
    Map<String, String> change = inputs(pages().open("/entry/members/" + person + "/change"));
    change.put("f.cell", id("cell:CB04"));
    change.put("f.from", "1/9/2016");
    String moved = undo(send("/entry/members/" + person + "/change", change));
    assertThat(members("CB03", "2016-06-30")).isEqualTo(before + 1);
    assertThat(members("CB04", "2016-08-31")).isEqualTo(other);
    assertThat(members("CB04", "2016-12-31")).isEqualTo(other + 1);
    undone(moved);
    assertThat(members("CB04", "2016-12-31")).isEqualTo(other);
    Map<String, String> end = inputs(pages().open("/entry/members/" + person + "/end"));
    end.put("f.last", "30/11/2016");
    end.put("f.reason", "Chuyển đi");
    String ended = undo(send("/entry/members/" + person + "/end", end));
    assertThat(members("CB03", "2016-11-30")).isEqualTo(beforeEnd + 1);
    assertThat(members("CB03", "2016-12-31")).isEqualTo(after);
    undone(ended);
    assertThat(members("CB03", "2016-12-31")).isEqualTo(after + 1);
  }

  @Test
  void whoIsMadeOfficialWasProbationaryBefore() throws Exception {
    UUID person = add("Vừ Thị Chính Thức", "3/2/2015", "");
    assertThat(standing(person, "2016-12-31")).isEqualTo("probationary");
    Map<String, String> change = inputs(pages().open("/entry/members/" + person + "/change"));
    change.put("f.recognised", "3/2/2016");
    change.put("f.from", "3/2/2016");
    undo(send("/entry/members/" + person + "/change", change));
    assertThat(standing(person, "2016-02-02")).isEqualTo("probationary");
    assertThat(standing(person, "2016-02-03")).isEqualTo("official");
    Map<String, String> correction = inputs(pages().open("/entry/members/" + person + "/correct"));
    Stream.of("day", "month", "year").forEach(part -> correction.remove("f.recognised." + part));
    correction.put("f.recognised", "10/3/2016");
    correction.put("f.reason", "Theo quyết định");
    undo(send("/entry/members/" + person + "/correct", correction));
    assertThat(standing(person, "2016-03-09")).isEqualTo("probationary");
    assertThat(standing(person, "2016-03-10")).isEqualTo("official");
  }

  @Test
  void aNamesakeIsAskedAboutBeforeThereAreTwo() throws Exception {
    add("Lường Thị Trùng Tên", "3/2/2014", "3/2/2015");
    Map<String, String> typed =
        typed(Map.of("name", "Lường Thị Trùng Tên", "cell", "cell:CB04", "admitted", "3/2/2016"));
    assertThat(Pages.words(Pages.text(send("/entry/members/new", typed).getResponse())))
        .contains("có thể là người đã có: Lường Thị Trùng Tên");
    typed.put("f.another", "yes");
    undo(send("/entry/members/new", typed));
  }

  @Test
  void aCandidateIsAdmittedAsTheSamePerson() throws Exception {
    undo(
        send(
            "/entry/candidates/new",
            typed(
                Map.of(
                    "name",
                    "Mùa Thị Kết Nạp",
                    "born",
                    "1994",
                    "cell",
                    "cell:CB03",
                    "since",
                    "1/3/2015",
                    "status",
                    "dossier_complete"))));
    UUID person = person("Mùa Thị Kết Nạp");
    jdbc.sql("update person set languages = 'Thái' where id = ?").param(person).update();
    undo(
        send(
            "/entry/members/new",
            typed(
                Map.of(
                    "name",
                    "Mùa Thị Kết Nạp",
                    "known",
                    person.toString(),
                    "cell",
                    "cell:CB03",
                    "admitted",
                    "1/9/2016"))));
    assertThat(
            jdbc.sql("select status || ' ' || upper(listed) from candidate where person_id = ?")
                .param(person)
                .query(String.class)
                .single())
        .isEqualTo("admitted 2016-09-01");
    assertThat(standing(person, "2016-12-31")).isEqualTo("probationary");
    assertThat(
            jdbc.sql("select languages from person where id = ?")
                .param(person)
                .query(String.class)
                .single())
        .as("what is not told anew stays")
        .isEqualTo("Thái");
  }

  @Test
  void anImpossibleMemberIsRefusedAtTheField() throws Exception {
    Map<String, String> typed =
        typed(
            Map.of(
                "name",
                "Hạng Thị Ngược",
                "born",
                "5/3/1990",
                "cell",
                "cell:CB03",
                "admitted",
                "3/2/2015",
                "recognised",
                "3/2/2014"));
    String page = Pages.words(Pages.text(send("/entry/members/new", typed).getResponse()));
    assertThat(page).contains("Ngày chính thức: phải sau ngày vào Đảng");
  }

  @Test
  void theCardOfSomeoneElseIsRefusedAtItsField() throws Exception {
    String card = jdbc.sql("select min(card_number) from membership").query(String.class).single();
    Map<String, String> typed =
        typed(
            Map.of(
                "name",
                "Hạng Thị Trùng Thẻ",
                "cell",
                "cell:CB03",
                "admitted",
                "3/2/2015",
                "card",
                card));
    assertThat(Pages.words(Pages.text(send("/entry/members/new", typed).getResponse())))
        .contains("Số thẻ: số thẻ này đang là của ");
  }

  private UUID add(String name, String admitted, String recognised) throws Exception {
    undo(
        send(
            "/entry/members/new",
            typed(
                Map.of(
                    "name",
                    name,
                    "cell",
                    "cell:CB03",
                    "admitted",
                    admitted,
                    "recognised",
                    recognised))));
    return person(name);
  }

  private UUID person(String name) {
    return jdbc.sql("select id from person where name = ?").param(name).query(UUID.class).single();
  }

  private int members(String cell, String day) {
    return jdbc.sql(
            "select count(*) from member_state where cell_id = cast(? as uuid) and period @> cast(? as date)")
        .params(id("cell:" + cell), day)
        .query(Integer.class)
        .single();
  }

  private String standing(UUID person, String day) {
    return jdbc.sql(
            "select standing from member_state where person_id = ? and period @> cast(? as date)")
        .params(person, day)
        .query(String.class)
        .single();
  }

  private Pages pages() {
    return new Pages(web, "vanphong", "CLERK");
  }

  private MvcResult send(String address, Map<String, String> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post(address).with(user("vanphong").roles("CLERK")).with(csrf());
    typed.forEach(request::param);
    return web.perform(request).andReturn();
  }

  private void undone(String undo) throws Exception {
    Notice notice =
        (Notice) Objects.requireNonNull(send(undo, Map.of()).getFlashMap().get(Notice.NAME));
    assertThat(notice.words()).isEqualTo("Đã hoàn tác.");
  }

  private static String undo(MvcResult answer) {
    Notice notice = (Notice) answer.getFlashMap().get(Notice.NAME);
    assertThat(notice).as(() -> Pages.words(Pages.text(answer.getResponse()))).isNotNull();
    return Objects.requireNonNull(Objects.requireNonNull(notice).undo());
  }

  private Map<String, String> typed(Map<String, String> values) {
    Map<String, String> typed = new HashMap<>();
    values.forEach((field, value) -> typed.put("f." + field, id(value)));
    return typed;
  }

  private String id(String value) {
    String sql =
        value.startsWith("cell:")
            ? "select id::text from organization where code = '" + value.substring(5) + "'"
            : value.startsWith("village:")
                ? "select id::text from village where code = '" + value.substring(8) + "'"
                : switch (value) {
                  case "commune" -> "select id::text from organization where id = commune_id";
                  case "course" -> "select id::text from course order by from_day, id limit 1";
                  case "person:1" ->
                      "select p.id::text from person p join member_state s on s.person_id = p.id and s.cell_id = (select id from organization where code = 'CB05') order by p.name, p.id limit 1";
                  case "person:absent" ->
                      "select p.id::text from person p join membership m on m.person_id = p.id where not exists (select from course_attendance a where a.person_id = p.id) order by p.name, p.id limit 1";
                  default -> null;
                };
    return sql == null ? value : jdbc.sql(sql).query(String.class).single();
  }

  /// The record that was added last, as its register links to it.
  private String newest(String register) {
    return jdbc.sql(
            "select subject_id::text from audit_line where action = 'add' and subject = ? order by id desc limit 1")
        .param(register)
        .query(String.class)
        .single();
  }

  /// What a page posts: its hidden and filled inputs.
  private static Map<String, String> inputs(String page) {
    return EntryTest.inputs(page);
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    jdbc.sql("select distinct tgrelid::regclass::text from pg_trigger where tgname = 'keep_row'")
        .query(String.class)
        .list()
        .forEach(table ->
            contents.put(
                table,
                jdbc.sql(
                        "select coalesce(string_agg(t::text, '\n' order by t::text), '') from "
                            + table
                            + " t")
                    .query(String.class)
                    .single()));
    return contents;
  }
}
