package vn.nenmong.workbook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;

/// The row with the names of the columns, found by those names.
///
/// @param row Excel's number of the row
/// @param columns number of each recognised column by its name
/// @param headings each column's heading as the file writes it, by its name
/// @param unknown headings that no column has
record Header(
    int row, Map<String, Integer> columns, Map<String, String> headings, List<String> unknown) {

  private static final Pattern DONE = Pattern.compile("(?:uoc )?thuc hien(?: nam)? (\\d{4})");
  private static final Pattern PLAN = Pattern.compile("ke hoach(?: nam)? (\\d{4})");

  /// The row read as a header, whatever it is.
  static Header read(Sheet sheet, int row, Map<Integer, Cell> cells) {
    Map<String, String> names = new HashMap<>();
    sheet.columns().forEach(column -> names.put(key(column.name()), column.name()));
    Map<String, Integer> columns = new HashMap<>();
    Map<String, String> headings = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    TreeMap<Integer, Map.Entry<Integer, String>> doneByYear = new TreeMap<>();
    new TreeMap<>(cells)
        .forEach((number, cell) -> {
          String key = key(cell.text());
          String name = names.get(key);
          Matcher done = DONE.matcher(key);
          if (name == null && sheet == Sheet.INDICATORS && PLAN.matcher(key).matches()) {
            name = "Kế hoạch năm";
          }
          if (name == null && sheet == Sheet.INDICATORS && done.matches()) {
            doneByYear.put(Integer.valueOf(done.group(1)), Map.entry(number, cell.text()));
          } else if (name == null || columns.containsKey(name)) {
            unknown.add(cell.text());
          } else {
            columns.put(name, number);
            headings.put(name, cell.text());
          }
        });
    if (!doneByYear.isEmpty()) {
      put(columns, headings, "Thực hiện năm", doneByYear.pollLastEntry().getValue());
    }
    if (!doneByYear.isEmpty()) {
      put(columns, headings, "Thực hiện năm trước", doneByYear.pollLastEntry().getValue());
    }
    return new Header(row, columns, headings, unknown);
  }

  private static void put(
      Map<String, Integer> columns,
      Map<String, String> headings,
      String name,
      Map.Entry<Integer, String> found) {
    columns.put(name, found.getKey());
    headings.put(name, found.getValue());
  }

  /// Names match whatever their case, accents' composition, spaces and punctuation.
  static String key(String name) {
    return Vietnamese.fold(name).replaceAll("[^a-z0-9]+", " ").strip();
  }

  /// Whether enough of the row are column names for it to be the header.
  boolean isHeaderOf(Sheet sheet) {
    return columns.size() >= Math.min(3, sheet.columns().size()) || missing(sheet).isEmpty();
  }

  /// The required columns that are not there.
  List<String> missing(Sheet sheet) {
    return sheet.columns().stream()
        .filter(column -> column.required() && !columns.containsKey(column.name()))
        .map(Column::name)
        .toList();
  }

  @Nullable Cell cell(Map<Integer, Cell> cells, String column) {
    Integer number = columns.get(column);
    return number == null ? null : cells.get(number);
  }

  String heading(String column) {
    return headings.getOrDefault(column, column);
  }
}
