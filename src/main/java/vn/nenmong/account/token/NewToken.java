package vn.nenmong.account.token;

import java.time.LocalDate;
import java.util.List;
import vn.nenmong.access.ApiPart;

/// A token to be made.
///
/// @param path ltree path of the organization; empty for everything
record NewToken(String name, String path, LocalDate lastDay, List<ApiPart> parts) {}
