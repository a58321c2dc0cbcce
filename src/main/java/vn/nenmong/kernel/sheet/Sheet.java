package vn.nenmong.kernel.sheet;

import java.util.List;

/// A table that is handed out as a spreadsheet.
///
/// @param name of the sheet, at most 31 characters are kept
/// @param titles lines above the table: what it is, whose, of which day, what was filtered
public record Sheet<R>(String name, List<String> titles, List<Column<R>> columns) {

  public Sheet {
    titles = List.copyOf(titles);
    columns = List.copyOf(columns);
  }
}
