package vn.nenmong.workbook.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;

/// Rows for one statement of {@link RegisterRepository}: each parameter of the statement is an
/// array, one element a row, so that thousands of rows go in one statement.
final class Batch {

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

  private final String sql;
  private final List<String> names;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  Batch(String sql) {
    this.sql = sql;
    this.names = PARAMETER.matcher(sql).results().map(match -> match.group(1)).toList();
  }

  String sql() {
    return sql;
  }

  List<String> names() {
    return names;
  }

  int size() {
    return rows.size();
  }

  /// A row, in the order in which the statement names its parameters.
  void add(@Nullable Object... values) {
    if (values.length != names.size()) {
      throw new IllegalArgumentException(names + " were given " + values.length + " values");
    }
    rows.add(values);
  }

  /// One parameter's elements for a stretch of rows, as PostgreSQL reads them.
  @Nullable String[] column(int column, int from, int to) {
    @Nullable String[] result = new String[to - from];
    for (int row = from; row < to; row++) {
      result[row - from] = text(rows.get(row)[column]);
    }
    return result;
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Period period -> period.toRange();
      case PartialDate date -> date.toIso();
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
