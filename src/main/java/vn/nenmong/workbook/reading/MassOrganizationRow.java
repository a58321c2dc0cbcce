package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;

public record MassOrganizationRow(
    int row,
    String organization,
    @Nullable String head,
    @Nullable Integer branches,
    @Nullable Integer members) {}
