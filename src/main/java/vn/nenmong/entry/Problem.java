package vn.nenmong.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with an entry.
///
/// @param field the field it is about, or null where it is about all of it
/// @param key message key
public record Problem(@Nullable String field, String key, List<Object> arguments) {

  public Problem {
    arguments = List.copyOf(arguments);
  }

  static Problem of(@Nullable String field, String key, Object... arguments) {
    return new Problem(field, key, List.of(arguments));
  }

  /// The same of one of many rows: `3.number`, or `3` where it is about all of the row.
  Problem ofRow(int row) {
    return new Problem(field == null ? String.valueOf(row) : row + "." + field, key, arguments);
  }
}
