package vn.nenmong.figures;

import java.util.Arrays;
import java.util.List;

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
    YES
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
}
