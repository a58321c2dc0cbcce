package vn.nenmong.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// Writes a sheet as xlsx, row by row: its memory does not grow with the rows. Frozen header that
/// is printed on every page, filter arrows, A4 on its side.
public final class SheetWriter {

  private static final int ROWS_IN_MEMORY = 200;

  private final SXSSFWorkbook workbook;
  private final CellStyle title;
  private final CellStyle header;
  private final CellStyle text;
  private final CellStyle quoted;
  private final CellStyle date;

  private SheetWriter(SXSSFWorkbook workbook) {
    this.workbook = workbook;
    Font bold = workbook.createFont();
    bold.setBold(true);
    title = workbook.createCellStyle();
    title.setFont(bold);
    header = workbook.createCellStyle();
    header.setFont(bold);
    header.setWrapText(true);
    header.setVerticalAlignment(VerticalAlignment.CENTER);
    header.setBorderBottom(BorderStyle.THIN);
    text = format("@");
    quoted = format("@");
    quoted.setQuotePrefixed(true);
    date = format("dd/mm/yyyy");
  }

  /// Writes the sheet and closes neither stream. Nothing reaches `out` before the last row is read,
  /// so that a failing query still ends in an error page.
  public static <R> void write(Sheet<R> sheet, Stream<R> rows, OutputStream out)
      throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      new SheetWriter(workbook).fill(sheet, rows.iterator());
      workbook.write(out);
    }
  }

  private <R> void fill(Sheet<R> sheet, Iterator<R> rows) {
    SXSSFSheet target = workbook.createSheet(WorkbookUtil.createSafeSheetName(sheet.name()));
    List<Column<R>> columns = sheet.columns();
    int line = 0;
    for (String words : sheet.titles()) {
      text(target.createRow(line++).createCell(0), words, title);
    }
    if (line > 0) {
      line++;
    }
    int head = line++;
    Row headerRow = target.createRow(head);
    for (int i = 0; i < columns.size(); i++) {
      text(headerRow.createCell(i), columns.get(i).header(), header);
      target.setColumnWidth(i, Math.min(255, columns.get(i).width() + 2) * 256);
    }
    while (rows.hasNext()) {
      R row = rows.next();
      Row targetRow = target.createRow(line++);
      for (int i = 0; i < columns.size(); i++) {
        put(targetRow, i, columns.get(i).value().apply(row));
      }
    }
    layOut(target, head, line - 1, columns.size() - 1);
  }

  private void put(Row row, int index, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Number n -> row.createCell(index).setCellValue(n.doubleValue());
      case LocalDate day -> day(row.createCell(index), day);
      case PartialDate partial when partial.isFullDay() ->
          day(row.createCell(index), partial.first());
      case PartialDate partial -> text(row.createCell(index), partial.toVietnamese(), text);
      default -> {
        String words = value.toString();
        if (!words.isEmpty()) {
          text(row.createCell(index), words, looksLikeFormula(words) ? quoted : text);
        }
      }
    }
  }

  private void day(Cell cell, LocalDate day) {
    cell.setCellValue(day);
    cell.setCellStyle(date);
  }

  private static void text(Cell cell, String words, CellStyle style) {
    cell.setCellValue(words);
    cell.setCellStyle(style);
  }

  /// Excel takes such a text for a formula as soon as someone edits its cell, unless it is marked
  /// as quoted: the value stays as it was written.
  private static boolean looksLikeFormula(String words) {
    return "=+-@\t\r".indexOf(words.charAt(0)) >= 0;
  }

  private CellStyle format(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static void layOut(SXSSFSheet sheet, int head, int last, int lastColumn) {
    sheet.createFreezePane(0, head + 1);
    sheet.setAutoFilter(new CellRangeAddress(head, Math.max(head, last), 0, lastColumn));
    sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
    sheet.setFitToPage(true);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
  }
}
