package vn.nenmong.workbook.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

public record VillageRow(
    int row,
    String code,
    String name,
    @Nullable Integer households,
    @Nullable Integer population,
    @Nullable Integer poor,
    @Nullable Integer nearPoor,
    @Nullable String cell,
    @Nullable String meetingForm,
    boolean cultural,
    @Nullable BigDecimal distance,
    boolean border) {}
