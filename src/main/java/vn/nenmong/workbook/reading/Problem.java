package vn.nenmong.workbook.reading;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something in the file that cannot be taken as it is.
///
/// @param sheet name of the sheet
/// @param row Excel's number of the row; 0 where it is about the whole sheet
/// @param column the column's heading; empty where it is about the whole row
/// @param found what stands there, or null for nothing
/// @param expected what should stand there, in words
/// @param kind the same without what is of this row alone: problems of one kind are shown together
public record Problem(
    String sheet,
    int row,
    String column,
    @Nullable String found,
    String expected,
    @Nullable String kind) {

  private static final String OF_THE_ROW = "…";

  public Problem(String sheet, int row, String column, @Nullable String found, String expected) {
    this(sheet, row, column, found, expected, null);
  }

  /// @param key of the words that say what was expected
  public static Problem of(
      String sheet,
      int row,
      String column,
      @Nullable String found,
      Wording words,
      String key,
      Object... arguments) {
    String expected = words.of(key, arguments);
    Object[] left = new Object[arguments.length];
    Arrays.fill(left, OF_THE_ROW);
    return new Problem(sheet, row, column, found, expected, words.of(key, left));
  }

  public Problem {
    kind = kind == null ? expected : kind;
  }

  /// In words, without what is of this row alone.
  @Override
  public String kind() {
    return Objects.requireNonNull(kind);
  }
}
