package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// The workbook to fill in: every sheet with its title, its columns (required ones marked), and
/// lists to choose from where a column has fixed values.
public final class EmptyWorkbook {

  private static final int HEADER_ROW = 4;
  private static final int LAST_ROW = 2000;

  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "Giới tính", List.of("Nam", "Nữ"),
          "Hình thức sinh hoạt", List.of("Chi bộ riêng", "Sinh hoạt ghép"),
          "Hướng từ trung tâm xã", List.of("B", "ĐB", "Đ", "ĐN", "N", "TN", "T", "TB"),
          "Giai đoạn (mô hình)", List.of("Làm điểm", "Nhân rộng"),
          "Loại hình", List.of("Đảng bộ cơ sở", "Đảng bộ bộ phận", "Chi bộ trực thuộc"),
          "Loại (sinh hoạt)", List.of("Thường kỳ", "Chuyên đề"));

  private EmptyWorkbook() {}

  /// @param year the year it is to tell of, written into its titles
  public static void write(int year, OutputStream out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Styles styles = new Styles(workbook);
      for (Sheet sheet : Sheet.values()) {
        sheet(workbook, styles, sheet, year);
      }
      workbook.write(out);
    }
  }

  private record Styles(CellStyle title, CellStyle required, CellStyle optional, CellStyle text) {

    Styles(XSSFWorkbook workbook) {
      this(
          bold(workbook, null),
          bold(workbook, IndexedColors.LIGHT_YELLOW),
          bold(workbook, IndexedColors.GREY_25_PERCENT),
          asText(workbook));
    }

    private static CellStyle bold(XSSFWorkbook workbook, @Nullable IndexedColors fill) {
      CellStyle style = workbook.createCellStyle();
      Font font = workbook.createFont();
      font.setBold(true);
      style.setFont(font);
      style.setWrapText(fill != null);
      if (fill != null) {
        style.setFillForegroundColor(fill.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      }
      return style;
    }

    private static CellStyle asText(XSSFWorkbook workbook) {
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("@"));
      return style;
    }
  }

  private static void sheet(XSSFWorkbook workbook, Styles styles, Sheet sheet, int year) {
    XSSFSheet xlsx = workbook.createSheet(sheet.title());
    String heading = sheet.heading();
    cell(xlsx.createRow(0), 0, "HUYỆN ỦY …", styles.title());
    cell(xlsx.createRow(1), 0, "ĐẢNG BỘ XÃ …", styles.title());
    cell(
        xlsx.createRow(2),
        0,
        heading.endsWith("/") ? heading + year : heading + " NĂM " + year,
        styles.title());
    Row header = xlsx.createRow(HEADER_ROW);
    List<Column> columns = sheet.columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      cell(
          header,
          i,
          heading(column.name(), year) + (column.required() ? " *" : ""),
          column.required() ? styles.required() : styles.optional());
      xlsx.setColumnWidth(i, width(column.name()));
      // Text keeps dates and card numbers as they are typed.
      xlsx.setDefaultColumnStyle(i, styles.text());
      choices(xlsx, sheet, column.name(), i);
    }
    xlsx.createFreezePane(0, HEADER_ROW + 1);
    xlsx.setRepeatingRows(
        new org.apache.poi.ss.util.CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
    xlsx.getPrintSetup().setLandscape(true);
    xlsx.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
  }

  private static String heading(String column, int year) {
    return switch (column) {
      case "Thực hiện năm trước" -> "Thực hiện " + (year - 1);
      case "Kế hoạch năm" -> "Kế hoạch " + year;
      case "Thực hiện năm" -> "Thực hiện " + year;
      default -> column;
    };
  }

  private static void choices(XSSFSheet xlsx, Sheet sheet, String column, int index) {
    String key =
        switch (sheet) {
          case MODELS -> column + " (mô hình)";
          case MEETINGS -> column + " (sinh hoạt)";
          default -> column;
        };
    List<String> choices = CHOICES.get(key);
    if (choices == null) {
      return;
    }
    var helper = xlsx.getDataValidationHelper();
    var validation =
        helper.createValidation(
            helper.createExplicitListConstraint(choices.toArray(String[]::new)),
            new CellRangeAddressList(HEADER_ROW + 1, LAST_ROW, index, index));
    // Offices write a value in their own way too; the reader says what it can't read.
    validation.setShowErrorBox(false);
    xlsx.addValidationData(validation);
  }

  private static int width(String column) {
    boolean wide =
        column.contains("tên")
            || column.contains("Tên")
            || column.equals("Trích yếu")
            || column.equals("Văn bản")
            || column.equals("Mức xếp loại")
            || column.equals("Lớp");
    return (column.equals("STT") ? 6 : wide ? 32 : 16) * 256;
  }

  private static void cell(Row row, int index, String text, CellStyle style) {
    var cell = row.createCell(index);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }
}
