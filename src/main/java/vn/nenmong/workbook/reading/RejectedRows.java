package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// The rows that were not taken, in the layout they came in, with a column of reasons behind; to be
/// mended and handed in again. One row that names the commune goes with them, so that the file
/// still tells which it is for.
public final class RejectedRows {

  private RejectedRows() {}

  /// @param original the file they stand in
  /// @param commune code of the commune the file is for
  /// @param problems those of its rows
  /// @param reasonHeading heading of the column of reasons
  public static void write(
      Path original,
      Limits limits,
      String commune,
      List<Problem> problems,
      String reasonHeading,
      OutputStream out)
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
      boolean named = false;
      for (String name : xlsx.names()) {
        Integer naming = named ? null : rowThatNames(xlsx, name, commune);
        named = named || naming != null;
        TreeMap<Integer, TreeSet<String>> ofSheet =
            reasons.getOrDefault(Header.key(name), new TreeMap<>());
        if (naming != null) {
          ofSheet.putIfAbsent(naming, new TreeSet<>());
        }
        if (!ofSheet.isEmpty()) {
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
    Sheet sheet = known(name).orElseThrow();
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
          Row row = target.createRow(beforeTable ? number - 1 : state[0]++);
          cells.forEach((column, cell) ->
              row.createCell(column).setCellValue(cell.failed() ? "" : cell.text()));
          if (header) {
            state[0] = number;
            state[1] = cells.keySet().stream().max(Integer::compare).orElse(0) + 1;
            row.createCell(state[1]).setCellValue(reasonHeading);
          } else if (why != null && !beforeTable) {
            row.createCell(state[1]).setCellValue(String.join("; ", why));
          }
        });
  }

  /// The first row with that code of an organization, or null.
  private static @Nullable Integer rowThatNames(XlsxFile xlsx, String name, String commune) {
    Sheet sheet = known(name).orElse(null);
    String column = sheet == Sheet.ORGANIZATIONS ? "Mã" : "Mã tổ chức";
    if (sheet == null || sheet.columns().stream().noneMatch(of -> of.name().equals(column))) {
      return null;
    }
    List<Integer> found = new ArrayList<>(1);
    List<Header> header = new ArrayList<>(1);
    xlsx.rows(
        name,
        (number, cells) -> {
          if (header.isEmpty()) {
            Header here = Header.read(sheet, number, cells);
            if (here.missing(sheet).isEmpty()) {
              header.add(here);
            }
            return;
          }
          Cell code = header.getFirst().cell(cells, column);
          if (found.isEmpty()
              && code != null
              && Header.key(code.text()).equals(Header.key(commune))) {
            found.add(number);
          }
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Optional<Sheet> known(String name) {
    return Arrays.stream(Sheet.values())
        .filter(sheet -> Header.key(sheet.title()).equals(Header.key(name)))
        .findFirst();
  }
}
