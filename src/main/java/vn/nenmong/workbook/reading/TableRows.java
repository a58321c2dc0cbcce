package vn.nenmong.workbook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of one register that stood in a table of another form: given as the cells of the register's
/// columns, read as those of the workbook are.
public final class TableRows {

  /// The workbook must have it; a list says nothing of it without taking it away.
  private static final Set<String> OFTEN_LEFT_OUT = Set.of("Giới tính");

  private final Sheet sheet;
  private final Header header;
  private final int year;
  private final Wording wording;
  private final List<Object> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int rejected;

  /// @param headerRow Excel's number of the row with the headings
  /// @param headings what the table calls the register's columns that it has
  public TableRows(
      Sheet sheet, int headerRow, Map<String, String> headings, int year, Wording wording) {
    Map<String, Integer> columns = new HashMap<>();
    for (Column column : sheet.columns()) {
      if (headings.containsKey(column.name())) {
        columns.put(column.name(), columns.size());
      }
    }
    this.sheet = sheet;
    this.header = new Header(headerRow, columns, headings, List.of(), List.of());
    this.year = year;
    this.wording = wording;
  }

  /// The names of all columns of a register.
  public static List<String> columns(Sheet sheet) {
    return sheet.columns().stream().map(Column::name).toList();
  }

  /// The names of the columns without which a table of an office's own says too little.
  public static List<String> required(Sheet sheet) {
    return sheet.columns().stream()
        .filter(Column::required)
        .map(Column::name)
        .filter(name -> !OFTEN_LEFT_OUT.contains(name))
        .toList();
  }

  /// @param refused what is wrong with the row already, by column; the row is not taken then
  public void take(int row, Map<String, Cell> values, Map<String, String> refused) {
    Map<Integer, Cell> cells = HashMap.newHashMap(values.size());
    values.forEach((column, cell) -> {
      Integer number = header.columns().get(column);
      if (number != null) {
        cells.put(number, cell);
      }
    });
    RowCells read = new RowCells(sheet, header, row, cells, year, wording);
    Object taken = RowReaders.read(sheet, read);
    List<Problem> found = new ArrayList<>();
    for (Problem problem : read.problems()) {
      if (refused.keySet().stream().map(header::heading).noneMatch(problem.column()::equals)) {
        found.add(problem);
      }
    }
    refused.forEach((column, expected) ->
        found.add(
            new Problem(
                sheet.title(), row, header.heading(column), text(values, column), expected)));
    if (found.isEmpty()) {
      rows.add(taken);
    } else {
      rejected++;
      problems.addAll(found);
    }
  }

  private static @Nullable String text(Map<String, Cell> values, String column) {
    Cell cell = values.get(column);
    return cell == null ? null : cell.text();
  }

  /// @param commune code of the commune it is of
  /// @param complete whether who is not in the table is absent from the register
  /// @param unknown headings of columns that were left out
  public Workbook workbook(
      String commune,
      String fileSheet,
      boolean complete,
      List<String> unknown,
      List<Problem> notices) {
    return new Workbook(
        year,
        null,
        Map.of(sheet, rows),
        Map.of(sheet, Set.copyOf(header.columns().keySet())),
        List.of(
            new SheetReading(
                fileSheet,
                sheet,
                header.row(),
                List.copyOf(header.headings().values()),
                unknown,
                rows.size() + rejected)),
        required(sheet).stream()
            .filter(column -> !header.columns().containsKey(column))
            .map(column ->
                new Problem(
                    sheet.title(),
                    header.row(),
                    column,
                    null,
                    wording.of("workbook.expected.column", column)))
            .toList(),
        problems,
        notices,
        complete,
        true,
        commune);
  }
}
