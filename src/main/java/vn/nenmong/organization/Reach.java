package vn.nenmong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.nenmong.access.Scope;

/// The part of one commune that someone may see on a day, and the unit they chose in it.
///
/// @param commune its root's id
/// @param units every organization of it that the scope reaches, the highest first, then by code
/// @param chosen the unit that a list is narrowed to, or empty for all
public record Reach(
    Scope scope,
    LocalDate day,
    UUID commune,
    List<OrganizationRef> units,
    Optional<OrganizationRef> chosen) {

  public Reach {
    units = List.copyOf(units);
  }

  /// The cells of the chosen unit and below it, by code: the cells that a list is of.
  public List<UUID> cells() {
    return units.stream()
        .filter(OrganizationRef::isCell)
        .filter(unit -> chosen.isEmpty() || isWithin(unit, chosen.get()))
        .map(OrganizationRef::id)
        .toList();
  }

  /// In whose records its people stand: its own, and those of the communes that it came of.
  public List<UUID> communes() {
    return Stream.concat(Stream.of(commune), units.stream().map(OrganizationRef::communeId))
        .distinct()
        .toList();
  }

  /// The highest of the units that a list is of.
  public List<OrganizationRef> tops() {
    return chosen
        .map(List::of)
        .orElseGet(() ->
            units.stream()
                .filter(unit -> units.stream().noneMatch(other -> isBelow(unit, other)))
                .toList());
  }

  /// Whether the list is of the whole commune.
  public boolean isWholeCommune() {
    return chosen.map(OrganizationRef::isCommune).orElse(units.getFirst().isCommune());
  }

  private static boolean isWithin(OrganizationRef unit, OrganizationRef top) {
    return unit.path().equals(top.path()) || isBelow(unit, top);
  }

  private static boolean isBelow(OrganizationRef unit, OrganizationRef top) {
    return unit.path().startsWith(top.path() + ".");
  }
}
