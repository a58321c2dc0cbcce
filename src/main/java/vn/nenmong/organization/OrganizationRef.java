package vn.nenmong.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Apart;

/// An organization as it was on a day.
///
/// @param code as the commune writes it; unique in the system for a root, in its commune for others
/// @param kind as stored: `grassroots_committee`, `sub_committee`, `cell` …
/// @param path ltree path from the root to itself, on that day
public record OrganizationRef(
    UUID id,
    UUID communeId,
    String communeCode,
    String code,
    String name,
    String kind,
    String path) {

  public boolean isCommune() {
    return id.equals(communeId);
  }

  public boolean isCell() {
    return kind.endsWith("cell");
  }

  /// Whether it has communes below it, and no members of its own.
  public boolean isAboveCommunes() {
    return kind.equals("province") || kind.equals("district");
  }

  /// The code outside its commune: `NATONG` for the root, `NATONG/CB01` for others.
  public String fullCode() {
    return isCommune() ? code : communeCode + "/" + code;
  }

  /// The commune in whose records all of some stand, or null where that is not one.
  public static @Nullable UUID commune(Collection<OrganizationRef> units) {
    List<UUID> communes = units.stream().map(OrganizationRef::communeId).distinct().toList();
    return communes.size() == 1 ? communes.getFirst() : null;
  }

  /// Their names, one after the other.
  public static String joined(Collection<OrganizationRef> units) {
    return units.stream().map(OrganizationRef::name).collect(Collectors.joining(", "));
  }

  /// The names of those of one list by their ids, with the full code where two have the same.
  public static Map<UUID, String> names(Collection<OrganizationRef> units) {
    return Apart.names(
        units, OrganizationRef::id, OrganizationRef::name, OrganizationRef::fullCode);
  }
}
