package vn.nenmong.account;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as its administrator sees it.
///
/// @param invited until when its code is good, or null where none is open
/// @param sessions how many are open
/// @param lastSeen its last sign-in
/// @param roles codes of the roles held on the day
public record Account(
    UUID id,
    String username,
    String displayName,
    @Nullable OffsetDateTime invited,
    int sessions,
    @Nullable OffsetDateTime lastSeen,
    @Nullable String roles) {}
