package vn.nenmong.workbook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.web.Notice;

/// A list in the columns of the national one, as a file of theirs has it, beside our members.
@SpringBootTest
@AutoConfigureMockMvc
class ReconciliationTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String DAY = "31/12/2016";
  private static final LocalDate LEFT = LocalDate.of(2016, 5, 4);
  private static int communes;

  @Autowired private MockMvc web;

  private final JdbcClient owner = DATABASE.ownerJdbc();
  private TestCommune commune;
  private TestCommune.Unit cell;
  private TestCommune.Unit other;
  private String office;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeEach
  void aCommuneOfItsOwn() {
    communes++;
    commune = new TestCommune(DATABASE, "D" + communes);
    cell = commune.cell("CB01", "Chi bộ bản Pá Kín");
    other = commune.cell("CB02", "Chi bộ bản Na Ư");
    office = "doikhop" + communes;
    commune.account(office, "clerk", commune.root());
  }

  private UUID member(String name, String born, @Nullable String card) {
    UUID id = commune.member(name, cell, born, "male", "Thái", "2010-01-01", null);
    owner
        .sql("update membership set card_number = ? where person_id = ?")
        .params(Arrays.asList(card, id))
        .update();
    return id;
  }

  /// A file of theirs. Titles stand above its headings, and columns that nobody asked for beside.
  private static final class File {

    private static final List<String> HEADINGS =
        List.of(
            "STT",
            "ID",
            "Họ và tên *",
            "Tên gọi khác",
            "Giới tính *",
            "Sinh ngày * (dd/mm/yyyy)",
            "Dân tộc *",
            "Tôn giáo *",
            "Số định danh cá nhân *",
            "Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)",
            "Số thẻ theo Đảng quyết định 85",
            "Tổ chức Đảng đang sinh hoạt * (không sửa)",
            "Ngày vào Đảng* (dd/mm/yyyy)",
            "Ngày vào Đảng chính thức* (dd/mm/yyyy)",
            "Trạng thái hoạt động",
            "Cột lạ");

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("Danh sach");
    private int line;

    File() {
      sheet.createRow(line++).createCell(0).setCellValue("ĐẢNG BỘ HUYỆN ĐIỆN BIÊN");
      sheet.createRow(line++).createCell(3).setCellValue("DANH SÁCH ĐẢNG VIÊN");
      line++;
      Row head = sheet.createRow(line++);
      for (int i = 0; i < HEADINGS.size(); i++) {
        head.createCell(i).setCellValue(HEADINGS.get(i));
      }
    }

    File person(String name, Object born, @Nullable String card, String cell, String activity) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      Row row = sheet.createRow(line++);
      row.createCell(0).setCellValue(line - 4);
      row.createCell(1).setCellValue("000123");
      row.createCell(2).setCellValue(name);
      row.createCell(4).setCellValue("Nam");
      if (born instanceof LocalDate date) {
        row.createCell(5).setCellValue(date);
        row.getCell(5).setCellStyle(day);
      } else {
        row.createCell(5).setCellValue(born.toString());
      }
      row.createCell(6).setCellValue("thái");
      row.createCell(7).setCellValue("Phật giáo");
      row.createCell(8).setCellValue("011234567890");
      if (card != null) {
        row.createCell(card.length() == 12 ? 9 : 10).setCellValue(card);
      }
      row.createCell(11).setCellValue(cell);
      row.createCell(12).setCellValue("01/01/2010");
      row.createCell(13).setCellValue("01/01/2010");
      row.createCell(14).setCellValue(activity);
      row.createCell(15).setCellValue("x");
      return this;
    }

    File person(String name, Object born, @Nullable String card) {
      return person(name, born, card, "Chi bộ bản Pá Kín", "Đang sinh hoạt");
    }

    byte[] bytes() {
      try (var out = new ByteArrayOutputStream();
          workbook) {
        workbook.write(out);
        return out.toByteArray();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private MvcResult send(byte[] file, String day) throws Exception {
    return web.perform(
            multipart("/reconciliations")
                .file(new MockMultipartFile("file", "ds30.xlsx", null, file))
                .param("day", day)
                .param("source", "national")
                .with(user(office).roles("CLERK"))
                .with(csrf()))
        .andReturn();
  }

  /// Takes in a file of theirs.
  ///
  /// @return the address of the reconciliation
  private String takeIn(byte[] file, String day) throws Exception {
    MockHttpServletResponse answer = send(file, day).getResponse();
    assertThat(answer.getStatus()).as(Pages.text(answer)).isEqualTo(302);
    return Objects.requireNonNull(answer.getRedirectedUrl());
  }

  private Pages pages() {
    return new Pages(web, office, "CLERK");
  }

  private String words(String address) {
    return Pages.words(pages().open(address));
  }

  private @Nullable Notice post(String address, Map<String, List<String>> typed) throws Exception {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post(address).with(user(office).roles("CLERK")).with(csrf());
    typed.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
    return (Notice) web.perform(request).andReturn().getFlashMap().get(Notice.NAME);
  }

  private static List<String> values(String page, String name) {
    return Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private Notice settleAll(String address, String verdict, String note) throws Exception {
    return Objects.requireNonNull(
        post(
            address + "/settle",
            Map.of(
                "difference",
                values(pages().open(address), "difference"),
                "verdict",
                List.of(verdict),
                "note",
                List.of(note))));
  }

  @Test
  void anotherWayToWriteTheSameIsNoDifference() throws Exception {
    member("Lò Văn Thoà", "1980-05-03", "012345678901");
    member("Vì Văn Ớn", "1956", "7755");
    File file =
        new File()
            .person(
                "LÒ\u00a0 VĂN THÒA",
                LocalDate.of(1980, 5, 3),
                "012345678901",
                "chi bộ bản Pá Kín",
                "")
            .person("Vì Văn  Ớn", "01/01/1956", "7755", " CHI BỘ PÁ KÍN", "Đang sinh hoạt");
    assertThat(words(takeIn(file.bytes(), DAY)))
        .contains("Giống nhau 2 2", "Cộng ✓ khớp", "Mọi chỗ lệch đã được kết luận");
  }

  @Test
  void eachKindOfDifferenceIsToldWithBothValues() throws Exception {
    member("Lò Văn Thín", "1980-05-03", "111111111111");
    member("Cà Văn Xôm", "1975-02-01", "222222222222");
    member("Quàng Văn Chỉ", "1975-02-01", null);
    UUID gone = member("Lò Văn Đi", "1971-01-02", "444444444444");
    owner
        .sql("update member_state set period = daterange(lower(period), ?) where person_id = ?")
        .params(LEFT, gone)
        .update();
    owner
        .sql(
            "update membership set period = daterange(lower(period), ?), left_by = 'transfer_out' where person_id = ?")
        .params(LEFT, gone)
        .update();
    File file =
        new File()
            .person("Lò Văn Thín", "03/05/1981", "111111111111", "Chi bộ bản Na Ư", "Miễn SH")
            .person("Cà Văn Xôm", "01/02/1975", "222222222222")
            .person("Lò Văn Đi", "02/01/1971", "444444444444")
            .person("Người Chỉ Ở Đó", "02/01/1971", null)
            .person("Người Đã Mất", "02/01/1931", null, "Chi bộ bản Na Ư", "Từ trần");
    String address = takeIn(file.bytes(), DAY);
    assertThat(words(address))
        .contains("Giống nhau 1 1", "Có chỗ khác 1 1", "Chỉ có ở ta 1 –", "kia – 2", "khớp số đảng")
        .contains("Ngoài ra trong tệp: 1 người đã rời")
        .containsSubsequence("Lò Văn Thín", "Ngày sinh", "03/05/1980", "03/05/1981")
        .containsSubsequence("Lò Văn Thín", "Chi bộ", "Chi bộ bản Pá Kín", "Chi bộ bản Na Ư")
        .containsSubsequence("Lò Văn Thín", "Trạng thái", "Đang sinh hoạt", "Miễn SH")
        .containsSubsequence("Lò Văn Đi", "Không còn ở ta từ 04/05/2016", "Không có")
        .containsSubsequence("Người Chỉ Ở Đó", "Không có", "Chi bộ bản Pá Kín · 02/01/1971")
        .containsSubsequence("Quàng Văn Chỉ", "Chỉ có ở ta", "Không có")
        .doesNotContain("Phật giáo", "011234567890");
    assertThat(words(address + "?what=born")).contains("1 chỗ").doesNotContain("Quàng Văn Chỉ");
    assertThat(words(address + "?q=quang%20van")).contains("1 chỗ", "Quàng Văn Chỉ");
    assertThat(words(address + "/units")).contains("Chi bộ bản Pá Kín 3 3", "Chi bộ bản Na Ư 0 1");
    assertThat(
            owner
                .sql(
                    "select count(*) from reconciliation_row r where to_jsonb(r)::text ~ 'Phật|0112345'")
                .query(Long.class)
                .single())
        .isZero();
  }

  /// As after a merger of communes that each had a cell of that name.
  @Test
  void cellsOfOneNameAreCountedEachForItself() throws Exception {
    TestCommune.Unit same = commune.cell("CB03", "Chi bộ Pá Kín");
    member("Lò Văn Thín", "1980-05-03", "111111111111");
    commune.member("Cà Văn Xôm", same, "1975-02-01", "male", "Thái", "2010-01-01", null);
    commune.member("Cà Văn Sáu", same, "1976-02-01", "male", "Thái", "2010-01-01", null);
    File file =
        new File()
            .person("Lò Văn Thín", "03/05/1980", "111111111111")
            .person("Cà Văn Xôm", "01/02/1975", null)
            .person("Người Chỉ Ở Đó", "02/01/1971", null)
            .person("Người Ghi Mã", "02/01/1972", null, "CB03", "Đang sinh hoạt");
    assertThat(words(takeIn(file.bytes(), DAY) + "/units"))
        .contains("Số chi bộ 3 2")
        .contains("Chi bộ bản Pá Kín 1 1", "Chi bộ Pá Kín 2 2")
        .containsSubsequence("Chi bộ bản Pá Kín ta có nhiều chi bộ trùng tên này", "0 1");
  }

  @Test
  void whatIsSettledFoldsAwayAndIsTakenBack() throws Exception {
    member("Lò Văn Thín", "1980-05-03", "111111111111");
    member("Cà Văn Xôm", "1975-02-01", "222222222222");
    File file = new File().person("Lò Văn Thín", "04/05/1980", "111111111111");
    String address = takeIn(file.bytes(), DAY);
    assertThat(
            post(address + "/settle", Map.of("all", List.of("true"), "verdict", List.of("OURS"))))
        .extracting(Notice::words)
        .asString()
        .contains("căn cứ");
    Notice done = settleAll(address, "OURS", "Theo lý lịch gốc");
    assertThat(done.words()).isEqualTo("Đã kết luận 2 chỗ.");
    assertThat(words(address)).contains("Mọi chỗ lệch đã được kết luận", "Đã kết luận (2)");
    assertThat(words(address + "?show=settled")).contains("Ta đúng", "Theo lý lịch gốc");
    assertThat(sheet(address + "/export?show=send")).contains("Theo lý lịch gốc", "04/05/1980");
    post(Objects.requireNonNull(done.undo()), Map.of());
    assertThat(words(address)).contains("Chưa kết luận (2)");
    settleAll(address, "NEITHER", "Không đáng kể");
    assertThat(sheet(address + "/export?show=send")).doesNotContain("Không đáng kể");
    String settled = values(pages().open(address + "?show=settled"), "settlement").getFirst();
    post(address + "/reopen", Map.of("settlement", List.of(settled)));
    assertThat(words(address)).contains("Chưa kết luận (1)", "Đã kết luận (1)");
  }

  @Test
  void theSameDifferenceIsSettledAsTheLastTimeAndAnotherIsNot() throws Exception {
    member("Lò Văn Thín", "1980-05-03", "111111111111");
    member("Cà Văn Xôm", "1975-02-01", "222222222222");
    member("Vì Văn Ớn", "1956", null);
    File third =
        new File()
            .person("Lò Văn Thín", "04/05/1980", "111111111111")
            .person("Cà Văn Xôm", "02/02/1975", "222222222222")
            .person("Người Chỉ Ở Đó", "02/01/1971", "555555555555")
            .person("Vì Văn Ớn", "03/03/1956", null);
    String first = takeIn(third.bytes(), "30/09/2016");
    assertThat(words(first)).contains("Có thể là Vì Văn Ớn, sinh 1956");
    post(first + "/match", Map.of("show", List.of("perhaps")));
    assertThat(words(first)).doesNotContain("Có thể là Vì").contains("Văn phòng chọn");
    settleAll(first, "OURS", "Đã gửi cấp trên");
    File fourth =
        new File()
            .person("Người Chỉ Ở Đó", "02/01/1971", "555555555555")
            .person("Vì Văn Ớn", "03/03/1956", null)
            .person("Cà Văn Xôm", "09/09/1975", "222222222222")
            .person("Lò Văn Thín", "04/05/1980", "111111111111");
    String next = takeIn(fourth.bytes(), DAY);
    assertThat(words(next)).contains("Chưa kết luận (1)", "09/09/1975");
    assertThat(words(next + "?show=settled"))
        .contains("Lò Văn Thín", "Người Chỉ Ở Đó", "Vì Văn Ớn", "Như lần 30/09/2016")
        .contains("Đã gửi cấp trên");
    assertThat(words("/reconciliations")).contains("Quý IV/2016", "Quý III/2016", "ds30.xlsx");
    post(next + "/remove", Map.of());
    assertThat(pages().ask(next).getStatus()).isEqualTo(404);
    assertThat(
            owner
                .sql("select count(*) from reconciliation_row where reconciliation_id::text = ?")
                .param(next.replaceAll(".*/", ""))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatIsCorrectedHereDiffersNoMore() throws Exception {
    UUID thin = member("Lò Văn Thín", "1980-05-03", "111111111111");
    String address =
        takeIn(new File().person("Lò Văn Thín", "04/05/1980", "111111111111").bytes(), DAY);
    assertThat(pages().open(address))
        .contains("/entry/members/" + thin + "/correct?back=" + address);
    owner.sql("update person set born = '1980-05-04' where id = ?").param(thin).update();
    assertThat(words(address)).contains("Giống nhau 1 1", "Mọi chỗ lệch");
  }

  @Test
  void aForeignFileIsRefusedWithWhatItLacks() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Row head = workbook.createSheet("Kho").createRow(2);
      List<String> headings = List.of("TT", "Họ và tên", "Đơn giá", "Số lượng", "Ngày sinh");
      for (int i = 0; i < headings.size(); i++) {
        head.createCell(i).setCellValue(headings.get(i));
      }
      workbook.write(out);
    }
    String answer = Pages.words(Pages.text(send(out.toByteArray(), DAY).getResponse()));
    assertThat(answer)
        .contains("thiếu cột Số thẻ Đảng, Tổ chức Đảng đang sinh hoạt, Ngày vào Đảng");
    assertThat(Pages.words(Pages.text(send(new File().bytes(), "31/02/2016").getResponse())))
        .contains("Ngày phải có thật");
    assertThat(words("/reconciliations")).contains("Chưa có lần đối khớp nào");
  }

  @Test
  void ourOwnListInTheirColumnsHasNoDifference() throws Exception {
    member("Lò Văn Thín", "1980-05-03", "111111111111");
    member("Cà Thị Xôm", "1975", "7755");
    member("Phạm Thu Hoa", "1993", null);
    commune.member("Quàng Văn Chỉ", other);
    byte[] list =
        pages()
            .ask("/members/national/export?unit=%s".formatted(commune.root().id()))
            .getContentAsByteArray();
    assertThat(words(takeIn(list, DAY))).contains("Giống nhau 4 4", "Mọi chỗ lệch đã được");
  }

  @Test
  void theNumbersThatTheLevelAboveTellsStandBesideOurs() throws Exception {
    member("Lò Văn Thín", "1980-05-03", "111111111111");
    String address =
        Objects.requireNonNull(
            web.perform(
                    multipart("/reconciliations")
                        .param("day", DAY)
                        .param("source", "above")
                        .param("numbers", "1")
                        .with(user(office).roles("CLERK"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    assertThat(address).endsWith("/units");
    String root = commune.root().id().toString();
    post(
        address,
        Map.of(
            "cells." + root, List.of("3"),
            "members." + root, List.of("1"),
            "members." + cell.id(), List.of("4")));
    String page = pages().open(address);
    assertThat(values(page, "cells." + root)).containsExactly("3");
    assertThat(Pages.words(page))
        .containsSubsequence("Số chi bộ 2", "+1", "Số đảng viên 1", "✓ 0", "Pá Kín 1", "+3");
    assertThat(
            Objects.requireNonNull(post(address, Map.of("cells." + root, List.of("ba")))).words())
        .contains("«ba»");
  }

  @Test
  void theOverviewRemindsWhoReconcilesOfAQuarterWithoutIt() throws Exception {
    member("Lò Văn Thín", "1980-05-03", "111111111111");
    assertThat(words("/")).doesNotContain("chưa đối khớp");
    takeIn(new File().person("Lò Văn Thín", "03/05/1980", null).bytes(), DAY);
    assertThat(words("/")).contains("đã hết mà chưa đối khớp");
  }

  private String sheet(String address) throws IOException {
    byte[] file = pages().ask(address).getContentAsByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      DataFormatter formatter = new DataFormatter();
      return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
          .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
          .map(formatter::formatCellValue)
          .collect(Collectors.joining(" | "));
    }
  }
}
