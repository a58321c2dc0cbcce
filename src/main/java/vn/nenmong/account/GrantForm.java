package vn.nenmong.account;

import org.jspecify.annotations.Nullable;

/// A role on a part, as a form gives it.
///
/// @param part full code of the organization; empty for everything
public record GrantForm(
    @Nullable String role, @Nullable String part, @Nullable String since, @Nullable String last) {}
