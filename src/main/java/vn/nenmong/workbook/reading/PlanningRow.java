package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;

public record PlanningRow(
    int row,
    String post,
    int from,
    int to,
    String name,
    @Nullable Integer entered,
    @Nullable String need) {}
