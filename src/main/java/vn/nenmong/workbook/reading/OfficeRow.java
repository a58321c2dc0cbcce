package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

public record OfficeRow(
    int row,
    String name,
    String title,
    String role,
    String organization,
    @Nullable PartialDate since,
    @Nullable PartialDate until) {}
