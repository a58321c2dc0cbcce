package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

public record CandidateRow(
    int row,
    String name,
    @Nullable String sex,
    @Nullable PartialDate born,
    @Nullable String ethnicity,
    @Nullable String village,
    String cell,
    @Nullable String firstHelper,
    @Nullable String secondHelper,
    @Nullable PartialDate classTaken,
    @Nullable PartialDate dossierCompleted,
    String status,
    @Nullable String statusText) {}
