package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reorganization that was done.
///
/// @param units names of those that it began from
/// @param into names of those that came of it
/// @param change by which it can be taken back
/// @param whole whether all the communes of it are within reach, so that it can be read and taken
///   back as a whole
public record Event(
    UUID id,
    String kind,
    LocalDate day,
    String number,
    String body,
    LocalDate decided,
    @Nullable String note,
    String units,
    String into,
    String account,
    UUID change,
    boolean whole) {}
