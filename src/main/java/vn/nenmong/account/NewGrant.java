package vn.nenmong.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Role;

/// A role on a part of the tree, to be given.
///
/// @param path ltree path of the organization; empty for everything
/// @param last its last day, or null for no end
record NewGrant(Role role, String path, LocalDate since, @Nullable LocalDate last) {}
