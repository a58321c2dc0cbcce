package vn.nenmong.workbook.reconciliation;

import org.jspecify.annotations.Nullable;

/// What a list tells of someone, in the words of the list. Dates that can be read are ISO, as far
/// as they are known; the sex is `male` or `female` where that can be read.
///
/// @param activity whether they take part in Party life, are exempt, or have left
public record Told(
    String name,
    @Nullable String sex,
    @Nullable String born,
    @Nullable String ethnicity,
    @Nullable String card,
    @Nullable String cell,
    @Nullable String admitted,
    @Nullable String recognised,
    @Nullable String activity) {}
