package vn.nenmong.workbook.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

public record IndicatorRow(
    int row,
    String code,
    String name,
    String unit,
    @Nullable BigDecimal previous,
    @Nullable BigDecimal plan,
    @Nullable BigDecimal actual,
    @Nullable String resolution) {}
