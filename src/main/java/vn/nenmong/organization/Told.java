package vn.nenmong.organization;

import org.jspecify.annotations.Nullable;

/// An organization whose day or period is told, and by which units.
///
/// @param organization as it was then, or as it is today, by the units
/// @param there whether it was there on the day
public record Told(OrganizationRef organization, Units units, boolean there) {

  public boolean isNow() {
    return units.isNow();
  }

  /// As an address asks for it by some units; none for one that was not there then.
  public @Nullable String code(Units by) {
    return by.isNow() || there ? organization.fullCode() : null;
  }
}
