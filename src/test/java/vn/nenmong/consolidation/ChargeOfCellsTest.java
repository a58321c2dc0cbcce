package vn.nenmong.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.web.Notice;

/// Decisions on the charge of cells, visits there and working regulations, by the pages. Each test
/// has a commune of its own; the working day is 31/12/2016.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class ChargeOfCellsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static int count;

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  private String code = "";
  private TestCommune commune = new TestCommune(DATABASE, "KHONG" + ++count);
  private TestCommune.Unit near = commune.root();
  private TestCommune.Unit far = commune.root();
  private UUID an = near.id();
  private UUID binh = near.id();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void fill() {
    code = "xa" + ++count;
    commune = new TestCommune(DATABASE, code);
    near = commune.cell("CB01", "Chi bộ Gần");
    far = commune.cell("CB02", "Chi bộ Xa");
    an = commune.member("Lò Văn An", near);
    binh = commune.member("Quàng Thị Bình", near);
    office(an, "Bí thư Đảng ủy", "secretary");
    office(binh, "Ủy viên Ban Chấp hành", "committee_member");
    commune.account(code + "office", "clerk", commune.root());
    commune.account(code + "member", "committee_member", near);
    commune.account(code + "near", "cell_secretary", near);
    commune.account(code + "far", "cell_secretary", far);
  }

  private void office(UUID person, String title, String role) {
    jdbc.sql(
            "insert into office_held (commune_id, person_id, organization_id, title, role, since, period)"
                + " values (?, ?, ?, ?, ?, '2015-06-01', '[2015-06-01,)')")
        .params(commune.root().id(), person, commune.root().id(), title, role)
        .update();
  }

  private void charge(UUID person, TestCommune.Unit cell, String since) {
    jdbc.sql(
            "insert into charge (commune_id, person_id, cell_id, since, period)"
                + " values (?, ?, ?, ?, daterange(cast(? as date), null))")
        .params(commune.root().id(), person, cell.id(), since, since)
        .update();
  }

  private Pages as(String account, String role) {
    return new Pages(web, code + account, role);
  }

  private Pages clerk() {
    return as("office", "CLERK");
  }

  private Pages member() {
    return as("member", "COMMITTEE_MEMBER");
  }

  private static MvcResult send(Pages pages, String address, Map<String, String> typed)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post(address).with(user(pages.username()).roles(pages.role())).with(csrf());
    typed.forEach(request::param);
    return pages.web().perform(request).andReturn();
  }

  private static Notice notice(MvcResult answer) {
    return Objects.requireNonNull(
        (Notice) answer.getFlashMap().get(Notice.NAME),
        () -> Pages.words(Pages.text(answer.getResponse())));
  }

  private static void undo(Pages pages, MvcResult answer) throws Exception {
    String undo = Objects.requireNonNull(notice(answer).undo());
    assertThat(notice(send(pages, undo, Map.of())).words()).isEqualTo("Đã hoàn tác.");
  }

  private static String words(MvcResult answer) {
    return Pages.words(Pages.text(answer.getResponse()));
  }

  private static void day(Map<String, String> typed, String field, String day) {
    String[] parts = day.split("/", -1);
    typed.put("f." + field + ".day", parts[0]);
    typed.put("f." + field + ".month", parts[1]);
    typed.put("f." + field + ".year", parts[2]);
  }

  /// Of a decision, each line a cell and a person.
  private Map<String, String> decision(String number, String day, Object... lines) {
    Map<String, String> typed = new HashMap<>();
    typed.put("commune", commune.root().id().toString());
    typed.put("f.number", number);
    typed.put("f.body", "Ban Thường vụ Đảng ủy");
    typed.put("f.replaces", "cells");
    day(typed, "day", day);
    for (int i = 0; i < lines.length; i += 2) {
      typed.put("first." + ((TestCommune.Unit) lines[i]).id(), lines[i + 1].toString());
    }
    return typed;
  }

  private static final String DECIDE = "/charges/decisions/new";

  /// Looks at what it does, and saves that.
  private MvcResult decide(Map<String, String> typed) throws Exception {
    Map<String, String> seen = new HashMap<>(typed);
    seen.put("shown", shown(send(clerk(), DECIDE, typed)));
    seen.put("save", "yes");
    return send(clerk(), DECIDE, seen);
  }

  private static String shown(MvcResult answer) {
    Matcher mark =
        Pattern.compile("name=\"shown\" value=\"([^\"]*)\"")
            .matcher(Pages.text(answer.getResponse()));
    assertThat(mark.find()).as(() -> words(answer)).isTrue();
    return mark.group(1);
  }

  private List<String> charges() {
    return jdbc.sql(
            "select p.name || ' ' || o.code || ' ' || c.period from charge c"
                + " join person p on p.id = c.person_id join organization o on o.id = c.cell_id"
                + " where c.commune_id = ? order by c.period, 1")
        .param(commune.root().id())
        .query(String.class)
        .list();
  }

  @Test
  void whoMayPlanIsLedToThePlanner() {
    assertThat(clerk().open("/charges")).contains("href=\"/plans/charge?");
    assertThat(as("near", "CELL_SECRETARY").open("/charges"))
        .contains("href=\"/charges/decisions?")
        .doesNotContain("/plans/charge");
  }

  @Test
  void aDecisionIsSeenBeforehandAndEndsWhatItReplacesAndIsTakenBackAsAWhole() throws Exception {
    charge(an, near, "2015-07-01");
    List<String> before = charges();
    Map<String, String> typed = decision("05-QĐ/ĐU", "1/6/2016", near, binh, far, an);
    assertThat(words(send(clerk(), DECIDE, typed)))
        .contains("Chi bộ Gần Lò Văn An kết thúc đến hết 31/05/2016")
        .contains("Chi bộ Gần Quàng Thị Bình bắt đầu phụ trách")
        .contains("Chi bộ Xa Lò Văn An bắt đầu phụ trách");
    assertThat(charges()).isEqualTo(before);

    MvcResult saved = decide(typed);
    assertThat(charges())
        .containsExactly(
            "Lò Văn An CB01 [2015-07-01,2016-06-01)",
            "Lò Văn An CB02 [2016-06-01,)",
            "Quàng Thị Bình CB01 [2016-06-01,)");
    assertThat(Pages.words(clerk().open("/charges?on=2016-05-31&q=gan"))).contains("Lò Văn An");
    assertThat(Pages.words(clerk().open("/charges?on=2016-06-01&q=gan")))
        .contains("Quàng Thị Bình")
        .contains("05-QĐ/ĐU");
    String whole =
        Pages.words(clerk().open(Objects.requireNonNull(saved.getResponse().getRedirectedUrl())));
    assertThat(whole)
        .containsSubsequence(
            "Ngày 01/06/2016 · Ban Thường vụ Đảng ủy",
            "Lò Văn An Chi bộ Xa 01/06/2016 đang phụ trách",
            "Quàng Thị Bình Chi bộ Gần 01/06/2016 đang phụ trách",
            "Phân công kết thúc theo quyết định này",
            "Lò Văn An Chi bộ Gần 01/07/2015 31/05/2016");

    undo(clerk(), saved);
    assertThat(charges()).isEqualTo(before);
    assertThat(Pages.words(clerk().open("/charges/decisions"))).doesNotContain("05-QĐ/ĐU");
  }

  @Test
  void anOlderDecisionThatIsEnteredLaterHoldsUntilTheNewerOne() throws Exception {
    decide(decision("07-QĐ/ĐU", "1/9/2016", near, binh));
    decide(decision("03-QĐ/ĐU", "1/3/2016", near, an, far, an));
    assertThat(charges())
        .containsExactly(
            "Lò Văn An CB01 [2016-03-01,2016-09-01)",
            "Lò Văn An CB02 [2016-03-01,)",
            "Quàng Thị Bình CB01 [2016-09-01,)");
    assertThat(words(send(clerk(), DECIDE, decision("08-QĐ/ĐU", "1/9/2016", near, an))))
        .contains("Chi bộ Gần: Quàng Thị Bình bắt đầu phụ trách từ đúng ngày này");
    Map<String, String> again = decision("03-QĐ/ĐU", "1/3/2016", far, binh);
    again.put("f.replaces", "nothing");
    assertThat(words(decide(again))).contains("Quyết định 03-QĐ/ĐU của ngày đó đã được nhập");
  }

  @Test
  void whatWasSeenIsWhatIsDoneOrNothingIs() throws Exception {
    Map<String, String> typed = decision("05-QĐ/ĐU", "1/6/2016", near, binh);
    typed.put("shown", shown(send(clerk(), DECIDE, typed)));
    typed.put("save", "yes");
    charge(an, near, "2016-02-01");
    List<String> meanwhile = charges();
    MvcResult answer = send(clerk(), DECIDE, typed);
    assertThat(words(answer))
        .contains("Phân công đã thay đổi từ lúc xem trước")
        .contains("Lò Văn An kết thúc đến hết 31/05/2016");
    assertThat(charges()).isEqualTo(meanwhile);
  }

  @Test
  void cellsWithoutAnyoneAndMembersWithoutACellAreShown() throws Exception {
    decide(decision("05-QĐ/ĐU", "1/6/2016", near, binh));
    assertThat(Pages.words(clerk().open("/charges?state=without"))).contains("Chi bộ Xa");
    assertThat(Pages.words(clerk().open("/charges/committee?state=without")))
        .contains("Lò Văn An Bí thư Đảng ủy 0 Chưa được phân công chi bộ")
        .doesNotContain("Quàng Thị Bình");
    assertThat(Pages.words(clerk().open("/charges/committee?on=2016-05-31&state=without")))
        .contains("Quàng Thị Bình");
  }

  @Test
  void aCellSeesTheDecisionThatNamesItAndNoOther() throws Exception {
    String address =
        Objects.requireNonNull(
            decide(decision("05-QĐ/ĐU", "1/6/2016", near, binh)).getResponse().getRedirectedUrl());
    Pages in = as("near", "CELL_SECRETARY");
    Pages out = as("far", "CELL_SECRETARY");
    assertThat(in.open("/charges/decisions")).contains("05-QĐ/ĐU");
    assertThat(in.open(address)).contains("Chi bộ Gần");
    assertThat(out.open("/charges/decisions")).doesNotContain("05-QĐ/ĐU");
    assertThat(out.ask(address).getStatus()).isEqualTo(404);
    assertThat(in.ask(DECIDE).getStatus()).isEqualTo(403);
  }

  private Map<String, String> visit(
      TestCommune.Unit cell, UUID person, String day, String found, String next) {
    Map<String, String> typed = new HashMap<>();
    typed.put("f.charge", cell.id() + "_" + person);
    typed.put("f.found", found);
    day(typed, "day", day);
    if (!next.isEmpty()) {
      day(typed, "next", next);
    }
    return typed;
  }

  private String due(String on) {
    Matcher row =
        Pattern.compile("Chi bộ Gần Lò Văn An (.*?) (?:Trang|Sau|Lên|Hiển|©|$|Chi bộ|Nền)")
            .matcher(Pages.words(clerk().open("/visits/due?on=" + on)));
    assertThat(row.find()).isTrue();
    return row.group(1);
  }

  @Test
  void theNextVisitIsDueAsAgreedOrAsOftenAsWasSet() throws Exception {
    charge(an, near, "2016-01-15");
    assertThat(due("2016-03-01")).startsWith("chưa lần nào chưa hẹn");
    Map<String, String> interval = new HashMap<>();
    interval.put("f.commune", commune.root().id().toString());
    interval.put("f.months", "3");
    day(interval, "since", "1/2/2016");
    send(clerk(), "/entry/visits-intervals/new", interval);
    assertThat(due("2016-01-31")).as("before it was set").startsWith("chưa lần nào chưa hẹn");
    assertThat(due("2016-05-01")).startsWith("chưa lần nào 01/05/2016 sắp đến");
    assertThat(due("2016-05-02")).startsWith("chưa lần nào 01/05/2016 quá hẹn");

    send(clerk(), "/visits/new", visit(near, an, "10/5/2016", "Họp đúng kỳ", ""));
    send(clerk(), "/visits/new", visit(near, an, "20/7/2016", "Sổ ghi đủ", "1/12/2016"));
    assertThat(due("2016-05-09")).startsWith("chưa lần nào 01/05/2016 quá hẹn");
    assertThat(due("2016-05-10")).startsWith("10/05/2016 10/08/2016");
    assertThat(due("2016-07-20")).startsWith("20/07/2016 01/12/2016");
    assertThat(due("2016-12-02")).startsWith("20/07/2016 01/12/2016 quá hẹn");
    assertThat(Pages.words(clerk().open("/"))).contains("1 lượt xuống chi bộ");
    assertThat(Pages.words(clerk().open("/charges?q=gan"))).contains("01/12/2016 quá hẹn");
    assertThat(Pages.words(clerk().open("/organizations/" + near.id())))
        .contains("Lần sau trước ngày: 01/12/2016 quá hẹn")
        .contains("20/07/2016 Lò Văn An");
  }

  @Test
  void whoIsInChargeEntersTheirVisitsAndCorrectsTheirOwn() throws Exception {
    charge(an, near, "2016-01-15");
    charge(an, far, "2016-01-15");
    assertThat(member().open("/visits/new")).contains("Chi bộ Gần").doesNotContain("Chi bộ Xa");
    assertThat(words(send(member(), "/visits/new", visit(far, an, "1/6/2016", "x", ""))))
        .contains("trong danh sách");
    MvcResult own = send(member(), "/visits/new", visit(near, an, "1/6/2016", "Họp đúng kỳ", ""));
    assertThat(notice(own).undo()).as("taking back is the office's").isNull();
    String address = Objects.requireNonNull(own.getResponse().getRedirectedUrl());
    Map<String, String> right = visit(near, an, "2/6/2016", "Họp chậm một ngày", "");
    right.put("f.reason", "Ghi nhầm ngày");
    send(member(), address + "/correct", right);
    assertThat(Pages.words(as("near", "CELL_SECRETARY").open("/visits")))
        .contains("02/06/2016 Lò Văn An Họp chậm một ngày");
    assertThat(Pages.words(as("far", "CELL_SECRETARY").open("/visits"))).doesNotContain("Họp chậm");
    assertThat(as("far", "CELL_SECRETARY").ask(address).getStatus()).isEqualTo(404);

    String others =
        Objects.requireNonNull(
            send(clerk(), "/visits/new", visit(near, an, "1/7/2016", "Sổ đủ", ""))
                .getResponse()
                .getRedirectedUrl());
    assertThat(member().open(others)).contains("Sổ đủ");
    assertThat(member().ask(others + "/correct").getStatus()).isEqualTo(404);
    assertThat(send(member(), others + "/remove", Map.of("reason", "x")).getResponse().getStatus())
        .isEqualTo(404);
    assertThat(clerk().ask(address + "/correct").getStatus()).isEqualTo(200);
    undo(clerk(), send(clerk(), address + "/remove", Map.of("reason", "Ghi hai lần")));
    assertThat(clerk().open(address)).contains("Họp chậm một ngày");
  }

  @Test
  void aVisitThatCannotHaveBeenIsRefusedAndNothingTypedIsLost() throws Exception {
    charge(an, near, "2016-01-15");
    Map<String, String> early = visit(near, an, "14/1/2016", "Nắm tình hình bản", "");
    MvcResult refused = send(clerk(), "/visits/new", early);
    assertThat(words(refused)).contains("Ngày 14/01/2016 đồng chí này không phụ trách");
    assertThat(Pages.text(refused.getResponse())).contains("Nắm tình hình bản");
    assertThat(words(send(clerk(), "/visits/new", visit(near, an, "1/1/2017", "x", ""))))
        .contains("Ngày xuống chi bộ chưa đến");
    assertThat(words(send(clerk(), "/visits/new", visit(near, an, "1/6/2016", "x", "1/6/2016"))))
        .contains("phải sau ngày xuống");
    notice(send(clerk(), "/visits/new", visit(near, an, "15/1/2016", "x", "")));
    assertThat(words(send(clerk(), "/visits/new", visit(near, an, "15/1/2016", "y", ""))))
        .contains("đã được ghi");
  }

  private Map<String, String> regulation(String since, String numbers) {
    Map<String, String> typed = new HashMap<>();
    typed.put("commune", commune.root().id().toString());
    typed.put("f.title", "Quy chế làm việc");
    day(typed, "issuedOn", since);
    day(typed, "since", since);
    typed.put("number." + near.id(), numbers);
    typed.put("number." + far.id(), numbers);
    return typed;
  }

  private MvcResult issue(Map<String, String> typed, TestCommune.Unit... units) throws Exception {
    MockHttpServletRequestBuilder request =
        post("/regulations/new").with(user(code + "office").roles("CLERK")).with(csrf());
    typed.forEach(request::param);
    for (TestCommune.Unit unit : units) {
      request.param("of", unit.id().toString());
    }
    return web.perform(request).andReturn();
  }

  private String inForce(String on) {
    return Pages.words(clerk().open("/regulations?on=" + on));
  }

  @Test
  void aRegulationIsInForceFromItsDayUntilTheNext() throws Exception {
    assertThat(words(issue(regulation("1/3/2016", "01-QC/CB"))))
        .contains("Chưa đánh dấu tổ chức nào");
    MvcResult both = issue(regulation("1/3/2016", "01-QC/CB"), near, far);
    assertThat(notice(both).words()).isEqualTo("Đã lưu 2 quy chế.");
    MvcResult next = issue(regulation("1/9/2016", "02-QC/CB"), near);
    assertThat(inForce("2016-02-29"))
        .contains("Chi bộ có quy chế: 0/2 Cấp ủy có quy chế: 0/1")
        .doesNotContain("QC/CB");
    assertThat(inForce("2016-03-01")).contains("Chi bộ có quy chế: 2/2");
    assertThat(inForce("2016-08-31")).contains("01-QC/CB").doesNotContain("02-QC/CB");
    assertThat(inForce("2016-09-01"))
        .as("those without one first")
        .containsSubsequence(
            "Đảng bộ xã " + code + " Chưa có quy chế",
            "Chi bộ Gần Có quy chế 02-QC/CB",
            "Chi bộ Xa Có quy chế 01-QC/CB");
    assertThat(Pages.words(clerk().open("/regulations/versions?q=gan")))
        .contains("01-QC/CB 01/03/2016 01/03/2016 31/08/2016");
    assertThat(words(issue(regulation("1/9/2016", "03-QC/CB"), near, far)))
        .contains("đã có quy chế bắt đầu đúng ngày 01/09/2016");
    assertThat(inForce("2016-12-31")).as("all or none").doesNotContain("03-QC/CB");
    undo(clerk(), next);
    assertThat(inForce("2016-12-31")).contains("Chi bộ Gần Có quy chế 01-QC/CB");
  }

  private String version(String number) {
    return jdbc.sql("select id::text from working_regulation where commune_id = ? and number = ?")
        .params(commune.root().id(), number)
        .query(String.class)
        .single();
  }

  @Test
  void theVersionBeforeGoesWithOneThatIsCorrectedOrNeverWas() throws Exception {
    issue(regulation("1/3/2016", "01-QC/CB"), near);
    issue(regulation("1/9/2016", "02-QC/CB"), near);
    Pages pages = clerk();
    String address = "/entry/regulations/" + version("02-QC/CB");
    Map<String, String> typed =
        new HashMap<>(vn.nenmong.FilledForm.inputs(pages.open(address + "/correct")));
    day(typed, "since", "1/10/2016");
    typed.put("f.reason", "Ghi nhầm tháng");
    notice(send(pages, address + "/correct", typed));
    assertThat(inForce("2016-09-30")).contains("01-QC/CB");
    assertThat(inForce("2016-10-01")).contains("02-QC/CB");
    Map<String, String> removal =
        new HashMap<>(vn.nenmong.FilledForm.inputs(pages.open(address + "/remove")));
    removal.put("f.reason", "Không ban hành");
    MvcResult removed = send(pages, address + "/remove", removal);
    assertThat(inForce("2016-12-31")).contains("01-QC/CB").doesNotContain("02-QC/CB");
    undo(pages, removed);
    assertThat(inForce("2016-12-31")).contains("02-QC/CB");
  }
}
