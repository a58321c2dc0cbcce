package vn.nenmong.workbook.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A filled cell of a sheet.
///
/// @param text as it reads
/// @param number its number, where the cell is one
/// @param day its day, where the cell is a number shown as a date
record Cell(String text, @Nullable Double number, @Nullable LocalDate day) {

  static Cell text(String text) {
    return new Cell(text, null, null);
  }
}
