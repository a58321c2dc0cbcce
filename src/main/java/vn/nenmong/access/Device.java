package vn.nenmong.access;

import java.time.OffsetDateTime;
import java.util.UUID;

/// A phone on which an account signs in by a PIN.
///
/// @param name what the phone says of itself
public record Device(
    UUID id, String username, String name, OffsetDateTime since, OffsetDateTime lastUsed) {}
