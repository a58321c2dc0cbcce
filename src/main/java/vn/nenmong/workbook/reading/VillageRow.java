package vn.nenmong.workbook.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.nenmong.organization.Coordinates;

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
    @Nullable BigDecimal bearing,
    @Nullable Coordinates coordinates,
    boolean border) {}
