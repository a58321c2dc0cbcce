package vn.nenmong.consolidation.regulation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organization of a day, with what it works by.
///
/// @param number of its regulation, or null where it has none
public record RegulationUnit(
    UUID id, String name, @Nullable String number, @Nullable LocalDate since) {}
