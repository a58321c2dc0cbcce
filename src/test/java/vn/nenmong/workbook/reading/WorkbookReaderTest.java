package vn.nenmong.workbook.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nenmong.kernel.Refused;

class WorkbookReaderTest {

  private static final Wording KEYS = (key, arguments) -> key;

  private static final List<String> MEMBER_COLUMNS =
      List.of(
          "STT",
          "Họ và tên",
          "Giới tính",
          "Ngày sinh",
          "Ngày vào Đảng",
          "Ngày chính thức",
          "Số thẻ đảng viên",
          "Mã chi bộ");

  @TempDir Path folder;

  private static Path demo() throws Exception {
    return Path.of(WorkbookReaderTest.class.getResource("/demo/na-tong-2016.xlsx").toURI());
  }

  private static Workbook read(Path file) {
    return new WorkbookReader(Limits.DEFAULT, KEYS).read(file);
  }

  @Test
  void readsTheDemosSeventeenSheetsWithoutAProblem() throws Exception {
    Workbook workbook = read(demo());

    assertThat(workbook.year()).isEqualTo(2016);
    assertThat(workbook.superior()).isEqualTo("HUYỆN ỦY ĐIỆN BIÊN");
    assertThat(workbook.present()).containsExactly(Sheet.values());
    assertThat(workbook.structural()).isEmpty();
    assertThat(workbook.problems()).isEmpty();
    assertThat(workbook.notices()).isEmpty();
    assertThat(workbook.rows().values())
        .extracting(List::size)
        .containsExactly(18, 13, 112, 9, 45, 16, 6, 6, 42, 26, 34, 3, 4, 5, 254, 16, 104);
  }

  @Test
  void writesNamesAsNamesAreWrittenAndKeepsCardsAsText() throws Exception {
    List<MemberRow> members = read(demo()).members();

    assertThat(members.get(2).name()).isEqualTo("Lường Văn Thín");
    assertThat(members.get(15).name()).isEqualTo("Cà Thị Inh");
    assertThat(members.getFirst().card()).isEqualTo("11.100000");
    assertThat(members.get(3).born().toVietnamese()).isEqualTo("1966");
  }

  @Test
  void readsTheIndicatorsByTheYearsOfTheirHeadings() throws Exception {
    IndicatorRow cattle = read(demo()).indicators().getFirst();

    assertThat(cattle.previous()).isEqualByComparingTo("2000");
    assertThat(cattle.plan()).isEqualByComparingTo("2080");
    assertThat(cattle.actual()).isEqualByComparingTo("2090");
  }

  @Test
  void findsTheTableWhateverTheOrderAndSpellingOfItsColumns() throws IOException {
    Path file =
        members(sheet -> {
          row(sheet, 0, "DANH SÁCH ĐẢNG VIÊN CÓ ĐẾN NGÀY 31/12/2016");
          row(
              sheet,
              7,
              "mã  chi bộ",
              "HỌ VÀ TÊN:",
              "Ngày sinh",
              "Điện thoại",
              "giới tính",
              "Ngày vào Đảng");
          row(sheet, 8, "CB01", "Lò Văn An", "1980", "0912", "Nam", "2010");
        });

    Workbook workbook = read(file);

    assertThat(workbook.members()).singleElement().extracting(MemberRow::cell).isEqualTo("CB01");
    assertThat(workbook.sheets().getFirst().unknownColumns()).containsExactly("Điện thoại");
  }

  @Test
  void namesTheRequiredColumnThatIsMissing() throws IOException {
    Path file =
        members(sheet -> {
          row(sheet, 0, "NĂM 2016");
          row(sheet, 2, "Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng");
          row(sheet, 3, "Lò Văn An", "Nam", "1980", "2010");
        });

    assertThat(read(file).structural())
        .singleElement()
        .extracting(Problem::column, Problem::expected)
        .containsExactly("Mã chi bộ", "workbook.expected.column");
  }

