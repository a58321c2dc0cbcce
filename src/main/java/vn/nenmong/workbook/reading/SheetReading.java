package vn.nenmong.workbook.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a sheet was understood.
///
/// @param name its name in the file
/// @param sheet what it was taken for, or null where it was left out
/// @param headerRow Excel's number of the row with the column names, 0 where there is none
/// @param columns headings that were recognised
/// @param unknownColumns headings that were not, and whose cells were left out
/// @param rows rows read
public record SheetReading(
    String name,
    @Nullable Sheet sheet,
    int headerRow,
    List<String> columns,
    List<String> unknownColumns,
    int rows) {}
