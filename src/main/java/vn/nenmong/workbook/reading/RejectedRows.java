package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// The rows that were not taken, in the layout they came in, with a column of reasons behind; to be
/// mended and handed in again.
public final class RejectedRows {

  private RejectedRows() {}

  /// @param original the file they stand in
  /// @param problems those of its rows
  /// @param reasonHeading heading of the column of reasons
  public static void write(
      Path original, Limits limits, List<Problem> problems, String reasonHeading, OutputStream out)
      throws IOException {
    Map<String, TreeMap<Integer, TreeSet<String>>> reasons = new HashMap<>();
    for (Problem problem : problems) {
      reasons
          .computeIfAbsent(Header.key(problem.sheet()), sheet -> new TreeMap<>())
          .computeIfAbsent(problem.row(), row -> new TreeSet<>())
          .add(
              problem.column().isEmpty()
                  ? problem.expected()
                  : problem.column() + ": " + problem.expected());
    }
    try (XlsxFile xlsx = XlsxFile.open(original, limits);
        SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
      for (String name : xlsx.names()) {
        TreeMap<Integer, TreeSet<String>> ofSheet = reasons.get(Header.key(name));
        if (ofSheet != null) {
          sheet(xlsx, name, ofSheet, workbook.createSheet(name), reasonHeading);
        }
      }
      workbook.write(out);
    }
  }

  private static void sheet(
      XlsxFile xlsx,
      String name,
      Map<Integer, ? extends Set<String>> reasons,
      SXSSFSheet target,
      String reasonHeading) {
    Sheet sheet = sheet(name);
    int[] state = {0, -1};
    xlsx.rows(
        name,
        (number, cells) -> {
          boolean beforeTable = state[1] < 0;
          boolean header =
              beforeTable && Header.read(sheet, number, cells).missing(sheet).isEmpty();
          Set<String> why = reasons.get(number);
          if (!beforeTable && why == null) {
            return;
          }
          Row row = target.createRow(state[0]++);
          cells.forEach((column, cell) -> row.createCell(column).setCellValue(cell.text()));
          if (header) {
            state[1] = cells.keySet().stream().max(Integer::compare).orElse(0) + 1;
            row.createCell(state[1]).setCellValue(reasonHeading);
          } else if (why != null && !beforeTable) {
            row.createCell(state[1]).setCellValue(String.join("; ", why));
          }
        });
  }

  private static Sheet sheet(String name) {
    for (Sheet sheet : Sheet.values()) {
      if (Header.key(sheet.title()).equals(Header.key(name))) {
        return sheet;
      }
    }
    throw new IllegalArgumentException(name);
  }
}
