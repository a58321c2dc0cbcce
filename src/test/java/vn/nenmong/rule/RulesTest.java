package vn.nenmong.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.BesideOthers;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;

/// The rules as an office sees them, adds to them and hands them to other programs.
@BesideOthers
@SpringBootTest
@AutoConfigureMockMvc
class RulesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String CODE = "deadline.ceremony";
  private static int communes;

  @Autowired private MockMvc web;

  private final JdbcClient owner = DATABASE.ownerJdbc();
  private String commune;
  private String office;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void aCommuneOfItsOwn() {
    communes++;
    commune = "C" + communes;
    office = "office" + communes;
    var made = new TestCommune(DATABASE, commune);
    made.account(office, "clerk", made.root());
  }

  private Pages pages() {
    return new Pages(web, office, "CLERK");
  }

  private MvcResult send(String address, Map<String, String> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        post(address).with(user(office).roles("CLERK")).with(csrf()).param("organization", commune);
    typed.forEach(request::param);
    return web.perform(request).andReturn();
  }

  private static Map<String, String> value(String value, String from) {
    return new HashMap<>(
        Map.of(
            "value",
            value,
            "since",
            from,
            "number",
            "99-QĐ/TU",
            "body",
            "Tỉnh ủy Điện Biên",
            "date",
            "01/03/2024",
            "clause",
            "Điều 3",
            "evidence",
            "A"));
  }

  private JsonNode answer(String on) {
    JsonNode all = JsonMapper.shared().readTree(pages().open("/api/rules?on=" + on));
    return all.valueStream()
        .filter(rule -> rule.get("code").asString().equals(CODE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachRuleIsThereWithItsHistorySourceAndEvidence() {
    assertThat(Pages.words(pages().open("/rules?on=2026-11-20"))).contains("Chưa kiểm chứng");
    assertThat(Pages.words(pages().open("/rules/" + CODE + "?on=2026-11-20")))
        .contains("30 ngày làm việc", "25/07/2016", "29-QĐ/TW", "208-QĐ/TW");
  }

  @Test
  void aNewerValueCountsFromItsDayInItsCommuneAndNowhereElse() throws Exception {
    MvcResult added = send("/rules/" + CODE, value("20 ngày làm việc", "15/03/2024"));
    assertThat(added.getResponse().getRedirectedUrl()).startsWith("/rules/" + CODE);
    assertThat(answer("2024-03-14").get("value").asString()).isEqualTo("30 working days");
    JsonNode own = answer("2024-03-15");
    assertThat(own.get("value").asString()).isEqualTo("20 working days");
    assertThat(own.get("document").get("number").asString()).isEqualTo("99-QĐ/TU");
    assertThat(own.get("own").asBoolean()).isTrue();
    assertThat(
            owner
                .sql("select action || ' ' || subject from audit_line where account = ?")
                .param(office)
                .query(String.class)
                .list())
        .anyMatch(line -> line.endsWith(" rule"));
    aCommuneOfItsOwn();
    assertThat(answer("2024-03-15").get("value").asString()).isEqualTo("30 working days");
  }

  @Test
  void anOwnValueIsTakenAwayWithAReason() throws Exception {
    send("/rules/" + CODE, value("20 ngày làm việc", "15/03/2024"));
    String id =
        owner
            .sql(
                """
                select r.id::text from rule_value r join organization o on o.id = r.unit_id
                where o.code = ?
                """)
            .param(commune)
            .query(String.class)
            .single();
    send("/rules/values/" + id + "/remove", Map.of("reason", ""));
    assertThat(answer("2024-03-15").get("value").asString()).isEqualTo("20 working days");
    send("/rules/values/" + id + "/remove", Map.of("reason", "ghi nhầm"));
    assertThat(answer("2024-03-15").get("value").asString()).isEqualTo("30 working days");
  }

  @Test
  void aValueWithoutItsSourceOrOfAnotherKindIsRefusedAndStaysTyped() throws Exception {
    for (Map.Entry<String, String> wrong :
        List.of(
            Map.entry("number", ""),
            Map.entry("date", "mai"),
            Map.entry("evidence", ""),
            Map.entry("value", "nhiều ngày"))) {
      Map<String, String> typed = value("20 ngày làm việc", "15/03/2024");
      typed.put(wrong.getKey(), wrong.getValue());
      String page = Pages.text(send("/rules/" + CODE, typed).getResponse());
      assertThat(page).as(wrong.toString()).contains("role=\"alert\"", "Tỉnh ủy Điện Biên");
    }
    assertThat(answer("2024-03-15").get("value").asString()).isEqualTo("30 working days");
  }

  @Test
  void aYearWhoseDaysOffAreNotKnownIsNotGuessedUntilItIsTold() throws Exception {
    String address = "/rules/" + CODE + "?on=2027-03-01&start=01/03/2027&organization=" + commune;
    assertThat(Pages.words(pages().open(address))).contains("2027").doesNotContain("12/04/2027");
    tellHolidays(
        "01/01/2027 Tết Dương lịch\n05/02/2027 - 12/02/2027 Tết Nguyên đán\n30/04/2027 Giải phóng miền Nam");
    assertThat(Pages.words(pages().open("/holidays?year=2027&on=2027-12-31")))
        .contains("Tết Nguyên đán");
    assertThat(Pages.words(pages().open(address))).contains("12/04/2027");
  }

  private MvcResult tellHolidays(String lines) throws Exception {
    return send(
        "/holidays",
        Map.of(
            "year", "2027",
            "lines", lines,
            "source", "Thông báo nghỉ lễ 2027",
            "evidence", "A",
            "complete", "true"));
  }

  private List<String> holidays() {
    return owner
        .sql(
            """
            select to_char(h.day, 'DD/MM ') || h.kind || ' ' || h.name
            from holiday h join organization o on o.id = h.unit_id
            where o.code = ? order by h.day
            """)
        .param(commune)
        .query(String.class)
        .list();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05/02/2027 - 12/02/2027 Tết Nguyên đán",
        "05/02/2027 – 12/02/2027: Tết Nguyên đán",
        "05/02/2027-12/02/2027 Tết Nguyên đán",
        "05/02/2027 đến 12/02/2027 Tết Nguyên đán",
        "Từ ngày 5/2/2027 đến hết ngày 12/2/2027 Tết Nguyên đán",
        "2027-02-05 - 2027-02-12 Tết Nguyên đán"
      })
  void ofDaysInARowEachWeekdayIsOff(String line) throws Exception {
    tellHolidays(line);
    assertThat(holidays())
        .containsExactly(
            "05/02 off Tết Nguyên đán",
            "08/02 off Tết Nguyên đán",
            "09/02 off Tết Nguyên đán",
            "10/02 off Tết Nguyên đán",
            "11/02 off Tết Nguyên đán",
            "12/02 off Tết Nguyên đán");
  }

  @Test
  void aSingleDayOfAWeekendIsWorked() throws Exception {
    tellHolidays("20/02/2027 Làm bù\n30/04/2027 Giải phóng miền Nam 30/4");
    assertThat(holidays())
        .containsExactly("20/02 worked Làm bù", "30/04 off Giải phóng miền Nam 30/4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05/02/2027",
        "05/02/2027 Tết, nghỉ bù 15/02/2027",
        "05/02/2027 - 12/02 Tết Nguyên đán",
        "05/02/2027 đến 12/02 Tết Nguyên đán",
        "05/02 - 12/02/2027 Tết Nguyên đán",
        "12/02/2027 - 05/02/2027 Tết Nguyên đán",
        "31/12/2027 - 03/01/2028 Tết Dương lịch",
        "06/02/2027 - 07/02/2027 Tết Nguyên đán",
        "30/02/2027 Tết Nguyên đán",
        "05/02/2026 Tết Nguyên đán"
      })
  void aLineThatMayMeanOtherDaysIsRefused(String line) throws Exception {
    assertThat(Pages.text(tellHolidays(line).getResponse())).contains("role=\"alert\"", line);
    assertThat(holidays()).isEmpty();
  }

  @Test
  void aYearThatAnOfficeHasSaidIsCompleteIsUnmarkedByThatOfficeAlone() throws Exception {
    String deadline = "/rules/" + CODE + "?on=2027-03-01&start=01/03/2027&organization=" + commune;
    String unmark = "/holidays/years/2027/remove";
    tellHolidays("30/04/2027 Giải phóng miền Nam");
    assertThat(pages().open("/holidays?year=2027&organization=" + commune)).contains(unmark);
    assertThat(Pages.words(pages().open(deadline))).contains("12/04/2027");
    assertThat(send(unmark, Map.of()).getResponse().getStatus()).isEqualTo(302);
    assertThat(pages().open("/holidays?year=2027&organization=" + commune)).doesNotContain(unmark);
    assertThat(Pages.words(pages().open(deadline))).doesNotContain("12/04/2027");
    assertThat(
            owner
                .sql("select action || ' ' || subject from audit_line where account = ?")
                .param(office)
                .query(String.class)
                .list())
        .contains("remove holiday");
    assertThat(send(unmark, Map.of()).getResponse().getStatus()).isEqualTo(404);
    assertThat(pages().open("/holidays?year=2026&on=2026-12-31"))
        .doesNotContain("/holidays/years/2026/remove");
    assertThat(send("/holidays/years/2026/remove", Map.of()).getResponse().getStatus())
        .isEqualTo(404);
  }

  private String stored(String code) {
    return owner
        .sql(
            """
            select r.value from rule_value r join organization o on o.id = r.unit_id
            where o.code = ? and r.code = ?
            """)
        .param(commune)
        .param(code)
        .query(String.class)
        .optional()
        .orElse("");
  }

  static List<String> codes() {
    return Stream.concat(
            TestRules.of(DATABASE).codes().stream(), AddRuleValue.WITHOUT_VALUE.keySet().stream())
        .toList();
  }

  private static String last(String code) {
    return AddRuleValue.known(TestRules.of(DATABASE), code).getLast();
  }

  private String opened(String code, String language) throws Exception {
    return Pages.text(
        web.perform(
                get("/rules/" + code)
                    .param("organization", commune)
                    .cookie(new Cookie("nenmong-language", language))
                    .with(user(office).roles("CLERK")))
            .andReturn()
            .getResponse());
  }

  private String shown(String code, String language) throws Exception {
    return Pages.words(opened(code, language));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aNewerValueIsTypedAsThePageOfItsRuleShowsTheLast(String code) throws Exception {
    for (String language : List.of("vi", "en")) {
      String page = opened(code, language);
      Matcher example =
          Pattern.compile("<label for=\"value\">[^<]*<small>(?:như|such as) ([^<]*)</small>")
              .matcher(page);
      assertThat(example.find()).as(language).isTrue();
      String shown = HtmlUtils.htmlUnescape(example.group(1));
      MvcResult sent = send("/rules/" + code, value(shown, "01/01/2027"));
      assertThat(sent.getResponse().getStatus()).as(shown).isEqualTo(302);
      assertThat(stored(code)).as(shown).isEqualTo(last(code));
      aCommuneOfItsOwn();
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aValueOfAnotherKindIsRefused(String code) throws Exception {
    String last = last(code);
    List<String> others =
        last.matches("\\d+")
            ? List.of("abc", "YES", "30 ngày", "2/3", "30,40", "10 %", "3000000000")
            : last.matches("\\p{L}.*")
                ? List.of("abc", "BTV_TINH_UY", "30 ngày", "7", "2/3", last + ",abc", last + "/")
                : List.of(
                    "abc", "YES", "nhiều ngày", "20/20/30", "0/0", "32-13,01-01", last + ",abc");
    for (String other : others) {
      MvcResult sent = send("/rules/" + code, value(other, "01/01/2027"));
      assertThat(Pages.text(sent.getResponse())).as(other).contains("role=\"alert\"");
      assertThat(stored(code)).as(other).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          badge.years | 30, 35, 40 | 30,35,40
          badge.years | 30 | 30
          badge.award_days | 3/2, 19/05 | 03-02,19-05
          badge.award_days | 30/2, 19/05 |
          badge.early_max_months | 12 tháng |
          dues.rate.bhxh | 1,5% | 1.5 %
          dues.rate.no_bhxh.over_retire | 0,4 % | 0.4 % min wage
          dues.rate.no_bhxh.over_retire | 0,4 % lương cơ sở |
          dues.student | 10.000 đồng | 10,000 VND
          dues.student | 10000đ | 10,000 VND
          dues.student | 10000 |
          dues.fixed.range | 5.000 - 50.000 đồng | 5,000–50,000 VND
          dues.keep.cell_pct | 30-60 | 30–60
          dues.keep.cell_pct | 40 | 40
          meeting.min_minutes | 60 phút | 60 minutes
          meeting.min_minutes | 2 giờ | 2 hours
          meeting.min_minutes | 60 ngày |
          meeting.quorum | từ 2/3 trở lên | 2/3
          meeting.quorum | 2 |
          review.cap.excellent | 25 % | 25 % of GOOD per similar group
          review.levels | XS/T/HT | XS/T/HT
          review.levels | XS/T/ABC |
          layout.margins | 20 / 20 / 30 / 20 | 20/20/30/20
          layout.margins | 20/20/30 |
          data_request.answer | 3 ngày làm việc | 3 working days
          data_request.answer | 48 giờ | 48 hours
          retention.left.months | 120 | 120
          retention.left.months | 12 tháng |
          authority.admit.commune | BTV_HUYEN_UY | BTV_HUYEN_UY
          authority.admit.commune | BTV_HUYEN_UY,BTV_DANG_UY_XA |
          authority.admit.commune | YES |
          discipline.forms.probationary | REPRIMAND, WARNING, EXPULSION | REPRIMAND,WARNING,EXPULSION
          vote.admit.cell | trên 1/2 | 1/2+
          """)
  void aNewerValueIsKeptInTheWordsOfTheProgram(String code, String typed, String kept)
      throws Exception {
    send("/rules/" + code, value(typed, "01/01/2027"));
    assertThat(stored(code)).isEqualTo(kept == null ? "" : kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadline.admit.decision", "deadline.admit.decision.extension"})
  void aTimeLimitAndItsExtensionAreOfOneUnit(String code) throws Exception {
    MvcResult days = send("/rules/" + code, value("40 ngày", "01/01/2024"));
    assertThat(Pages.words(Pages.text(days.getResponse())))
        .contains("Phải cùng đơn vị thời gian", "tính bằng ngày làm việc");
    send("/rules/" + code, value("40 ngày làm việc", "01/01/2024"));
    assertThat(stored(code)).isEqualTo("40 working days");
  }

  @Test
  void aWordThatIsNotKnownIsRefusedWithThoseThatAreAndIsShownAsItIsWhereItStands()
      throws Exception {
    String code = "authority.admit.commune";
    MvcResult refused = send("/rules/" + code, value("BTV_TINH_UY", "01/01/2024"));
    assertThat(Pages.words(Pages.text(refused.getResponse())))
        .contains("không có từ «BTV_TINH_UY»", "BTV_DANG_UY_XA, BTV_HUYEN_UY, CELL");
    send("/rules/" + code, value("BTV_HUYEN_UY", "01/01/2024"));
    owner
        .sql(
            """
            update rule_value set value = 'BTV_TINH_UY'
            where unit_id = (select id from organization where code = ?)
            """)
        .param(commune)
        .update();
    String there = "?on=2024-02-01&organization=" + commune;
    assertThat(Pages.words(pages().open("/rules" + there))).contains("BTV_TINH_UY");
    assertThat(Pages.words(pages().open("/rules/" + code + there))).contains("BTV_TINH_UY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cell.min_official | Điều lệ Đảng, Đại hội đại biểu toàn quốc, ngày 19/01/2011, Điều 24.1 | Điều lệ Đảng, Đại hội đại biểu toàn quốc, 19/01/2011, Điều 24.1
          struck.education_months | 30/07/2021, mục 8.1 | 30/07/2021, clause 8.1
          meeting.min_minutes | 90 phút | 90 minutes
          data_request.answer | 72 giờ | 72 hours
          dues.fixed.range | 2.000–30.000 đồng | 2,000–30,000 VND
          dues.student | 5.000 đồng | 5,000 VND
          dues.rate.pension | 0,5 % | 0.5 %
          dues.rate.no_bhxh.over_retire | 0,2 % lương tối thiểu vùng | 0.2 % of the regional minimum wage
          review.levels | hoàn thành tốt nhiệm vụ; hoàn thành nhiệm vụ; không hoàn thành nhiệm vụ | excellent; good; satisfactory; unsatisfactory
          review.levels | trong sạch, vững mạnh; hoàn thành tốt nhiệm vụ; hoàn thành nhiệm vụ; yếu kém | clean and strong; good; satisfactory; weak
          """)
  void valuesAndSourcesAreInTheLanguageOfTheReader(String code, String vietnamese, String english)
      throws Exception {
    assertThat(shown(code, "vi")).contains(vietnamese);
    assertThat(shown(code, "en")).contains(english);
  }

  @Test
  void linksAndFormsOfARuleKeepItsDayAndItsOffice() {
    String asked = "on=2024-02-01&organization=" + commune;
    String kept = "organization=" + commune + "&amp;on=2024-02-01";
    assertThat(pages().open("/rules?" + asked)).contains("/rules/" + CODE + "?" + kept);
    assertThat(pages().open("/rules/" + CODE + "?" + asked))
        .contains("/rules?" + kept)
        .contains("<input type=\"hidden\" name=\"on\" value=\"2024-02-01\">");
  }
}
