package vn.nenmong.consolidation.plan;

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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.nenmong.Application;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.document.template.WordFile;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.organization.Organizations;

/// The demo's commune plans its charges, from the first page to the records and back.
@SpringBootTest(
    classes = Application.class,
    properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
@AutoConfigureMockMvc
class PlanPagesTest {

  @Autowired private MockMvc web;
  @Autowired private DemoAccounts demo;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;
  @Autowired private Today today;

  private Pages pages;

  @BeforeEach
  void accounts() {
    pages = new Pages(web, "vanphong", "CLERK");
    demo.make(path("NATONG"), path("NATONG/CB01"));
  }

  private String path(String code) {
    return Fence.aroundEverything("test")
        .call(() -> organizations.find(Scope.ALL, code, today.date()).orElseThrow().path());
  }

  private MvcResult send(String address, Map<String, String> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post(address).with(user("vanphong").roles("CLERK")).with(csrf());
    typed.forEach(request::param);
    return web.perform(request).andReturn();
  }

  private String start(PlanKind kind) throws Exception {
    return start(kind, Map.of());
  }

  private String start(PlanKind kind, Map<String, String> fixed) throws Exception {
    Map<String, String> typed = new HashMap<>(TypedPlan.of(kind, Criterion.weights(kind)).typed());
    typed.putAll(fixed);
    typed.put("organization", "NATONG");
    return Objects.requireNonNull(
        send("/plans/" + kind.code(), typed).getResponse().getRedirectedUrl());
  }

  @Test
  void aPlanOfChargesIsMadeSignedAndTakenBack() throws Exception {
    assertThat(pages.open("/plans/charge")).contains("Lập phương án");
    String run = start(PlanKind.CHARGE);
    assertThat(pages.finished(run)).contains("So các phương án", "nặng nhất", "Phương án 2");
    assertThat(pages.open(run)).doesNotContain("href=\"" + run + "/paper\"");
    assertThat(pages.ask(run + "/paper").getStatus()).isEqualTo(404);
    send(run + "/draft", Map.of("plan", "0"));
    assertThat(pages.open(run)).contains("href=\"" + run + "/paper\"", "Quyết định (Word)");
    assertThat(paper(run)).contains("Số ……-QĐ/ĐU", "phân công cấp ủy viên phụ trách chi bộ");
    String charges = Pages.words(pages.open("/charges"));
    assertThat(send(run + "/sign", Map.of("number", "9-QĐ/ĐU")).getResponse().getStatus())
        .isEqualTo(422);
    MvcResult signed =
        send(
            run + "/sign",
            Map.of("number", "9-QĐ/ĐU", "body", "Đảng ủy xã", "decided", "31/12/2016"));
    assertThat(signed.getFlashMap().get(Notice.NAME)).isNotNull();
    String inForce = pages.open(run);
    assertThat(inForce).contains("Đã ghi vào sổ theo quyết định 9-QĐ/ĐU");
    assertThat(paper(run)).contains("Số 9-QĐ/ĐU", "Na Tông, ngày 31 tháng 12 năm 2016");
    assertThat(pages.open("/charges")).contains("9-QĐ/ĐU");
    Matcher decision =
        Pattern.compile("href=\"(/charges/decisions/[0-9a-f-]{36})[^>]*>9-QĐ/ĐU<")
            .matcher(pages.open("/charges/decisions"));
    assertThat(decision.find()).isTrue();
    assertThat(Pages.words(pages.open(decision.group(1))))
        .as("whom it puts in charge, and whom it takes that from")
        .contains("Đảng ủy xã", "31/12/2016", "30/12/2016");
    String undo = found("href=\"(/entry/undo/[0-9a-f-]{36})", inForce).group(1);
    assertThat(pages.open(undo)).contains("action=\"" + undo + "\"");
    send(undo, Map.of());
    assertThat(Pages.words(pages.open("/charges"))).isEqualTo(charges);
    assertThat(pages.open("/charges/decisions")).doesNotContain("9-QĐ/ĐU");
    assertThat(pages.open(run)).contains("đã được hoàn tác");
    assertThat(paper(run)).contains("Số ……-QĐ/ĐU").doesNotContain("9-QĐ/ĐU");
  }

  @Test
  void aPlanOfVillagesIsMadeAndHandedOutWithALineInTheTrail() throws Exception {
    assertThat(pages.open("/plans/villages")).contains("đảng viên chính thức");
    String run = start(PlanKind.VILLAGES);
    assertThat(pages.finished(run)).contains("So các phương án");
    long before = exports();
    assertThat(pages.ask(run + "/plan.xlsx").getContentAsByteArray()).hasSizeGreaterThan(1000);
    assertThat(exports()).isEqualTo(before + 1);
  }

  private UUID village(String name) {
    return Fence.aroundEverything("test")
        .call(() ->
            jdbc.sql("select village_id from village_period where name = ? limit 1")
                .param(name)
                .query(UUID.class)
                .single());
  }

  private UUID servedBy(UUID village) {
    return Fence.aroundEverything("test")
        .call(() ->
            jdbc.sql(
                    """
                    select cell_id from village_period
                    where village_id = ? and period @> date '2016-12-31'
                    """)
                .param(village)
                .query(UUID.class)
                .single());
  }

  /// What has to be is fixed, so that the plan founds a cell whatever that costs.
  private String startFounding() throws Exception {
    UUID seat = village("Huổi Pa");
    Map<String, String> fixed = new HashMap<>();
    for (String name : List.of("Huổi Pa", "Gia Phú A", "Gia Phú B")) {
      fixed.put("fix." + village(name), ServingCell.idAt(seat).toString());
    }
    return start(PlanKind.VILLAGES, fixed);
  }

  private Map<String, String> decision(String number) {
    UUID seat = village("Huổi Pa");
    return new HashMap<>(
        Map.of(
            "number",
            number,
            "body",
            "Đảng ủy xã",
            "decided",
            "31/12/2016",
            "name." + seat,
            "Chi bộ Ba Bản",
            "code." + seat,
            "CB77"));
  }

  private Document preview(String run, Map<String, String> typed) throws Exception {
    return Jsoup.parse(Pages.text(send(run + "/sign", typed).getResponse()));
  }

  private static String seen(Document preview) {
    return preview.expectFirst("button[name=seen]").val();
  }

  /// Once what it does was seen.
  private MvcResult sign(String run, Map<String, String> typed) throws Exception {
    typed.put("seen", seen(preview(run, typed)));
    return send(run + "/sign", typed);
  }

  @Test
  void whatAPlanThatFoundsACellDoesIsSeenBeforeItIsSigned() throws Exception {
    String run = startFounding();
    pages.finished(run);
    send(run + "/draft", Map.of("plan", "0"));
    Map<String, String> typed = decision("14-QĐ/ĐU");
    Document preview = preview(run, typed);
    assertThat(preview.text())
        .contains("Chi bộ Ba Bản: Sẽ thực hiện", "thành lập, từ ngày 31/12/2016")
        .contains("Chi bộ Sơn Tống: chuyển một phần về Chi bộ Ba Bản")
        .contains("Thào A Dơ: thôi Phó Bí thư chi bộ, Chi bộ Huổi Chanh");
    assertThat(pages.open("/villages")).doesNotContain("Chi bộ Ba Bản");

    typed.put("seen", seen(preview));
    typed.put("name." + village("Huổi Pa"), "Chi bộ Tên Khác");
    assertThat(preview(run, typed).text())
        .contains("đã đổi sau khi xem trước", "Chi bộ Tên Khác: Sẽ thực hiện");
    assertThat(pages.open("/villages")).doesNotContain("Chi bộ Tên Khác");
  }

  @Test
  void aPlanThatFoundsACellIsMadeSignedAndTakenBack() throws Exception {
    UUID seat = village("Huổi Pa");
    String run = startFounding();
    assertThat(Pages.words(pages.finished(run)))
        .contains("3 thay đổi", "1 chi bộ mới", "Giữ được mọi điều bắt buộc")
        .contains("Chi bộ mới, đặt tại Huổi Pa")
        .contains("Một chi bộ cần ít nhất 3 đảng viên chính thức.");
    send(run + "/draft", Map.of("plan", "0"));
    assertThat(Pages.words(pages.open(run)))
        .contains("Lập chi bộ mới, đặt tại Huổi Pa: Gia Phú A, Gia Phú B, Huổi Pa")
        .contains("Tên chi bộ mới, đặt tại Huổi Pa");
    assertThat(paper(run))
        .contains("- Chi bộ ……………………, đặt tại Huổi Pa, gồm các bản: Gia Phú A, Gia Phú B, Huổi Pa.")
        .contains(
            "Chi bộ mới, đặt tại Huổi Pa", "Đảng viên, quần chúng ưu tú ở các bản của chi bộ mới")
        .doesNotContain("Chi bộ Ba Bản");
    Map<String, String> typed = decision("10-QĐ/ĐU");
    typed.remove("code." + seat);
    assertThat(send(run + "/sign", typed).getResponse().getStatus()).isEqualTo(422);
    MvcResult signed = sign(run, decision("10-QĐ/ĐU"));
    Notice notice = (Notice) Objects.requireNonNull(signed.getFlashMap().get(Notice.NAME));
    assertThat(Pages.words(pages.open("/villages")))
        .containsPattern("Gia Phú A Biên giới Sinh hoạt ghép [^a-z]*Chi bộ Ba Bản");
    assertThat(Pages.words(pages.open("/reorganizations"))).contains("10-QĐ/ĐU", "Chi bộ Ba Bản");
    assertThat(pages.open(run)).contains("Đã ghi vào sổ theo quyết định 10-QĐ/ĐU");
    assertThat(paper(run))
        .contains("- Chi bộ Ba Bản, đặt tại Huổi Pa, gồm các bản: Gia Phú A, Gia Phú B, Huổi Pa.")
        .contains("Số 10-QĐ/ĐU")
        .doesNotContain("Chi bộ mới, đặt tại");
    send(Objects.requireNonNull(notice.undo()), Map.of());
    assertThat(pages.open("/villages")).doesNotContain("Chi bộ Ba Bản");
    assertThat(pages.open("/reorganizations")).doesNotContain("10-QĐ/ĐU");
  }

  /// Gia Phú A has to meet in a new cell at Huổi Pa, which itself has to stay elsewhere.
  @Test
  void aPlanThatBreaksWhatMustBeKeptCannotBeDraftedNorSigned() throws Exception {
    UUID seat = village("Huổi Pa");
    UUID guest = village("Gia Phú A");
    Map<String, String> fixed =
        Map.of(
            "fix." + guest, ServingCell.idAt(seat).toString(),
            "fix." + seat, servedBy(seat).toString());
    String run = start(PlanKind.VILLAGES, fixed);
    String why = "Không lấy phương án 1 làm dự thảo được";
    assertThat(Pages.words(pages.finished(run)))
        .contains(why, "Chi bộ mới có chính bản nơi đặt chi bộ")
        .doesNotContain("Lấy phương án 1 làm dự thảo");
    MvcResult drafted = send(run + "/draft", Map.of("plan", "0"));
    Notice notice = (Notice) Objects.requireNonNull(drafted.getFlashMap().get(Notice.NAME));
    assertThat(notice.refused()).isTrue();
    assertThat(notice.words()).contains(why, "Chi bộ mới có chính bản nơi đặt chi bộ");
    Map<String, String> decision =
        Map.of("number", "11-QĐ/ĐU", "body", "Đảng ủy xã", "decided", "31/12/2016");
    assertThat(send(run + "/sign", decision).getResponse().getStatus()).isEqualTo(422);
  }

  private static Matcher found(String pattern, String html) {
    Matcher found = Pattern.compile(pattern).matcher(html);
    assertThat(found.find()).as(pattern).isTrue();
    return found;
  }

  @Test
  void anEventOfASignedPlanLeadsToItAndIsTakenBackWithAllOfIt() throws Exception {
    String run = startFounding();
    pages.finished(run);
    send(run + "/draft", Map.of("plan", "0"));
    sign(run, decision("12-QĐ/ĐU"));
    String event =
        found(
                "(?s)12-QĐ/ĐU.*?href=\"(/reorganizations/[0-9a-f-]{36})\"",
                pages.open("/reorganizations"))
            .group(1);
    String page = pages.open(event);
    assertThat(page).contains("href=\"" + run + "\"");
    assertThat(Pages.words(page))
        .contains("một phần của phương án đã ký", "Hoàn tác cả phương án")
        .doesNotContain("Sửa quyết định ghi nhầm", "Mọi việc của sự kiện này");

    Map<String, String> corrected = decision("13-QĐ/ĐU");
    corrected.put("reason", "Gõ nhầm số");
    MvcResult refused = send(event + "/decision", corrected);
    assertThat(((Notice) Objects.requireNonNull(refused.getFlashMap().get(Notice.NAME))).words())
        .contains("hãy hoàn tác cả phương án");
    assertThat(pages.open(event)).contains("12-QĐ/ĐU").doesNotContain("13-QĐ/ĐU");

    send(event + "/undo", Map.of());
    assertThat(pages.open("/villages")).doesNotContain("Chi bộ Ba Bản");
    assertThat(Pages.words(pages.open(run))).contains("đã được hoàn tác");
  }

  @Test
  void aWeightThatIsNoNumberIsToldAndNothingTypedIsLost() throws Exception {
    Map<String, String> typed =
        new HashMap<>(TypedPlan.of(PlanKind.CHARGE, Criterion.weights(PlanKind.CHARGE)).typed());
    typed.put("organization", "NATONG");
    typed.put("w.load", "nhiều");
    typed.put("w.language", "7,5");
    MockHttpServletResponse answer = send("/plans/charge", typed).getResponse();
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(Pages.text(answer)).contains("nhiều", "7,5", "Trọng số phải là số");
  }

  private String paper(String run) {
    return WordFile.text(pages.ask(run + "/paper").getContentAsByteArray());
  }

  private long exports() {
    return Fence.aroundEverything("test")
        .call(() ->
            jdbc.sql("select count(*) from audit_line where action = 'export' and subject = 'plan'")
                .query(Long.class)
                .single());
  }
}
