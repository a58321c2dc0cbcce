package vn.nenmong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Scope;

/// The part of one commune that someone may see on a day, and what they chose in it. Of an earlier
/// day it may be several communes, which are one today.
///
/// @param roots ids of the communes
/// @param units every organization of theirs that the scope reaches, commune by commune, the
///   highest first, then by code
/// @param present the organizations of today that came of them, and were not there on that day
/// @param chosen the units that a list is narrowed to; none for all
public record Reach(
    Scope scope,
    LocalDate day,
    List<UUID> roots,
    List<OrganizationRef> units,
    List<OrganizationRef> present,
    List<OrganizationRef> chosen) {

  public Reach {
    roots = List.copyOf(roots);
    units = List.copyOf(units);
    present = List.copyOf(present);
    chosen = List.copyOf(chosen);
  }

  /// The cells of the chosen units and below them, by code: the cells that a list is of.
  public List<UUID> cells() {
    return units.stream()
        .filter(OrganizationRef::isCell)
        .filter(unit -> chosen.isEmpty() || chosen.stream().anyMatch(top -> isWithin(unit, top)))
        .map(OrganizationRef::id)
        .toList();
  }

  /// The commune, or null where it is of several.
  public @Nullable UUID commune() {
    return roots.size() == 1 ? roots.getFirst() : null;
  }

  /// In whose records its people stand: its own, and those of the communes that it came of.
  public List<UUID> communes() {
    return Stream.concat(roots.stream(), units.stream().map(OrganizationRef::communeId))
        .distinct()
        .toList();
  }

  /// The highest of the units that a list is of.
  public List<OrganizationRef> tops() {
    List<OrganizationRef> of = chosen.isEmpty() ? units : chosen;
    return of.stream()
        .filter(unit -> of.stream().noneMatch(other -> isBelow(unit, other)))
        .toList();
  }

  /// What a list is of, by name.
  public String name() {
    return OrganizationRef.joined(tops());
  }

  /// What can be chosen, by name; those of one name told apart.
  public Map<UUID, String> names() {
    return OrganizationRef.names(Stream.concat(units.stream(), present.stream()).toList());
  }

  /// Whether the list is of whole communes.
  public boolean isWholeCommune() {
    return tops().stream().allMatch(OrganizationRef::isCommune);
  }

  private static boolean isWithin(OrganizationRef unit, OrganizationRef top) {
    return unit.path().equals(top.path()) || isBelow(unit, top);
  }

  private static boolean isBelow(OrganizationRef unit, OrganizationRef top) {
    return unit.path().startsWith(top.path() + ".");
  }
}
