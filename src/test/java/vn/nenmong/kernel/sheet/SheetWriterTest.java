package vn.nenmong.kernel.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nenmong.kernel.time.PartialDate;

class SheetWriterTest {

  private record Line(@Nullable String name, @Nullable Integer age, @Nullable PartialDate born) {}

  private static final Sheet<Line> SHEET =
      new Sheet<>(
          "Đảng viên: 2016/12",
          List.of("ĐẢNG BỘ XÃ NA TÔNG", "Đến ngày 31/12/2016"),
          List.of(
              Column.text("Họ và tên", 24, Line::name),
              Column.number("Tuổi", Line::age),
              Column.date("Ngày sinh", Line::born)));

  @Test
  void a_date_is_a_real_date_where_the_day_is_known_and_else_what_is_known() throws IOException {
    XSSFSheet sheet =
        written(
            new Line("An", 30, PartialDate.parse("1986-03-05")),
            new Line("Bình", null, PartialDate.parse("1956")),
            new Line("Cường", 0, PartialDate.parse("2013-07")));

    assertThat(cell(sheet, 4, 2).getLocalDateTimeCellValue().toLocalDate())
        .isEqualTo(LocalDate.of(1986, 3, 5));
    assertThat(cell(sheet, 4, 2).getCellStyle().getDataFormatString()).isEqualTo("dd/mm/yyyy");
    assertThat(cell(sheet, 5, 2).getStringCellValue()).isEqualTo("1956");
    assertThat(cell(sheet, 6, 2).getStringCellValue()).isEqualTo("07/2013");
    assertThat(sheet.getRow(5).getCell(1)).isNull();
  }

  @Test
  void the_header_stays_in_sight_and_is_printed_on_every_page() throws IOException {
    XSSFSheet sheet = written(new Line("An", 30, null));

    assertThat(cell(sheet, 3, 0).getStringCellValue()).isEqualTo("Họ và tên");
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
    assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(3);
    assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(3);
  }

  @Test
  void a_text_that_looks_like_a_formula_is_a_quoted_text() throws IOException {
    XSSFSheet sheet =
        written(
            new Line("=HYPERLINK(\"http://x\")", null, null),
            new Line("+84", null, null),
            new Line("Lò Văn An", null, null));

    assertThat(cell(sheet, 4, 0).getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell(sheet, 4, 0).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
    assertThat(cell(sheet, 4, 0).getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(cell(sheet, 5, 0).getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(cell(sheet, 6, 0).getCellStyle().getQuotePrefixed()).isFalse();
    assertThat(cell(sheet, 6, 0).getCellStyle().getDataFormatString()).isEqualTo("@");
  }

  @Test
  void a_table_without_rows_still_has_its_header() throws IOException {
    assertThat(written().getLastRowNum()).isEqualTo(3);
  }

  private static Cell cell(XSSFSheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column);
  }

  private static XSSFSheet written(Line... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.write(SHEET, Stream.of(lines), out);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return workbook.getSheetAt(0);
    }
  }
}
