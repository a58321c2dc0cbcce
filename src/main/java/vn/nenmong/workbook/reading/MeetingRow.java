package vn.nenmong.workbook.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public record MeetingRow(
    int row,
    String cell,
    LocalDate month,
    LocalDate heldOn,
    String kind,
    @Nullable Integer due,
    @Nullable Integer present,
    @Nullable String absence) {}
