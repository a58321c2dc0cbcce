package vn.nenmong.account;

import java.time.OffsetDateTime;

/// An open session.
///
/// @param id by which it is ended; opens nothing
public record Session(String id, OffsetDateTime begun, OffsetDateTime seen) {}
