package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

public record MemberRow(
    int row,
    String name,
    @Nullable String sex,
    PartialDate born,
    @Nullable String ethnicity,
    @Nullable String village,
    @Nullable String education,
    @Nullable String qualification,
    @Nullable String theory,
    @Nullable String occupation,
    PartialDate admitted,
    @Nullable PartialDate recognised,
    @Nullable String card,
    String cell,
    boolean exempt,
    boolean poor,
    @Nullable String note) {}
