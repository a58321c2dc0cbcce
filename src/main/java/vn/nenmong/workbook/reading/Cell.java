package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A filled cell of a sheet.
///
/// @param text as it reads
/// @param number its number, where the cell is one
/// @param date what it shows of a date, where the cell is a number shown as one
/// @param failed whether it is a formula without a result
record Cell(String text, @Nullable Double number, @Nullable PartialDate date, boolean failed) {

  static Cell text(String text) {
    return new Cell(text, null, null, false);
  }

  static Cell number(String text, double number) {
    return new Cell(text, number, null, false);
  }

  static Cell date(String text, double number, PartialDate date) {
    return new Cell(text, number, date, false);
  }

  static Cell failed(String text) {
    return new Cell(text, null, null, true);
  }

  /// A dash alone is how an office writes that there is nothing.
  boolean isDash() {
    return text.length() == 1 && "-–—".contains(text);
  }
}
