package vn.nenmong.command.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sheet as an office might hand it in.
///
/// @param rows text, numbers, `LocalDate` for a cell that Excel knows as a date, and null for empty
/// @param total what stands under the table, or null
record MadeSheet(
    String name,
    List<String> titles,
    List<String> header,
    List<List<@Nullable Object>> rows,
    @Nullable String total) {

  /// The row of Excel in which the table's first row stands: titles, a blank row, the header.
  int firstRow() {
    return titles.size() + 3;
  }

  MadeSheet with(List<List<@Nullable Object>> otherRows) {
    return new MadeSheet(name, titles, header, otherRows, null);
  }
}
