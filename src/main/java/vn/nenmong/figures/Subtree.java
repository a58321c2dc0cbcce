package vn.nenmong.figures;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.support.SqlArrayValue;
import vn.nenmong.organization.OrganizationRef;

/// An organization with all that was below it in a period: at its last day, and what ended within
/// it where it last stood. Found once, within the scope of who asks; all counting goes by its ids.
///
/// @param top as it was on the last day
record Subtree(OrganizationRef top, List<Part> parts) {

  /// @param open whether it was there on the last day
  record Part(UUID id, UUID communeId, String kind, boolean open) {
    boolean isCell() {
      return kind.equals("cell") || kind.equals("grassroots_cell");
    }

    boolean isCommune() {
      return id.equals(communeId) && !isAboveCommunes();
    }

    boolean isAboveCommunes() {
      return kind.equals("province") || kind.equals("district");
    }
  }

  Subtree {
    parts = List.copyOf(parts);
  }

  boolean isCell() {
    return top.isCell();
  }

  /// The communes that lie in it whole.
  List<UUID> communes() {
    return parts.stream().filter(Part::isCommune).map(Part::id).toList();
  }

  /// The communes that it lies in or holds: theirs are the registers it is counted from.
  List<UUID> communesOfAll() {
    List<UUID> found =
        parts.stream()
            .filter(part -> !part.isAboveCommunes())
            .map(Part::communeId)
            .distinct()
            .toList();
    return found.isEmpty() ? List.of(top.communeId()) : found;
  }

  boolean means(Whose whose) {
    return switch (whose) {
      case ANY -> true;
      case COMMITTEE -> !isCell();
      case COMMUNE -> !communes().isEmpty();
    };
  }

  /// Ids as an array of the database's own: written as text it would be read anew for each row.
  static SqlArrayValue array(List<UUID> ids) {
    return new SqlArrayValue("uuid", ids.toArray());
  }

  SqlArrayValue array(Predicate<Part> which) {
    return array(parts.stream().filter(which).map(Part::id).toList());
  }
}
