package vn.nenmong.activity.minutes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cell of which a sheet is printed.
///
/// @param code of the cell within its commune
/// @param state of its meeting in the month, or null
public record SheetCell(
    UUID id, UUID communeId, String code, String name, String commune, @Nullable String state) {}
