package vn.nenmong.account;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role on a part of the tree for a time.
///
/// @param part name of the organization, or null for everything
/// @param since its first day, or null where it was ended before it began
/// @param last its last day, or null for no end
/// @param state `current`, `coming` or `ended`
public record Grant(
    UUID id,
    String role,
    @Nullable String part,
    @Nullable LocalDate since,
    @Nullable LocalDate last,
    String state) {}
