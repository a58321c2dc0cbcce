package vn.nenmong.consolidation.reorganization;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.kernel.text.Vietnamese;

/// What the wizard offers: what an event can be asked of, and of those that were chosen what
/// belongs to them.
///
/// @param units organizations, or villages in an event of villages
/// @param givers the one that is split, or those that a new one is founded from
/// @param below units below the one that is split
/// @param officers of those that end
/// @param accounts with a part of their own in those that end
/// @param leading the cells of the villages that become one
public record Choices(
    List<Choice> units,
    List<Giver> givers,
    List<Unit> below,
    List<Holder> officers,
    List<Unit.Access> accounts,
    List<Choice> leading) {

  private static final int MOST = 200;

  /// @param commune that gave it its code: after a merger the one that it came from; null of a
  ///   commune itself, and of what is above communes
  public record Choice(
      UUID id,
      String code,
      String name,
      String kind,
      int depth,
      @Nullable UUID parent,
      @Nullable String commune) {

    public boolean isCell() {
      return kind.endsWith("cell");
    }
  }

  /// @param more how many there are besides, too many to be listed
  public record Offer(List<Choice> units, int more) {}

  /// Who holds an office.
  ///
  /// @param of the name of the one that they hold it in
  public record Holder(String of, Unit.Officer officer) {}

  /// One that others take villages and members of.
  public record Giver(String name, List<Unit.Village> villages, List<Unit.Member> members) {}

  public List<Unit.Village> villages() {
    return givers.stream().flatMap(giver -> giver.villages().stream()).toList();
  }

  public List<Unit.Member> members() {
    return givers.stream().flatMap(giver -> giver.members().stream()).toList();
  }

  /// Names of those that were chosen.
  public String chosen(List<String> codes) {
    return units.stream()
        .filter(unit -> codes.contains(unit.code()))
        .map(this::name)
        .collect(Collectors.joining(", "));
  }

  /// Its name, and where another has the same, its code and the commune of that too.
  public String name(Choice unit) {
    return isNamedOnce(unit) ? unit.name() : unit.name() + " (" + whereabouts(unit) + ")";
  }

  /// What stands beside its name: the code, and where another has the same name, its commune.
  public String beside(Choice unit) {
    return isNamedOnce(unit) ? unit.code() : whereabouts(unit);
  }

  private static String whereabouts(Choice unit) {
    return unit.commune() == null ? unit.code() : unit.code() + ", " + unit.commune();
  }

  private boolean isNamedOnce(Choice unit) {
    return units.stream().filter(other -> other.name().equals(unit.name())).limit(2).count() == 1;
  }

  /// What is offered to choose from: what was chosen already, and of the rest those whose name or
  /// code has all words that are looked for.
  public Offer offered(ReorganizationForm form) {
    List<String> words = List.of(Vietnamese.fold(form.words()).split(" "));
    List<Choice> found =
        (form.kind() == Kind.FOUND ? cells() : units)
            .stream()
                .filter(unit ->
                    form.units().contains(unit.code())
                        || words.stream()
                            .allMatch(Vietnamese.fold(unit.name() + " " + unit.code())::contains))
                .sorted(Comparator.comparing(unit -> !form.units().contains(unit.code())))
                .toList();
    return new Offer(found.stream().limit(MOST).toList(), Math.max(0, found.size() - MOST));
  }

  /// Those that have members of their own.
  public List<Choice> cells() {
    return units.stream().filter(Choice::isCell).toList();
  }

  /// The code of the body above the first of those that were chosen; empty where none was.
  public String above(List<String> codes) {
    return units.stream()
        .filter(unit -> codes.contains(unit.code()))
        .flatMap(unit -> units.stream().filter(above -> above.id().equals(unit.parent())))
        .map(Choice::code)
        .findFirst()
        .orElse("");
  }

  /// Those that may stand above others.
  public List<Choice> committees() {
    return units.stream().filter(unit -> !unit.isCell() && !unit.kind().equals("village")).toList();
  }
}
