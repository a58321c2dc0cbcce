package vn.nenmong.consolidation.reorganization;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the wizard offers: what an event can be asked of, and of those that were chosen what
/// belongs to them.
///
/// @param units organizations, or villages in an event of villages
/// @param villages of the one that is split
/// @param members of the one that is split
/// @param below units below the one that is split
/// @param officers of those that end
/// @param accounts with a part of their own in those that end
public record Choices(
    List<Choice> units,
    List<Unit.Village> villages,
    List<Unit.Member> members,
    List<Unit> below,
    List<Unit.Officer> officers,
    List<String> accounts) {

  public record Choice(UUID id, String code, String name, String kind, int depth) {

    public boolean isCell() {
      return kind.endsWith("cell");
    }
  }

  /// Names of those that were chosen.
  public String chosen(List<String> codes) {
    return units.stream()
        .filter(unit -> codes.contains(unit.code()))
        .map(Choice::name)
        .collect(Collectors.joining(", "));
  }

  /// Those that may stand above others.
  public List<Choice> committees() {
    return units.stream().filter(unit -> !unit.isCell() && !unit.kind().equals("village")).toList();
  }
}
