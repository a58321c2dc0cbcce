package vn.nenmong.workbook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;

/// The row with the names of the columns, found by those names.
///
/// @param row Excel's number of the row
/// @param columns number of each recognised column by its name
/// @param headings each column's heading as the file writes it, by its name
/// @param ofYears columns that tell of a year of their own
/// @param unknown headings that no column has
record Header(
    int row,
    Map<String, Integer> columns,
    Map<String, String> headings,
    List<YearColumn> ofYears,
    List<String> unknown) {

  private static final Pattern OF_YEAR =
      Pattern.compile("(uoc )?(thuc hien|th|ke hoach|kh)(?: nam)? (\\d{4})");
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /// A heading like «Thực hiện 2015».
  ///
  /// @param plan whether it is what was planned, not what was done
  /// @param estimated whether it is what was expected before the year was over
  record YearColumn(boolean plan, boolean estimated, int year, int number, String heading) {}

  /// The row read as a header, whatever it is. A heading that is written exactly as the column is
  /// named goes before one that only has the same letters without accents.
  static Header read(Sheet sheet, int row, Map<Integer, Cell> cells) {
    Map<String, Integer> columns = new HashMap<>();
    Map<String, String> headings = new HashMap<>();
    TreeMap<Integer, String> left = new TreeMap<>();
    cells.forEach((number, cell) -> left.put(number, cell.text()));
    match(sheet, left, columns, headings, Header::spelled);
    match(sheet, left, columns, headings, Header::key);
    List<YearColumn> ofYears = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    left.forEach((number, heading) -> {
      Matcher year = OF_YEAR.matcher(key(heading));
      if (sheet == Sheet.INDICATORS && year.matches()) {
        ofYears.add(
            new YearColumn(
                year.group(2).startsWith("k"),
                year.group(1) != null,
                Integer.parseInt(year.group(3)),
                number,
                heading));
      } else {
        unknown.add(heading);
      }
    });
    return new Header(row, columns, headings, ofYears, unknown);
  }

  private static void match(
      Sheet sheet,
      TreeMap<Integer, String> left,
      Map<String, Integer> columns,
      Map<String, String> headings,
      UnaryOperator<String> form) {
    Map<String, String> names = new HashMap<>();
    sheet.columns().forEach(column -> names.put(form.apply(column.name()), column.name()));
    left.entrySet()
        .removeIf(cell -> {
          String name = names.get(form.apply(cell.getValue()));
          boolean found = name != null && columns.putIfAbsent(name, cell.getKey()) == null;
          if (found) {
            headings.put(name, cell.getValue());
          }
          return found;
        });
  }

  /// Whatever the case, the accents' composition, the spaces and the punctuation.
  private static String spelled(String name) {
    String lower = Vietnamese.clean(name).toLowerCase(Locale.ROOT);
    return PUNCTUATION.matcher(lower).replaceAll(" ").strip();
  }

  /// The same, and whatever the accents.
  static String key(String name) {
    return spelled(Vietnamese.fold(name));
  }

  /// With the columns of a year taken for what they are in that year; those of other years are not
  /// known.
  Header of(int year) {
    Map<String, Integer> all = new HashMap<>(columns);
    Map<String, String> written = new HashMap<>(headings);
    List<String> others = new ArrayList<>(unknown);
    for (boolean estimated : new boolean[] {false, true}) {
      for (YearColumn column : ofYears) {
        if (column.estimated() == estimated) {
          String name = nameIn(year, column);
          if (name != null && all.putIfAbsent(name, column.number()) == null) {
            written.put(name, column.heading());
          } else {
            others.add(column.heading());
          }
        }
      }
    }
    return new Header(row, all, written, ofYears, others);
  }

  private static @Nullable String nameIn(int year, YearColumn column) {
    if (column.plan()) {
      return column.year() == year ? "Kế hoạch năm" : null;
    }
    return column.year() == year
        ? "Thực hiện năm"
        : column.year() == year - 1 && !column.estimated() ? "Thực hiện năm trước" : null;
  }

  /// A heading with a year, where none of them is of this one or the one before.
  @Nullable String ofAnotherYear(int year) {
    return !ofYears.isEmpty() && ofYears.stream().allMatch(column -> nameIn(year, column) == null)
        ? ofYears.getFirst().heading()
        : null;
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

  /// Whether a row repeats the headings of the required columns, as at the top of a printed page.
  boolean isRepeatedIn(Sheet sheet, Map<Integer, Cell> cells) {
    for (Column column : sheet.columns()) {
      if (column.required()) {
        Cell cell = cell(cells, column.name());
        if (cell == null || !cell.text().equalsIgnoreCase(heading(column.name()))) {
          return false;
        }
      }
    }
    return true;
  }

  @Nullable Cell cell(Map<Integer, Cell> cells, String column) {
    Integer number = columns.get(column);
    return number == null ? null : cells.get(number);
  }

  String heading(String column) {
    return headings.getOrDefault(column, column);
  }
}
