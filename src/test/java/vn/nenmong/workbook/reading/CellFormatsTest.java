package vn.nenmong.workbook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers that Excel shows in another way than it keeps them.
class CellFormatsTest {

  private static final String COLUMNS =
      "Họ và tên|Giới tính|Ngày sinh|Trình độ học vấn|Ngày vào Đảng|Số thẻ đảng viên|Mã chi bộ";

  @TempDir Path folder;

  private interface Filled {
    void into(XSSFWorkbook workbook, XSSFRow row);
  }

  private Workbook read(Filled filled) throws IOException {
    Path file =
        MadeFile.write(
            folder.resolve("made.xlsx"),
            workbook -> {
              var sheet = workbook.createSheet("Đảng viên");
              MadeFile.row(sheet, 0, "NĂM 2016");
              MadeFile.row(sheet, 1, COLUMNS);
              MadeFile.row(sheet, 2, "Lò Văn An|Nam|1980|12/12|2010|11.1|CB01");
              filled.into(workbook, sheet.getRow(2));
            });
    return new WorkbookReader(Limits.DEFAULT, (key, arguments) -> key).read(file);
  }

  private static void set(
      XSSFWorkbook workbook, XSSFRow row, int column, double number, String format) {
    Cell cell = row.createCell(column);
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellValue(number);
    cell.setCellStyle(style);
  }

  private MemberRow member(Filled filled) throws IOException {
    Workbook workbook = read(filled);
    assertThat(workbook.problems()).isEmpty();
    return workbook.members().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dd/mm/yyyy; 31497; 1986-03-26",
        "yyyy\\-mm\\-dd hh:mm; 31497.75; 1986-03-26",
        "mmm-yy; 41456; 2013-07",
        "mm/yyyy; 41456; 2013-07",
        "mm/yyyy; 41460; 2013-07-05",
        "yyyy; 20455; 1956",
        "General; 1956; 1956",
        "0; 1956; 1956",
        "General; 31497; 1986-03-26"
      })
  void readsADateAsItIsShown(String format, double number, String expected) throws IOException {
    // Born in 1900, so that no admission comes before birth.
    MemberRow member =
        member((workbook, row) -> {
          row.getCell(2).setCellValue("1900");
          set(workbook, row, 4, number, format);
        });

    assertThat(member.admitted().toIso()).isEqualTo(expected);
  }

  @Test
  void readsADateThatIsCountedFrom1904() throws IOException {
    MemberRow member =
        member((workbook, row) -> {
          workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
          set(workbook, row, 2, 30035, "dd/mm/yyyy");
        });

    assertThat(member.born().first()).isEqualTo(LocalDate.of(1986, 3, 26));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "General; 38168053000; 38168053000",
        "General; 123456789012; 123456789012",
        "000000000000; 38168053000; 038168053000",
        "00.000000; 11.1; 11.100000",
        "0.000000; 11.1; 11.100000",
        "0.00E+00; 123456789012; 123456789012",
        "#,##0; 11100000; 11100000",
        "General; 11.100037; 11.100037"
      })
  void keepsACardNumberAsItIsShown(String format, double number, String expected)
      throws IOException {
    MemberRow member = member((workbook, row) -> set(workbook, row, 5, number, format));

    assertThat(member.card()).isEqualTo(expected);
  }

  @Test
  void givesBackASchoolGradeThatExcelTookForADay() throws IOException {
    // «9/12» typed where days come before months
    MemberRow member = member((workbook, row) -> set(workbook, row, 3, 42713, "d-mmm"));

    assertThat(member.education()).isEqualTo("9/12");
  }

  @Test
  void readsPerCentAsItIsShown() throws IOException {
    Path file =
        MadeFile.write(
            folder.resolve("made.xlsx"),
            workbook -> {
              var sheet = workbook.createSheet("Chỉ tiêu");
              MadeFile.row(sheet, 0, "NĂM 2016");
              MadeFile.row(
                  sheet, 1, "Mã chỉ tiêu|Tên chỉ tiêu|Đơn vị tính|Kế hoạch 2016|Thực hiện 2016");
              MadeFile.row(sheet, 2, "XH01|Tỷ lệ hộ nghèo|%|66,5 %");
              set(workbook, sheet.getRow(2), 4, 0.66, "0.0%");
            });

    IndicatorRow row =
        new WorkbookReader(Limits.DEFAULT, (key, arguments) -> key)
            .read(file)
            .indicators()
            .getFirst();

    assertThat(row.plan()).isEqualByComparingTo("66.5");
    assertThat(row.actual()).isEqualByComparingTo("66");
  }

  @Test
  void readsRichTextAndTheResultsOfFormulas() throws IOException {
    MemberRow member =
        member((workbook, row) -> {
          var name = new XSSFRichTextString("LÒ VĂN ");
          name.append("ỨNG", workbook.createFont());
          row.createCell(0).setCellValue(name);
          var cell = row.createCell(6);
          cell.setCellFormula("\"CB\"&\"02\"");
          cell.getCTCell().setT(org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType.STR);
          cell.getCTCell().setV("CB02");
        });

    assertThat(member.name()).isEqualTo("Lò Văn Ứng");
    assertThat(member.cell()).isEqualTo("CB02");
  }

  @Test
  void showsAFormulaThatFailedOrWasNeverReckoned() throws IOException {
    Workbook workbook =
        read((xlsx, row) -> {
          row.createCell(3)
              .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
          row.createCell(5).setCellFormula("A1");
        });

    assertThat(workbook.members()).isEmpty();
    assertThat(workbook.problems())
        .extracting(Problem::column, Problem::expected)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Trình độ học vấn", "workbook.expected.result"),
            org.assertj.core.groups.Tuple.tuple("Số thẻ đảng viên", "workbook.expected.result"));
  }

  @Test
  void readsHiddenRowsAndTextInItsPlainAndDecomposedForms() throws IOException {
    MemberRow member =
        member((workbook, row) -> {
          row.setZeroHeight(true);
          row.getCell(0).setCellValue("  Lo\u0300  Va\u0306n   An\u00A0");
        });

    assertThat(member.name()).isEqualTo("Lò Văn An");
  }
}
