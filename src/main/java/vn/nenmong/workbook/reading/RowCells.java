package vn.nenmong.workbook.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.organization.Compass;
import vn.nenmong.organization.Coordinates;

/// The cells of one row, by the names of their columns. What cannot be read is noted as a problem,
/// all of a row's at once; the row is taken only when there is none.
final class RowCells {

  private final Sheet sheet;
  private final Header header;
  private final int row;
  private final Map<Integer, Cell> cells;
  private final int year;
  private final Wording wording;
  private final List<Problem> problems = new ArrayList<>();

  RowCells(
      Sheet sheet, Header header, int row, Map<Integer, Cell> cells, int year, Wording wording) {
    this.sheet = sheet;
    this.header = header;
    this.row = row;
    this.cells = cells;
    this.year = year;
    this.wording = wording;
  }

  int row() {
    return row;
  }

  /// The year that the workbook tells of.
  int year() {
    return year;
  }

  List<Problem> problems() {
    return problems;
  }

  void problem(String column, @Nullable Object found, String expected, Object... arguments) {
    Problem problem =
        Problem.of(
            sheet.title(),
            row,
            header.heading(column),
            found == null ? null : found.toString(),
            wording,
            "workbook.expected." + expected,
            arguments);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /// Whether the table has a column.
  boolean has(String column) {
    return header.columns().containsKey(column);
  }

  @Nullable String text(String column) {
    Cell cell = cell(column);
    if (cell != null && cell.failed()) {
      problem(column, cell.text(), "result");
    }
    return cell == null ? null : cell.text();
  }

  /// A dash stands for nothing.
  private @Nullable Cell cell(String column) {
    Cell cell = header.cell(cells, column);
    return cell == null || cell.isDash() ? null : cell;
  }

  String requiredText(String column) {
    String text = text(column);
    if (text == null) {
      problem(column, null, "filled");
      return "";
    }
    return text;
  }

  String requiredName(String column) {
    return Vietnamese.nameCase(requiredText(column));
  }

  @Nullable String name(String column) {
    String text = text(column);
    return text == null ? null : Vietnamese.nameCase(text);
  }

  @Nullable PartialDate date(String column) {
    return value(column, CellValues::date, "date");
  }

  /// Where it is missing or cannot be read a problem is noted and some date returned, for the row
  /// is not taken.
  PartialDate requiredDate(String column) {
    PartialDate date = required(column, date(column));
    return date == null ? PartialDate.year(year) : date;
  }

  @Nullable LocalDate day(String column) {
    PartialDate date = date(column);
    if (date != null && !date.isFullDay()) {
      problem(column, text(column), "day");
    }
    return date == null ? null : date.first();
  }

  LocalDate requiredDay(String column) {
    LocalDate day = required(column, day(column));
    return day == null ? LocalDate.EPOCH : day;
  }

  @Nullable Integer integer(String column) {
    Integer number = value(column, CellValues::integer, "integer");
    if (number != null && number < 0) {
      problem(column, text(column), "integer");
    }
    return number;
  }

  int requiredInteger(String column) {
    Integer number = required(column, integer(column));
    return number == null ? 0 : number;
  }

  @Nullable BigDecimal decimal(String column) {
    return value(column, CellValues::decimal, "decimal");
  }

  /// A point of the compass, as its bearing.
  @Nullable BigDecimal bearing(String column) {
    Compass point = value(column, cell -> Compass.read(cell.text()), "direction");
    return point == null ? null : point.bearing();
  }

  @Nullable Coordinates coordinates(String column) {
    return value(column, cell -> Coordinates.read(cell.text()), "coordinates");
  }

  @Nullable Integer yearNumber(String column) {
    PartialDate date = value(column, CellValues::date, "year");
    return date == null ? null : date.first().getYear();
  }

  boolean yes(String column) {
    return Boolean.TRUE.equals(value(column, CellValues::yes, "yes"));
  }

  /// One of the values that a column may have.
  ///
  /// @param choose finds it in the folded text
  /// @param expected key of the words that list what may stand there
  @Nullable String choice(
      String column, Function<String, Optional<String>> choose, String expected) {
    return value(column, cell -> choose.apply(Vietnamese.fold(cell.text())), expected);
  }

  String requiredChoice(String column, Function<String, Optional<String>> choose, String expected) {
    String chosen = required(column, choice(column, choose, expected));
    return chosen == null ? "" : chosen;
  }

  private <T> @Nullable T required(String column, @Nullable T value) {
    if (cell(column) == null) {
      problem(column, null, "filled");
    }
    return value;
  }

  private <T> @Nullable T value(String column, Function<Cell, Optional<T>> read, String expected) {
    Cell cell = cell(column);
    if (cell == null) {
      return null;
    }
    if (cell.failed()) {
      problem(column, cell.text(), "result");
      return null;
    }
    Optional<T> value = read.apply(cell);
    if (value.isEmpty()) {
      problem(column, cell.text(), expected);
      return null;
    }
    return value.get();
  }
}
