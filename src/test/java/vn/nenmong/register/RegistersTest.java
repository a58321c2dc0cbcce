package vn.nenmong.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.nenmong.TestDatabase;

/// Every register page over a small commune: `registers.sql`.
@SpringBootTest
@AutoConfigureMockMvc
class RegistersTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static final RequestPostProcessor OFFICE = user("office").roles("CLERK");
  private static final RequestPostProcessor CELL = user("cell").roles("CELL_SECRETARY");

  private static final Pattern ROW = Pattern.compile("<tr>\\s*<td.*?</tr>", Pattern.DOTALL);
  private static final Pattern SORT =
      Pattern.compile("<option value=\"(-?[\\w.]+)\"[^>]*>[^<]* [↑↓]</option>");

  @Autowired private MockMvc web;

  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void fill() {
    new ResourceDatabasePopulator(new ClassPathResource("registers.sql"))
        .execute(DATABASE.dataSource(DATABASE.owner()));
  }

  /// A register and what of the fixture it must show.
  ///
  /// @param rows how many in 2016
  /// @param search without accents, which finds one row
  /// @param hit what stands in the row found
  /// @param filter which leaves one row
  /// @param inScope how many the secretary of the first cell sees
  record Case(String path, int rows, String search, String hit, String filter, int inScope) {
    @Override
    public String toString() {
      return path;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("/candidates", 2, "hoa van la", "Hoà Văn Lả", "status=dossier_complete", 1),
        new Case("/charges", 2, "dong tam", "Chưa có người phụ trách", "state=with", 1),
        new Case("/meetings", 14, "mua lu", "20/03/2016", "kind=thematic", 12),
        new Case("/meetings/months", 2, "dong tam", "Chi bộ Đồng Tâm", "state=missed&q=huoi", 1),
        new Case("/studies", 2, "chi thi", "Chỉ thị 05", "of=Chi bộ Huổi Ánh", 1),
        new Case("/models", 2, "vuon ao", "Lò Văn Ấm", "stage=replicated", 1),
        new Case("/resolutions", 2, "giam ngheo", "01-NQ/CB", "thematic=no", 2),
        new Case("/indicators", 3, "ngan sach", "Chưa có đủ số liệu", "state=open", 3),
        new Case("/offices", 2, "bi thu dang uy", "Dương Văn Đức", "q=Ấm", 1),
        new Case("/courses", 2, "quan ly", "05/09/2016", "kind=Nghiệp vụ", 1),
        new Case("/courses/attendance", 2, "mua a pao", "Trưởng bản", "course=Bồi dưỡng bí thư", 1),
        new Case("/village-posts", 2, "pao", "Người có uy tín", "member=yes", 1),
        new Case("/planning", 2, "chu tich", "Vàng Thị An", "post=Bí thư Đảng ủy", 0),
        new Case("/mass-organizations", 2, "thanh nien", "400", "q=nông dân", 0),
        new Case("/reviews/cells", 2, "tam", "Hoàn thành tốt", "grade=clean_and_strong", 1),
        new Case("/reviews/members", 4, "duc", "Dương Văn Đức", "grade=completed", 2));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRegisterListsItsRowsOfTheYear(Case register) throws Exception {
    assertThat(rows(page(OFFICE, register.path() + "?year=2016"))).hasSize(register.rows());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSearchNeedsNoAccents(Case register) throws Exception {
    List<String> rows = rows(page(OFFICE, register.path() + "?year=2016&q=" + register.search()));
    assertThat(rows).singleElement().asString().contains(register.hit());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFilterNarrowsAndSoDoesTheSheet(Case register) throws Exception {
    String asked = "?year=2016&" + register.filter();
    assertThat(rows(page(OFFICE, register.path() + asked))).hasSize(1);
    assertThat(sheetRows(register.path() + "/export" + asked)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyColumnSortsBothWays(Case register) throws Exception {
    String first = page(OFFICE, register.path() + "?year=2016");
    List<String> sorts = SORT.matcher(first).results().map(result -> result.group(1)).toList();
    assertThat(sorts).hasSizeGreaterThan(1);
    for (String sort : sorts) {
      if (!sort.startsWith("-")) {
        String path = register.path() + "?year=2016&sort=";
        List<String> up = rows(page(OFFICE, path + sort));
        assertThat(rows(page(OFFICE, path + "-" + sort))).as(sort).isEqualTo(up.reversed());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSheetHasTheRowsAndLeavesAnAuditLine(Case register) throws Exception {
    int lines = exportLines(register);
    assertThat(sheetRows(register.path() + "/export?year=2016")).isEqualTo(register.rows());
    assertThat(exportLines(register)).isEqualTo(lines + 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theScopeHolds(Case register) throws Exception {
    if (register.path().equals("/planning")) {
      assertThat(answer(CELL, "/planning").getStatus()).isEqualTo(403);
      return;
    }
    String page = page(CELL, register.path() + "?year=2016");
    assertThat(rows(page)).hasSize(register.inScope());
    assertThat(page).doesNotContain("Chi bộ Đồng Tâm").doesNotContain("Đinh Thị Dung");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEmptyYearSaysWhatToDo(Case register) throws Exception {
    assertThat(page(OFFICE, register.path() + "?year=2012")).contains("Chưa có dữ liệu");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSearchWithoutResultOffersTheWayBack(Case register) throws Exception {
    assertThat(page(OFFICE, register.path() + "?year=2016&q=zzzz"))
        .contains("Không có dòng nào khớp")
        .contains("href=\"" + register.path() + "?year=2016\"");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRegisterSpeaksEnglish(Case register) throws Exception {
    String page =
        web.perform(
                get(register.path() + "?year=2016")
                    .with(OFFICE)
                    .cookie(new Cookie("nenmong-language", "en")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("lang=\"en\"").contains("Rows: " + register.rows());
  }

  @Test
  void namesAreSortedByTheGivenNameInVietnameseOrder() throws Exception {
    assertThat(columnOf(page(OFFICE, "/reviews/members?year=2016&sort=name"), "/members/"))
        .containsExactly("Vàng Thị An", "Lò Văn Ấm", "Đinh Thị Dung", "Dương Văn Đức");
  }

  @Test
  void aStockRegisterShowsWhatWasTrueOnTheDay() throws Exception {
    assertThat(rows(page(OFFICE, "/offices?on=2016-06-30"))).hasSize(3);
    assertThat(rows(page(OFFICE, "/offices?on=2016-07-01"))).hasSize(2);
    assertThat(rows(page(OFFICE, "/offices?on=2015-12-31"))).hasSize(1);
  }

  @Test
  void datesAreShownAsTheyAreKnown() throws Exception {
    String page = page(OFFICE, "/candidates?year=2016");
    assertThat(page).contains(">1996<", ">03/1997<", ">15/12/2016<", ">03/2016<");
  }

  @Test
  void aHelperOutsideTheScopeIsNotNamed() throws Exception {
    assertThat(page(CELL, "/candidates?year=2016"))
        .contains("Lò Văn Ấm")
        .doesNotContain("Dương Văn Đức");
  }

  @Test
  void aNameLeadsToTheMemberOnlyWithinTheScope() throws Exception {
    String page = page(CELL, "/charges?year=2016");
    assertThat(page).contains("Dương Văn Đức");
    assertThat(columnOf(page, "/members/")).isEmpty();
    assertThat(columnOf(page(OFFICE, "/charges?year=2016"), "/members/"))
        .containsExactly("Dương Văn Đức");
  }

  @Test
  void theMonthsShowWhatWasMissedSinceTheCellExists() throws Exception {
    List<String> rows = rows(page(OFFICE, "/meetings/months?year=2016"));
    assertThat(rows.get(0)).contains("Chi bộ Đồng Tâm", "10/5", "10/6");
    assertThat(count(rows.get(0), ">Không<")).isEqualTo(6);
    assertThat(rows.get(1)).contains("Chi bộ Huổi Ánh", "5/3", "CĐ 20/3");
    assertThat(count(rows.get(1), ">Không<")).isEqualTo(1);
    assertThat(page(OFFICE, "/meetings/months?year=2016"))
        .containsPattern("Tháng có họp: <b class=\"num\">\\s*13")
        .containsPattern("Tháng phải họp: <b class=\"num\">\\s*20")
        .contains("65,0 %");
  }

  @Test
  void anIndicatorThatShouldFallIsReachedBelowItsPlan() throws Exception {
    String row = rows(page(OFFICE, "/indicators?year=2016&q=ho ngheo")).getFirst();
    assertThat(row).contains("Đạt", "-4,8 điểm").doesNotContain("99");
    assertThat(rows(page(OFFICE, "/indicators?year=2016&q=trau")).getFirst())
        .contains("100,5 %", "4,5 %", "Đạt");
  }

  @Test
  void aSchemeThatIsSecondaryEvidenceSaysSo() throws Exception {
    assertThat(page(OFFICE, "/reviews/cells?year=2016"))
        .contains("27-HD/BTCTW")
        .contains("nguồn thứ cấp (mức B)");
  }

  @Test
  void pagesFollowEachOtherWithoutGapsInEveryOrder() throws Exception {
    TestDatabase other = DATABASE;
    other
        .ownerJdbc()
        .sql(
            """
            insert into study_session (commune_id, organization_id, document, held_on, due, present)
            select '00000000-0000-0000-0000-0000000000a0', '00000000-0000-0000-0000-0000000000a0',
              'Văn bản ' || n, date '2020-01-01' + n % 7, n % 3, 0
            from generate_series(1, 120) n
            """)
        .update();
    for (String sort : List.of("heldOn", "-heldOn", "rate", "-rate", "document", "organization")) {
      List<String> all = new ArrayList<>();
      String path = "/studies?year=2020&sort=" + sort;
      String page = page(OFFICE, path);
      all.addAll(rows(page));
      String second = follow(page, "next");
      String third = follow(page(OFFICE, second), "next");
      all.addAll(rows(page(OFFICE, second)));
      all.addAll(rows(page(OFFICE, third)));
      assertThat(all).as(sort).hasSize(120).doesNotHaveDuplicates();
      String back = follow(page(OFFICE, third), "prev");
      assertThat(rows(page(OFFICE, back))).as(sort).isEqualTo(all.subList(50, 100));
    }
  }

  private int exportLines(Case register) {
    return jdbc.sql(
            "select count(*) from audit_line where action = 'export' and subject = :subject")
        .param("subject", register.path().substring(1).replace('/', '-'))
        .query(Integer.class)
        .single();
  }

  private String page(RequestPostProcessor who, String address) throws Exception {
    MockHttpServletResponse answer = answer(who, address);
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse answer(RequestPostProcessor who, String address)
      throws Exception {
    return web.perform(
            get(URI.create(URI.create(address.replace(" ", "%20")).toASCIIString())).with(who))
        .andReturn()
        .getResponse();
  }

  private static List<String> rows(String page) {
    return ROW.matcher(page)
        .results()
        .map(result -> HtmlUtils.htmlUnescape(result.group()).replaceAll("back=[^\"]*", ""))
        .toList();
  }

  private static List<String> columnOf(String page, String folder) {
    return Pattern.compile("<a href=\"" + folder + "[^\"]*\">([^<]*)</a>")
        .matcher(page)
        .results()
        .map(result -> HtmlUtils.htmlUnescape(result.group(1)))
        .toList();
  }

  private static String follow(String page, String rel) {
    Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]*)\"").matcher(page);
    assertThat(link.find()).as("link %s", rel).isTrue();
    return HtmlUtils.htmlUnescape(link.group(1));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /// Rows below the header of the sheet.
  private int sheetRows(String address) throws Exception {
    MockHttpServletResponse answer = answer(OFFICE, address);
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
      var sheet = book.getSheetAt(0);
      int head = sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
      assertThat(new DataFormatter().formatCellValue(sheet.getRow(head).getCell(0))).isNotBlank();
      return sheet.getLastRowNum() - head;
    }
  }
}
