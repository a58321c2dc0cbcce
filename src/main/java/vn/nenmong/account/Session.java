package vn.nenmong.account;

import java.time.OffsetDateTime;

/// An open session of an account.
public record Session(OffsetDateTime begun, OffsetDateTime seen) {}
