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
/// @param ofSeveral their list names no cell of ours alone, but several have that name
public record UnitCount(
    @Nullable OrganizationRef unit,
    String name,
    int ours,
    @Nullable Integer listed,
    @Nullable Integer said,
    @Nullable Integer cells,
    @Nullable Integer cellsListed,
    @Nullable Integer cellsSaid,
    boolean ofSeveral) {

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
    List<OrganizationRef> cells = units.stream().filter(OrganizationRef::isCell).toList();
    var listed = new Listed(cells);
    compared.lines().forEach(listed::add);
    boolean hasList = reconciliation.hasList();
    List<UnitCount> counts = new ArrayList<>();
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
            hasList ? listed.cells() : null,
            whole.cells(),
            false));
    Map<UUID, String> names = OrganizationRef.names(cells);
    for (OrganizationRef cell : cells) {
      counts.add(
          new UnitCount(
              cell,
              names.getOrDefault(cell.id(), cell.name()),
              members.getOrDefault(cell.id(), 0),
              hasList ? listed.of(cell) : null,
              said.getOrDefault(cell.id(), new Said(null, null)).members(),
              null,
              null,
              null,
              false));
    }
    for (Unknown one : listed.unknown.values()) {
      counts.add(
          new UnitCount(
              null, one.words(), 0, one.members(), null, null, null, null, one.ofSeveral()));
    }
    return counts;
  }

  /// How many their list has by cell: by the cell that its words mean, or where ours has several of
  /// that name, by the one of them that has the member here.
  private static final class Listed {

    private final List<OrganizationRef> cells;
    private final Map<String, List<UUID>> meant = new HashMap<>();
    private final Map<UUID, Integer> known = new HashMap<>();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();

    Listed(List<OrganizationRef> cells) {
      this.cells = cells;
    }

    void add(Line line) {
      Theirs theirs = line.theirs();
      if (theirs == null || (line.ours() == null && theirs.hasLeft())) {
        return;
      }
      String words = Objects.requireNonNullElse(theirs.told().cell(), "");
      List<UUID> found = meant.computeIfAbsent(words, this::meantBy);
      UUID here = line.ours() == null ? null : line.ours().cell();
      if (found.size() == 1) {
        known.merge(found.getFirst(), 1, Integer::sum);
      } else if (here != null && found.contains(here)) {
        known.merge(here, 1, Integer::sum);
      } else {
        unknown.merge(
            Place.key(words), new Unknown(words, 1, !found.isEmpty()), (one, _) -> one.andOne());
      }
    }

    private List<UUID> meantBy(String words) {
      return cells.stream()
          .filter(cell -> new Place(cell.code(), cell.name()).isMeantBy(words))
          .map(OrganizationRef::id)
          .toList();
    }

    int of(OrganizationRef cell) {
      return known.getOrDefault(cell.id(), 0);
    }

    /// A name of several is a cell more only where none of them is known to be on the list.
    int cells() {
      return known.size()
          + (int)
              unknown.values().stream()
                  .filter(one -> !one.words().isEmpty())
                  .filter(one ->
                      meant.getOrDefault(one.words(), List.of()).stream()
                          .noneMatch(known::containsKey))
                  .count();
    }
  }

  /// What their list calls a cell, where it is not known which of ours that is.
  private record Unknown(String words, int members, boolean ofSeveral) {

    Unknown andOne() {
      return new Unknown(words, members + 1, ofSeveral);
    }
  }
}
