package vn.nenmong.consolidation.charge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision without its lines.
///
/// @param replaces code of [Decision.Replaces]
/// @param change by which it was entered, if that can be told
public record DecisionFacts(
    UUID id,
    String number,
    String body,
    LocalDate day,
    String replaces,
    @Nullable String note,
    @Nullable UUID change) {}
