package vn.nenmong.workbook.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public record TrainingRow(
    int row,
    String course,
    String kind,
    LocalDate from,
    @Nullable LocalDate to,
    String name,
    @Nullable String position) {}
