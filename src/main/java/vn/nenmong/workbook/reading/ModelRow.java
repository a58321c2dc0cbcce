package vn.nenmong.workbook.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

public record ModelRow(
    int row,
    String model,
    @Nullable String kind,
    String name,
    @Nullable String village,
    @Nullable Integer since,
    @Nullable String stage,
    @Nullable BigDecimal income) {}
