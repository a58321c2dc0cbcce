package vn.nenmong.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was true of an organization for a while.
///
/// @param kind as stored: `grassroots_committee`, `sub_committee`, `cell` …
/// @param parent the body above, or null for a root
/// @param path ids without hyphens from the root to itself
/// @param superior name of the body above a root as its papers head it, or null
public record OrganizationState(
    String name, String kind, @Nullable UUID parent, String path, @Nullable String superior) {

  OrganizationState at(String otherPath) {
    return new OrganizationState(name, kind, parent, otherPath, superior);
  }
}
