package vn.nenmong.consolidation.reorganization;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An organization as it is on the first day of an event, without it.
///
/// @param commune in whose records it stands
/// @param code full, as `NATONG/CB05`
/// @param later whether something is known of it from a later day on
/// @param fresh whether it was founded on that day
public record Unit(
    UUID id,
    UUID commune,
    String code,
    String name,
    String kind,
    @Nullable UUID parent,
    String path,
    @Nullable String superior,
    boolean later,
    boolean fresh) {

  public boolean isCell() {
    return kind.endsWith("cell");
  }

  /// Itself and those above it, from below.
  List<UUID> above() {
    return Stream.of(path.split("\\."))
        .map(label ->
            UUID.fromString(
                label.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
        .toList()
        .reversed();
  }

  public boolean isRoot() {
    return id.equals(commune);
  }

  /// A village, as far as an event needs it.
  ///
  /// @param cell that leads it, or null
  /// @param top the commune that it lies in on the day
  /// @param form how its members meet: [#OWN], [#JOINT], or null where that is not known
  /// @param fresh whether it was founded on the day
  public record Village(
      UUID id,
      UUID commune,
      UUID top,
      String code,
      String name,
      @Nullable UUID cell,
      @Nullable String form,
      boolean fresh) {

    static final String OWN = "own";
    static final String JOINT = "joint";
  }

  /// @param village where they live, or null
  public record Member(
      UUID id, String name, @Nullable String card, @Nullable UUID village, boolean official) {}

  public record Candidate(UUID id, String name, @Nullable UUID village) {}

  /// @param tasks that are not done
  /// @param meetings that are planned
  record Ahead(int tasks, int meetings) {}

  /// @param official of all the members
  record Strength(int members, int official) {
    static final Strength NONE = new Strength(0, 0);

    Strength and(Strength other) {
      return new Strength(members + other.members, official + other.official);
    }

    Strength less(Strength other) {
      return new Strength(members - other.members, official - other.official);
    }
  }

  public record Officer(UUID person, String name, String title, String role) {}

  /// An account with a part in a unit.
  public record Access(String username, String displayName, UUID unit) {}
}
