package vn.nenmong.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows pasted from a spreadsheet.
///
/// @param text as it was pasted: a line a row, cells parted by tabs, in the order of the fields
/// @param problems by row and field: `3.number`, or by the row alone
public record Pasted(
    EntryForm form,
    List<Field> fields,
    String text,
    List<List<String>> rows,
    List<Problem> problems,
    String back) {

  /// @return for each row that isn't blank as many cells as there are fields
  static List<List<String>> cells(String text, int fields) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank()) {
        List<String> cells = new ArrayList<>(List.of(line.split("\\t", -1)));
        while (cells.size() < fields) {
          cells.add("");
        }
        rows.add(List.copyOf(cells.subList(0, fields)));
      }
    }
    return rows;
  }

  public @Nullable Problem problem(int row, Field field) {
    return named(row + "." + field.name());
  }

  public @Nullable Problem problem(int row) {
    return named(String.valueOf(row));
  }

  private @Nullable Problem named(String place) {
    return problems.stream()
        .filter(problem -> place.equals(problem.field()))
        .findFirst()
        .orElse(null);
  }
}
