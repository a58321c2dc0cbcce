package vn.nenmong.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.Organizations;

/// The pages of figures over the demo's commune, and over one whose registers do not agree.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class FigurePagesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static boolean filled;

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  /// The program has loaded the demo by itself.
  @Autowired
  void fill(DemoAccounts accounts, Organizations organizations) {
    if (filled) {
      return;
    }
    accounts.make(path(organizations, "NATONG"), path(organizations, "NATONG/CB06"));
    TestCommune other = new TestCommune(DATABASE, "LECH");
    TestCommune.Unit cell = other.cell("CB01", "Chi bộ Một");
    for (int i = 1; i <= 230; i++) {
      other.member("Lò Văn Số %03d".formatted(i), cell);
    }
    other.member("Người Ngoài Chi Bộ", other.root());
    other.account("lech", "clerk", other.root());
    for (String register : List.of("members", "villages")) {
      handedIn(other.root().id(), register);
    }
    filled = true;
  }

  private static String path(Organizations organizations, String code) {
    return organizations
        .find(Scope.ALL, code, java.time.LocalDate.of(2016, 12, 31))
        .orElseThrow()
        .path();
  }

  private static void handedIn(UUID commune, String register) {
    DATABASE
        .ownerJdbc()
        .sql("insert into register_year values (?, ?, 2016)")
        .param(commune)
        .param(register)
        .update();
  }

  private Pages office() {
    return new Pages(web, "vanphong", "CLERK");
  }

  private Pages other() {
    return new Pages(web, "lech", "CLERK");
  }

  @Test
  void theListShowsEachFigureWithItsUnitAndLeadsToItsRows() {
    String page = office().open("/figures");
    assertThat(Pages.words(page))
        .contains("Tổng số đảng viên 112 đảng viên")
        .contains("Tỷ lệ hộ nghèo đa chiều 66,0 %");
    for (Figure figure : Figure.ALL) {
      assertThat(page).contains("href=\"/figures/" + figure.code() + "?organization=NATONG&");
    }
  }

  @Test
  void theOverviewShowsPovertyWithItsCountsAndItsChange() {
    assertThat(Pages.words(office().open("/")))
        .contains("66,0 % 416/630 hộ là hộ nghèo −4,8 điểm so với năm trước");
  }

  @Test
  void totalsAreShownToAgree() {
    String words = agreements(office().open("/figures"));
    assertThat(words)
        .contains("chính thức và dự bị 112 112 = 100 Chính thức + 12 Dự bị ✓ Khớp")
        .contains("cộng từng chi bộ 112 112 = 112 cộng các chi bộ ✓ Khớp")
        .contains("có và chưa có đảng viên 13 13 = 13 Có đảng viên ✓ Khớp")
        .contains("theo nơi sinh hoạt 13 13 = 10 Chi bộ riêng + 3 Sinh hoạt ghép ✓ Khớp")
        .contains("Chi bộ được xếp loại, theo mức 16 16 = 5 Trong sạch vững mạnh + ")
        .contains("Đảng viên được xếp loại, theo mức 104 104 = 15 Hoàn thành xuất sắc nhiệm vụ + ")
        .doesNotContain("Lệch");
  }

  @Test
  void whatDoesNotAgreeIsShownWithItsDifference() {
    assertThat(agreements(other().open("/figures")))
        .contains("cộng từng chi bộ 231 230 = 230 cộng các chi bộ ✗ Lệch −1")
        .doesNotContain("được xếp loại");
  }

  private static String agreements(String page) {
    String words = Pages.words(page);
    return words.substring(words.indexOf("Các tổng phải khớp nhau"));
  }

  @Test
  void aFigureOpensToRowsThatLeadOn() {
    String page = office().open("/figures/members.admitted?organization=NATONG");
    assertThat(Pages.links(page, "/members/")).hasSize(12);
    assertThat(Pages.words(page)).contains("Tính từ 12 dòng");
    String village = office().open("/figures/villages.joint");
    assertThat(Pages.links(village, "/villages/")).hasSize(3);
    String rate = office().open("/figures/poverty.multidimensional_rate");
    assertThat(Pages.words(rate)).contains("66,0 %", "Góp vào số liệu", "So với");
  }

  @Test
  void manyRowsStandOnPagesOnWhateverDay() {
    String first = other().open("/figures/members.total?on=2016-12-31");
    assertThat(Pages.links(first, "/members/")).hasSize(200);
    String address = Pages.follow(first, "next").orElseThrow();
    String second = other().open(address);
    assertThat(Pages.links(second, "/members/"))
        .hasSize(31)
        .doesNotContainAnyElementsOf(Pages.links(first, "/members/"));
    assertThat(Pages.follow(second, "next")).isEmpty();
    assertThat(other().open(Pages.follow(second, "prev").orElseThrow())).contains("Lò Văn Số 001");
  }

  @Test
  void aFigureWithoutDataSaysSoAndHasNoSheet() {
    String page = office().open("/figures/review.members_rated?on=2015-12-31");
    assertThat(Pages.words(page)).contains("Chưa có").contains("Không có dòng nào");
    assertThat(page).doesNotContain("/export");
    assertThat(Pages.words(other().open("/figures"))).contains("Chưa có");
  }

  @Test
  void whatIsNoneIsNotFound() {
    for (String address :
        List.of(
            "/figures/members.happy",
            "/figures/members.happy/export",
            "/figures?organization=NOWHERE",
            "/figures?organization=LECH",
            "/figures/members.total?organization=LECH/CB01")) {
      assertThat(office().ask(address).getStatus()).as(address).isEqualTo(404);
    }
  }

  @Test
  void theSheetHasAllRowsAndLeavesAnAuditLine() throws IOException {
    MockHttpServletResponse answer = other().ask("/figures/members.total/export?organization=LECH");
    XSSFSheet sheet = sheet(answer);
    assertThat(text(sheet, 0, 0)).isEqualTo("Tổng số đảng viên: 231");
    assertThat(text(sheet, 1, 0)).isEqualTo("Đảng bộ xã LECH");
    int head = sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
    assertThat(text(sheet, head, 0)).isEqualTo("Tên");
    assertThat(sheet.getLastRowNum() - head).isEqualTo(231);
    assertThat(
            jdbc.sql(
                    """
                    select detail->>'figure' from audit_line
                    where action = 'export' and subject = 'figure' and account = 'lech'
                    """)
                .query(String.class)
                .single())
        .isEqualTo("members.total");
  }

  @Test
  void theSheetOfARateHasItsNumbers() throws IOException {
    XSSFSheet sheet = sheet(office().ask("/figures/poverty.multidimensional_rate/export"));
    int head = sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
    int columns = sheet.getRow(head).getLastCellNum();
    double poor = 0;
    double all = 0;
    for (int line = head + 1; line <= sheet.getLastRowNum(); line++) {
      poor += sheet.getRow(line).getCell(columns - 2).getNumericCellValue();
      all += sheet.getRow(line).getCell(columns - 1).getNumericCellValue();
    }
    assertThat(poor).isEqualTo(416);
    assertThat(all).isEqualTo(630);
  }

  @Test
  void theSheetKeepsToTheScope() throws IOException {
    Pages cell = new Pages(web, "chibo", "CELL_SECRETARY");
    assertThat(cell.ask("/figures/members.total/export?organization=NATONG").getStatus())
        .isEqualTo(404);
    XSSFSheet sheet = sheet(cell.ask("/figures/members.total/export"));
    assertThat(text(sheet, 0, 0)).isEqualTo("Tổng số đảng viên: 7");
  }

  private static XSSFSheet sheet(MockHttpServletResponse answer) throws IOException {
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Content-Disposition"))
        .matches(Pattern.compile(".*filename=\"[a-z_-]+-2016.*\\.xlsx\".*"));
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
      return book.getSheetAt(0);
    }
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    return new DataFormatter().formatCellValue(sheet.getRow(row).getCell(column));
  }
}
