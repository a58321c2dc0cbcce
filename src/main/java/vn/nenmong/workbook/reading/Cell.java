package vn.nenmong.workbook.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A filled cell of a sheet.
///
/// @param text as it reads
/// @param number its number, where the cell is one
/// @param date what it shows of a date, where the cell is a number shown as one
/// @param failed whether it is a formula without a result
/// @param decoded the text in Unicode, where the cell's font shows other letters than it holds
public record Cell(
    String text,
    @Nullable Double number,
    @Nullable PartialDate date,
    boolean failed,
    @Nullable String decoded) {

  public static Cell text(String text) {
    return new Cell(text, null, null, false, null);
  }

  static Cell number(String text, double number) {
    return new Cell(text, number, null, false, null);
  }

  static Cell date(String text, double number, PartialDate date) {
    return new Cell(text, number, date, false, null);
  }

  static Cell failed(String text) {
    return new Cell(text, null, null, true, null);
  }

  Cell decodedAs(String unicode) {
    return unicode.equals(text) ? this : new Cell(text, number, date, failed, unicode);
  }

  /// The day, month or year that it says, or empty.
  public Optional<PartialDate> asDate() {
    return CellValues.date(this);
  }

  /// A dash alone is how an office writes that there is nothing.
  boolean isDash() {
    return text.length() == 1 && "-–—".contains(text);
  }
}
