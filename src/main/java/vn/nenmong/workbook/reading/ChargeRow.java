package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

public record ChargeRow(
    int row, String name, String cell, @Nullable PartialDate since, @Nullable String document) {}
