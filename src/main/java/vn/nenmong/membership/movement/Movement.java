package vn.nenmong.membership.movement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone's coming into an organization or leaving it.
///
/// @param day the first on which they are in it, or not in it any more
/// @param cell name of theirs in the organization
/// @param other name of the cell they came from or went to, where it is known
/// @param place word for the kind of place that a transfer was from or to, where it is told
/// @param reason as the registers tell it
public record Movement(
    UUID person,
    UUID commune,
    String name,
    LocalDate day,
    MovementKind kind,
    UUID cellId,
    String cell,
    @Nullable String other,
    @Nullable String place,
    @Nullable String reason) {}
