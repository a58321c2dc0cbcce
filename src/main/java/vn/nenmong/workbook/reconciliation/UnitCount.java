package vn.nenmong.workbook.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.workbook.mapping.Place;
import vn.nenmong.workbook.reconciliation.ReconciliationRepository.Said;

/// How many members a cell or the commune has by each side.
///
/// @param unit null for a cell that only their list has
/// @param name ours, else theirs
/// @param listed on their list, or null where there is none
/// @param said by their numbers, or null where they told none
/// @param cells how many cells there are, of the commune alone
/// @param cellsListed different cells on their list
public record UnitCount(
    @Nullable OrganizationRef unit,
    String name,
    int ours,
    @Nullable Integer listed,
    @Nullable Integer said,
    @Nullable Integer cells,
    @Nullable Integer cellsListed,
    @Nullable Integer cellsSaid) {

  /// By how many theirs are more: by their numbers, else by their list; null where they say
  /// nothing.
  public @Nullable Integer difference() {
    Integer theirs = said != null ? said : listed;
    return theirs == null ? null : theirs - ours;
  }

  public @Nullable Integer cellsDifference() {
    Integer theirs = cellsSaid != null ? cellsSaid : cellsListed;
    return theirs == null || cells == null ? null : theirs - cells;
  }

  public boolean isCommune() {
    return cells != null;
  }

  /// The commune, its cells, then those that only their list has.
  ///
  /// @param units of the commune on the day, its root first
  static List<UnitCount> of(
      Reconciliation reconciliation,
      Compared compared,
      Map<UUID, Integer> members,
      List<OrganizationRef> units,
      Map<UUID, Said> said) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Integer> listed = new HashMap<>();
    for (Line line : compared.lines()) {
      Theirs theirs = line.theirs();
      if (theirs != null && (line.ours() != null || !theirs.hasLeft())) {
        String words = Objects.requireNonNullElse(theirs.told().cell(), "");
        names.putIfAbsent(Place.key(words), words);
        listed.merge(Place.key(words), 1, Integer::sum);
      }
    }
    int cellsListed = (int) names.keySet().stream().filter(key -> !key.isEmpty()).count();
    boolean hasList = reconciliation.hasList();
    List<UnitCount> counts = new ArrayList<>();
    List<OrganizationRef> cells = units.stream().filter(OrganizationRef::isCell).toList();
    OrganizationRef root = units.getFirst();
    Said whole = said.getOrDefault(root.id(), new Said(null, null));
    counts.add(
        new UnitCount(
            root,
            root.name(),
            members.values().stream().mapToInt(Integer::intValue).sum(),
            hasList ? compared.theirs() : null,
            whole.members(),
            cells.size(),
            hasList ? cellsListed : null,
            whole.cells()));
    for (OrganizationRef cell : cells) {
      Integer there = listed.remove(Place.key(cell.name()));
      counts.add(
          new UnitCount(
              cell,
              cell.name(),
              members.getOrDefault(cell.id(), 0),
              hasList ? Objects.requireNonNullElse(there, 0) : null,
              said.getOrDefault(cell.id(), new Said(null, null)).members(),
              null,
              null,
              null));
    }
    names.forEach((key, words) -> {
      Integer there = listed.get(key);
      if (there != null) {
        counts.add(new UnitCount(null, words, 0, there, null, null, null, null));
      }
    });
    return counts;
  }
}