  @Test
  void listsEveryProblemOfEveryRowWithItsPlace() throws IOException {
    Path file =
        members(sheet -> {
          titleAndHeader(sheet);
          row(sheet, 3, "1", "Lò Văn An", "Nam", "31/02/1980", "2010", "", "", "CB01");
          row(sheet, 4, "2", "Lò Văn Bình", "?", "1980", "1975", "", "", "CB01");
          row(sheet, 5, "3", "Lò Văn Chung", "Nam", "1980", "2010", "2009", "", "CB01");
          row(sheet, 6, "4", "Lò Văn Dung", "Nam", "1980", "1979", "", "", "CB01");
          row(sheet, 7, "5", "Lò Văn Én", "Nam", "1980", "2010", "", "", "CB01");
        });

    Workbook workbook = read(file);

    assertThat(workbook.members()).extracting(MemberRow::name).containsExactly("Lò Văn Én");
    assertThat(workbook.problems())
        .extracting(Problem::row, Problem::column, Problem::found, Problem::expected)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                4, "Ngày sinh", "31/02/1980", "workbook.expected.date"),
            org.assertj.core.groups.Tuple.tuple(
                5, "Ngày vào Đảng", "1975", "workbook.expected.afterBirth"),
            org.assertj.core.groups.Tuple.tuple(5, "Giới tính", "?", "workbook.expected.sex"),
            org.assertj.core.groups.Tuple.tuple(
                6, "Ngày chính thức", "2009", "workbook.expected.afterAdmission"),
            org.assertj.core.groups.Tuple.tuple(
                7, "Ngày vào Đảng", "1979", "workbook.expected.afterBirth"));
  }

  @Test
  void refusesBothRowsOfACardNumberHeldByTwo() throws IOException {
    Path file =
        members(sheet -> {
          titleAndHeader(sheet);
          row(sheet, 3, "1", "Lò Văn An", "Nam", "1980", "2010", "", "11.1", "CB01");
          row(sheet, 4, "2", "Lò Văn Bình", "Nam", "1981", "2010", "", "11.1", "CB01");
        });

    Workbook workbook = read(file);

    assertThat(workbook.members()).isEmpty();
    assertThat(workbook.problems()).extracting(Problem::row).containsExactly(4, 5);
  }

  @Test
  void keepsTotalsRemarksAndRepeatedHeadersOutAndLosesNoRow() throws IOException {
    Path file =
        members(sheet -> {
          titleAndHeader(sheet);
          row(sheet, 3, "1", "2", "3", "4", "5", "6", "7", "8");
          row(sheet, 4, "1", "Lò Văn An", "Nam", "1980", "2010", "", "", "CB01");
          row(sheet, 5, MEMBER_COLUMNS.toArray(String[]::new));
          row(sheet, 6, "2", "Lò Văn Bình", "Nam", "1981", "2010", "", "", "CB01");
          row(sheet, 7, "3", "Lò Văn Chung", "", "", "", "", "", "");
          row(sheet, 9, "", "Tổng cộng: 5 đảng viên");
          row(sheet, 11, "", "NGƯỜI LẬP BIỂU");
        });

    Workbook workbook = read(file);

    assertThat(workbook.members()).hasSize(2);
    assertThat(workbook.problems()).isNotEmpty().allMatch(problem -> problem.row() == 8);
    assertThat(workbook.notices())
        .extracting(Problem::expected)
        .containsExactlyInAnyOrder("workbook.expected.total", "workbook.expected.remark");
  }

  @Test
  void showsASheetThatTellsOfAnotherYear() throws IOException {
    Path file =
        write(workbook -> {
          XSSFSheet members = workbook.createSheet("Đảng viên");
          titleAndHeader(members);
          XSSFSheet charges = workbook.createSheet("Phụ trách chi bộ");
          row(charges, 0, "NĂM 2016");
          row(charges, 1, "Họ và tên", "Mã chi bộ");
          XSSFSheet reviews = workbook.createSheet("Xếp loại chi bộ");
          row(reviews, 0, "NĂM 2015");
          row(reviews, 1, "Mã tổ chức", "Mức xếp loại");
        });

    assertThat(read(file).problems())
        .singleElement()
        .extracting(Problem::sheet, Problem::found)
        .containsExactly("Xếp loại chi bộ", "2015");
  }

  @Test
  void refusesWhatIsNoWorkbookByWhatItIs() throws Exception {
    refused("workbook.refused.pdf", file("a.xlsx", "%PDF-1.4\n…".getBytes(StandardCharsets.UTF_8)));
    refused(
        "workbook.refused.html",
        file(
            "a.xls",
            "<html><table><tr><td>1</td></tr></table></html>".getBytes(StandardCharsets.UTF_8)));
    refused(
        "workbook.refused.notExcel", file("a.xlsx", "a;b;c\n".getBytes(StandardCharsets.UTF_8)));
    refused("workbook.refused.empty", file("a.xlsx", new byte[0]));
    byte[] whole = Files.readAllBytes(demo());
    refused(
        "workbook.refused.damaged",
        file("a.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2)));
    refused("workbook.refused.oldExcel", oldExcel());
    refused("workbook.refused.encrypted", encrypted());
    refused("workbook.refused.noSheet", write(workbook -> workbook.createSheet("Sheet1")));
  }

  @Test
  void refusesWhatUnpacksToFarTooMuch() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    byte[] spaces = new byte[1024 * 1024];
    java.util.Arrays.fill(spaces, (byte) ' ');
    withSheetXml(
        bomb,
        out -> {
          out.write(
              "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                  .getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 200; i++) {
            out.write(spaces);
          }
        });

    refused("workbook.refused.bomb", bomb);
  }

  @Test
  void refusesADocumentType() throws IOException {
    Path evil = folder.resolve("xxe.xlsx");
    withSheetXml(
        evil,
        out ->
            out.write(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>"
                    .getBytes(StandardCharsets.UTF_8)));

    refused("workbook.refused.damaged", evil);
  }

  @Test
  void refusesMoreThanTheLimits() throws Exception {
    assertThatThrownBy(() -> new WorkbookReader(new Limits(1000, 50_000), KEYS).read(demo()))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("workbook.refused.tooLarge"));
    assertThatThrownBy(() -> new WorkbookReader(new Limits(1 << 20, 300), KEYS).read(demo()))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("workbook.refused.tooManyRows"));
  }

  @Test
  void readsItsOwnEmptyWorkbookAsOneWithoutRows() throws IOException {
    Path file = folder.resolve("empty.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      EmptyWorkbook.write(2017, out);
    }

    Workbook workbook = read(file);

    assertThat(workbook.year()).isEqualTo(2017);
    assertThat(workbook.structural()).isEmpty();
    assertThat(workbook.present()).containsExactly(Sheet.values());
    assertThat(workbook.rows().values()).allMatch(List::isEmpty);
    assertThat(workbook.sheets()).allMatch(sheet -> sheet.unknownColumns().isEmpty());
  }

  @Test
  void handsRejectedRowsBackInTheirLayoutWithTheReasons() throws IOException {
    Path file =
        members(sheet -> {
          titleAndHeader(sheet);
          row(sheet, 3, "1", "Lò Văn An", "Nam", "31/02/1980", "2010", "", "", "CB01");
          row(sheet, 4, "2", "Lò Văn Bình", "Nam", "1981", "2010", "", "", "CB01");
        });
    Path back = folder.resolve("back.xlsx");
    try (OutputStream out = Files.newOutputStream(back)) {
      RejectedRows.write(file, Limits.DEFAULT, "NATONG", read(file).problems(), "Lý do", out);
    }

    Workbook again = read(back);

    assertThat(again.members()).isEmpty();
    assertThat(again.problems()).singleElement().extracting(Problem::column).isEqualTo("Ngày sinh");
    assertThat(again.sheets().getFirst().unknownColumns()).containsExactly("Lý do");
  }

  private static void refused(String code, Path file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path oldExcel() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.createSheet("Đảng viên");
      workbook.write(out);
      return file("old.xls", out.toByteArray());
    }
  }

  private Path encrypted() throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream inside = encryptor.getDataStream(container)) {
        Files.copy(demo(), inside);
      }
      container.writeFilesystem(out);
      return file("encrypted.xlsx", out.toByteArray());
    }
  }

  private interface Content<T> {
    void put(T target) throws IOException;
  }

  private Path members(Content<XSSFSheet> content) throws IOException {
    return write(workbook -> content.put(workbook.createSheet("Đảng viên")));
  }

  private Path write(Content<XSSFWorkbook> content) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.put(workbook);
      workbook.write(out);
      return file("made.xlsx", out.toByteArray());
    }
  }

  private void withSheetXml(Path file, Content<OutputStream> xml) throws IOException {
    Path good = members(WorkbookReaderTest::titleAndHeader);
    try (var in = new java.util.zip.ZipFile(good.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (var entry : java.util.Collections.list(in.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          xml.put(out);
        } else {
          in.getInputStream(entry).transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  private static void titleAndHeader(XSSFSheet sheet) {
    row(sheet, 0, "DANH SÁCH ĐẢNG VIÊN CÓ ĐẾN NGÀY 31/12/2016");
    row(sheet, 2, MEMBER_COLUMNS.toArray(String[]::new));
  }

  private static void row(XSSFSheet sheet, int number, String... texts) {
    var row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        row.createCell(i).setCellValue(texts[i]);
      }
    }
  }
}
