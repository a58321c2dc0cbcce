package vn.nenmong.command.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// Made sheets as a file of Excel.
final class MadeWorkbook {

  private MadeWorkbook() {}

  static Path write(List<MadeSheet> sheets, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(sheets, out);
    }
    return file;
  }

  static void write(List<MadeSheet> sheets, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      for (MadeSheet sheet : sheets) {
        fill(workbook.createSheet(sheet.name()), sheet, date);
      }
      workbook.write(out);
    }
  }

  private static void fill(SXSSFSheet target, MadeSheet sheet, CellStyle date) {
    int line = 0;
    for (String title : sheet.titles()) {
      target.createRow(line++).createCell(0).setCellValue(title);
    }
    line++;
    put(target.createRow(line++), List.copyOf(sheet.header()), date);
    for (List<@Nullable Object> row : sheet.rows()) {
      put(target.createRow(line++), row, date);
    }
    if (sheet.total() != null) {
      target.createRow(line + 1).createCell(1).setCellValue(sheet.total());
    }
  }

  private static void put(Row target, List<? extends @Nullable Object> values, CellStyle date) {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value == null) {
        continue;
      }
      Cell cell = target.createCell(i);
      switch (value) {
        case Number number -> cell.setCellValue(number.doubleValue());
        case LocalDate day -> {
          cell.setCellValue(day);
          cell.setCellStyle(date);
        }
        default -> cell.setCellValue(value.toString());
      }
    }
  }
}
