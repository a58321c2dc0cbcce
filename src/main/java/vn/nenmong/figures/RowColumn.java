package vn.nenmong.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.web.Page;

/// A column of the list behind a figure.
///
/// @param name as in the statement; its heading is the message [#headingKey]
/// @param look how its values are shown
public record RowColumn(String name, Look look) {

  public enum Look {
    /// As it is: a text, or a number with the marks of the language.
    PLAIN,
    /// As it is, without marks: a year.
    TEXT,
    /// A code that has a word in the messages: [#wordKey].
    WORD,
    /// A date as far as it is known: `2013-07`.
    DATE,
    /// A day.
    DAY,
    /// A month, given by its first day.
    MONTH,
    /// A mark where it is true.
    YES,
    /// An id that joins rows to others; not shown.
    KEY
  }

  boolean isShown() {
    return look != Look.KEY;
  }

  public String headingKey() {
    return "figures.column." + name;
  }

  public static String wordKey(Object code) {
    return "figures.value." + code;
  }

  /// Reads `name date:founded`.
  static List<RowColumn> all(String columns) {
    return Arrays.stream(columns.split(" ")).map(RowColumn::of).toList();
  }

  private static RowColumn of(String column) {
    int colon = column.indexOf(':');
    return colon < 0
        ? new RowColumn(column, Look.PLAIN)
        : new RowColumn(
            column.substring(colon + 1),
            Look.valueOf(column.substring(0, colon).toUpperCase(java.util.Locale.ROOT)));
  }

  /// A value of the column as a page shows it; nothing where there is none.
  public String shown(Page page, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    return switch (look) {
      case TEXT, KEY -> text;
      case PLAIN -> value instanceof Number number ? page.number(number) : text;
      case WORD -> page.t(wordKey(value));
      case DATE -> page.date(PartialDate.parse(text));
      case DAY -> page.date(LocalDate.parse(text));
      case MONTH -> PartialDate.month(YearMonth.from(LocalDate.parse(text))).toVietnamese();
      case YES -> value.equals(true) ? "✓" : "";
    };
  }

  /// The same for a spreadsheet, which keeps numbers and days as such.
  @Nullable Object plain(Page page, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (look) {
      case PLAIN -> value;
      case DATE -> PartialDate.parse(value.toString());
      case DAY -> LocalDate.parse(value.toString());
      case TEXT, WORD, MONTH, YES, KEY -> shown(page, value);
    };
  }
}
