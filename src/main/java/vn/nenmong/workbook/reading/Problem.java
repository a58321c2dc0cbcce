package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;

/// Something in the file that cannot be taken as it is.
///
/// @param sheet name of the sheet
/// @param row Excel's number of the row; 0 where it is about the whole sheet
/// @param column the column's heading; empty where it is about the whole row
/// @param found what stands there, or null for nothing
/// @param expected what should stand there, in words
public record Problem(
    String sheet, int row, String column, @Nullable String found, String expected) {}
