package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;

public record CellReviewRow(
    int row, String organization, @Nullable String name, String grade, String label) {}
