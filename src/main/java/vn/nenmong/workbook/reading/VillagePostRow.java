package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

public record VillagePostRow(
    int row,
    String village,
    String title,
    String role,
    String name,
    @Nullable PartialDate since,
    boolean member) {}
