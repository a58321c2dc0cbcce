package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Scope;

/// How many members the grassroots organizations have after an event, of those that gain or lose
/// some by it and those that become one.
final class Grassroots {

  private final ReorganizationRepository units;
  private final Scope scope;
  private final LocalDate day;
  private final Map<UUID, Plan.Found> founded = new HashMap<>();
  private final Map<UUID, Optional<UUID>> known = new HashMap<>();
  private final Map<UUID, Unit.Strength> strengths = new LinkedHashMap<>();

  Grassroots(ReorganizationRepository units, Scope scope, LocalDate day, List<Plan.Found> founded) {
    this.units = units;
    this.scope = scope;
    this.day = day;
    for (Plan.Found unit : founded) {
      this.founded.put(unit.id(), unit);
      if (isOne(unit)) {
        strengths.put(unit.id(), Unit.Strength.NONE);
      }
    }
  }

  private static boolean isOne(@Nullable String kind) {
    return kind != null && kind.startsWith("grassroots_");
  }

  private static boolean isOne(Plan.Found unit) {
    return isOne(unit.as().kind());
  }

  /// By the id of each.
  Map<UUID, Unit.Strength> after(List<Plan.Change> changes, List<Plan.Move> moves) {
    Set<UUID> gone = new HashSet<>();
    for (Plan.Move move : moves) {
      List<Unit.Member> members =
          units.members(move.from(), day).stream()
              .filter(member -> move.people() == null || move.people().contains(member.id()))
              .filter(member -> gone.add(member.id()))
              .toList();
      int official = Math.toIntExact(members.stream().filter(Unit.Member::official).count());
      go(of(move.from()), of(move.to()), new Unit.Strength(members.size(), official));
    }
    for (Plan.Change change : changes) {
      Unit unit = units.byId(scope, change.unit(), day).orElse(null);
      if (unit == null) {
        continue;
      }
      if (isOne(change.kind())) {
        strengths.put(unit.id(), units.strength(unit.path(), day));
      }
      if (change.parent() != null && unit.parent() != null && !isOne(unit.kind())) {
        go(of(unit.parent()), of(change.parent()), units.strength(unit.path(), day));
      }
    }
    return strengths;
  }

  private void go(Optional<UUID> from, Optional<UUID> to, Unit.Strength some) {
    if (!from.equals(to)) {
      from.ifPresent(unit -> strengths.put(unit, strength(unit).less(some)));
      to.ifPresent(unit -> strengths.put(unit, strength(unit).and(some)));
    }
  }

  private Unit.Strength strength(UUID unit) {
    Unit.Strength so = strengths.get(unit);
    return so != null
        ? so
        : units
            .byId(scope, unit, day)
            .map(one -> units.strength(one.path(), day))
            .orElse(Unit.Strength.NONE);
  }

  /// The grassroots organization that a unit is or lies in.
  private Optional<UUID> of(UUID unit) {
    Plan.Found found = founded.get(unit);
    if (found == null) {
      return known.computeIfAbsent(unit, id -> units.grassrootsOf(scope, id, day));
    }
    return isOne(found) ? Optional.of(unit) : Optional.ofNullable(found.parent()).flatMap(this::of);
  }
}
