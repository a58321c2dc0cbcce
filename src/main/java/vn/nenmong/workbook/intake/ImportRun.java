package vn.nenmong.workbook.intake;

import java.time.Instant;
import java.util.UUID;

/// An import that was made.
public record ImportRun(
    UUID id,
    Instant at,
    String account,
    String fileName,
    int year,
    String commune,
    int added,
    int changed,
    int unchanged) {}
