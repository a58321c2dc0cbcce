package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

public record OrganizationRow(
    int row,
    String code,
    String name,
    String kind,
    @Nullable String parent,
    @Nullable PartialDate founded,
    @Nullable String decision,
    @Nullable PartialDate ended,
    @Nullable String note) {}
