package vn.nenmong.membership.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.web.Page;

/// The book of members, form 7-HSĐV: fourteen columns, a block of four lines for each member with
/// one value below the other, cell by cell. Source of the columns: copies of the form that schools
/// and Party organizations have published (Hướng dẫn 12-HD/BTCTW of 17/05/2012, secondary). What
/// the program does not keep stays empty, religion among it; the day of birth stands below the
/// names.
final class MemberBook {

  private static final List<String> COLUMNS =
      List.of(
          "index",
          "name",
          "sex",
          "home",
          "levels",
          "occupation",
          "admitted",
          "card",
          "service",
          "left",
          "came",
          "died",
          "out",
          "note");
  private static final int[] WIDTHS = {6, 26, 10, 14, 14, 18, 13, 16, 12, 14, 14, 12, 14, 16};
  private static final int LINES = 4;
  private static final int HEADER_POINTS = 66;
  private static final int ROWS_IN_MEMORY = 200;

  private final Page page;
  private final SXSSFSheet sheet;
  private final CellStyle bold;
  private final CellStyle head;
  private final CellStyle first;
  private final CellStyle middle;
  private int next;

  private MemberBook(Page page, SXSSFWorkbook workbook) {
    this.page = page;
    sheet = workbook.createSheet("7-HSĐV");
    Font heavy = workbook.createFont();
    heavy.setBold(true);
    bold = workbook.createCellStyle();
    bold.setFont(heavy);
    head = workbook.createCellStyle();
    head.cloneStyleFrom(bold);
    head.setWrapText(true);
    head.setAlignment(HorizontalAlignment.CENTER);
    head.setVerticalAlignment(VerticalAlignment.CENTER);
    frame(head, BorderStyle.THIN);
    head.setBorderBottom(BorderStyle.THIN);
    first = text(workbook, BorderStyle.THIN);
    middle = text(workbook, BorderStyle.HAIR);
  }

  private static CellStyle text(SXSSFWorkbook workbook, BorderStyle above) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    frame(style, above);
    return style;
  }

  private static void frame(CellStyle style, BorderStyle above) {
    style.setBorderTop(above);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
  }

  /// @param whose name of the organization
  /// @param members cell by cell
  static void write(Page page, String whose, Stream<MemberRow> members, OutputStream out)
      throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      new MemberBook(page, workbook).fill(whose, members.iterator());
      workbook.write(out);
    }
  }

  private void fill(String whose, Iterator<MemberRow> members) {
    title(whose.toUpperCase(page.locale()));
    title(page.t("membership.book.title"));
    title(page.t("membership.list.sheetTitle", page.date(page.on())));
    title(page.t("membership.book.form"));
    next++;
    int header = next;
    Row labels = sheet.createRow(next++);
    labels.setHeightInPoints(HEADER_POINTS);
    Row numbers = sheet.createRow(next++);
    for (int column = 0; column < COLUMNS.size(); column++) {
      labels.createCell(column).setCellValue(page.t("membership.book." + COLUMNS.get(column)));
      labels.getCell(column).setCellStyle(head);
      numbers.createCell(column).setCellValue(column + 1);
      numbers.getCell(column).setCellStyle(head);
      sheet.setColumnWidth(column, WIDTHS[column] * 256);
    }
    String cell = "";
    int index = 0;
    while (members.hasNext()) {
      MemberRow member = members.next();
      if (!member.cell().equals(cell)) {
        cell = member.cell();
        Row group = sheet.createRow(next);
        group.createCell(0).setCellValue(cell);
        group.getCell(0).setCellStyle(bold);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, COLUMNS.size() - 1));
        next++;
      }
      block(member, ++index);
    }
    layOut(header);
  }

  private void title(String words) {
    Row row = sheet.createRow(next++);
    row.createCell(0).setCellValue(words);
    row.getCell(0).setCellStyle(bold);
  }

  private void block(MemberRow member, int index) {
    Row[] lines = new Row[LINES];
    for (int i = 0; i < LINES; i++) {
      lines[i] = sheet.createRow(next++);
      for (int column = 0; column < COLUMNS.size(); column++) {
        lines[i].createCell(column).setCellStyle(i == 0 ? first : middle);
      }
    }
    lines[0].getCell(0).setCellValue(index);
    put(lines, "name", member.name(), null, date(member.born()));
    put(
        lines,
        "sex",
        member.sex() == null ? null : page.t("membership.sex." + member.sex()),
        member.ethnicity());
    put(lines, "levels", member.education(), member.theory(), member.qualification());
    put(lines, "occupation", null, member.occupation());
    put(lines, "admitted", date(member.admitted()), date(member.recognised()));
    put(lines, "card", member.cardNumber());
    put(lines, "note", member.note());
  }

  private @Nullable String date(@Nullable PartialDate date) {
    return date == null ? null : page.date(date);
  }

  private static void put(Row[] lines, String column, @Nullable String... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        lines[i].getCell(COLUMNS.indexOf(column)).setCellValue(values[i]);
      }
    }
  }

  private void layOut(int header) {
    sheet.createFreezePane(2, header + 2);
    sheet.setRepeatingRows(new CellRangeAddress(header, header + 1, -1, -1));
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
  }
}
