package vn.nenmong.rule;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A day off, or a day of a weekend that is worked, as the page of a year shows it.
///
/// @param unitId whose own row it is; null for the program's
public record HolidayRow(
    UUID id,
    LocalDate day,
    boolean worked,
    String name,
    String source,
    Evidence evidence,
    @Nullable UUID unitId) {}
