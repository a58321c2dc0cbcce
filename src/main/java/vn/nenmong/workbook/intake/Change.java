package vn.nenmong.workbook.intake;

import org.jspecify.annotations.Nullable;

/// One value that the file gives otherwise than the database.
///
/// @param row of the sheet, counted as Excel does
/// @param subject whose value it is
public record Change(
    int row, String subject, String column, @Nullable String before, @Nullable String after) {}
