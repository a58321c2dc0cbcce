package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;

public record MemberReviewRow(
    int row, String name, String cell, @Nullable String card, String grade, String label) {}
