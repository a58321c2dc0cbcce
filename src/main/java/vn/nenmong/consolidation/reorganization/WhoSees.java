package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.reorganization.Plan.Told;

/// Which accounts see, from the day of an event on, what they did not see before, or no longer what
/// they saw: whoever has a part in a unit sees all that lies below it.
final class WhoSees {

  /// Something that goes to another place in the tree.
  ///
  /// @param before where it lay, itself among them
  /// @param after where it lies from the day on
  private record Going(String name, Set<UUID> before, Set<UUID> after) {}

  private final ReorganizationRepository units;
  private final Scope scope;
  private final LocalDate day;
  private final Map<UUID, @Nullable UUID> parents = new HashMap<>();
  private final List<Going> going = new ArrayList<>();

  WhoSees(ReorganizationRepository units, Scope scope, LocalDate day) {
    this.units = units;
    this.scope = scope;
    this.day = day;
  }

  /// @param carry names of accounts that keep in the heir what they may do in a unit that ends
  List<Told> of(
      List<Plan.Found> founded,
      List<Plan.Change> changes,
      List<Plan.Move> moves,
      Map<UUID, Plan.Ended> ended,
      Collection<String> carry,
      Map<UUID, String> names) {
    founded.forEach(unit -> parents.put(unit.id(), unit.parent()));
    changes.stream()
        .filter(change -> change.parent() != null)
        .forEach(change -> parents.put(change.unit(), change.parent()));
    for (Plan.Move move : moves) {
      going.add(
          new Going(
              name(move.from(), names) + " → " + name(move.to(), names),
              before(move.from()),
              after(move.to())));
    }
    for (Plan.Change change : changes) {
      UUID parent = change.parent();
      if (parent != null && !goesAlong(change.unit(), parent, ended)) {
        going.add(
            new Going(name(change.unit(), names), before(change.unit()), after(change.unit())));
      }
    }
    ended.forEach((unit, end) -> {
      if (end.heir() == null) {
        going.add(new Going(end.name(), Set.of(unit), Set.of()));
      }
    });
    return told(founded, ended, carry);
  }

  /// Whether all that lay below the same unit went to its heir, which is told of that unit.
  private boolean goesAlong(UUID unit, UUID parent, Map<UUID, Plan.Ended> ended) {
    return units
        .byId(scope, unit, day)
        .map(Unit::parent)
        .map(ended::get)
        .filter(end -> parent.equals(end.heir()))
        .isPresent();
  }

  private List<Told> told(
      List<Plan.Found> founded, Map<UUID, Plan.Ended> ended, Collection<String> carry) {
    Set<UUID> all = new HashSet<>();
    going.forEach(one -> {
      all.addAll(one.before());
      all.addAll(one.after());
    });
    founded.forEach(unit -> all.addAll(after(unit.id())));
    Map<UUID, Set<String>> by = new HashMap<>();
    Map<String, String> shown = new HashMap<>();
    for (Unit.Access access : units.accesses(scope, all, day)) {
      shown.put(access.username(), "%s (%s)".formatted(access.displayName(), access.username()));
      by.computeIfAbsent(access.unit(), _ -> new HashSet<>()).add(access.username());
    }
    ended.forEach((unit, end) ->
        by.getOrDefault(unit, Set.of()).stream()
            .filter(carry::contains)
            .toList()
            .forEach(account -> by.computeIfAbsent(end.heir(), _ -> new HashSet<>()).add(account)));
    Map<String, Set<String>> lost = new TreeMap<>();
    Map<String, Set<String>> won = new TreeMap<>();
    for (Going one : going) {
      Set<String> had = accounts(one.before(), by);
      Set<String> have = accounts(one.after(), by);
      had.stream()
          .filter(account -> !have.contains(account))
          .forEach(account -> put(lost, shown.get(account), one.name()));
      have.stream()
          .filter(account -> !had.contains(account))
          .forEach(account -> put(won, shown.get(account), one.name()));
    }
    List<Told> told = new ArrayList<>();
    lost.forEach((account, what) -> told.add(told("loses", account, String.join("; ", what))));
    won.forEach((account, what) -> told.add(told("gains", account, String.join("; ", what))));
    founded.stream()
        .filter(unit -> unit.id().equals(unit.commune()) && unit.parent() == null)
        .filter(unit -> accounts(after(unit.id()), by).isEmpty())
        .forEach(unit -> told.add(told("nobody", String.valueOf(unit.as().name()))));
    return told;
  }

  private static void put(Map<String, Set<String>> all, @Nullable String account, String what) {
    all.computeIfAbsent(String.valueOf(account), _ -> new LinkedHashSet<>()).add(what);
  }

  private static Told told(String code, Object... arguments) {
    return Told.of("consolidation.reorganization.access." + code, arguments);
  }

  private static Set<String> accounts(Set<UUID> of, Map<UUID, Set<String>> by) {
    Set<String> accounts = new HashSet<>();
    of.forEach(unit -> accounts.addAll(by.getOrDefault(unit, Set.of())));
    return accounts;
  }

  private String name(UUID unit, Map<UUID, String> names) {
    String known = names.get(unit);
    return known != null
        ? known
        : units.byId(scope, unit, day).map(Unit::name).orElse(unit.toString());
  }

  private Set<UUID> before(UUID unit) {
    return units
        .byId(scope, unit, day)
        .map(one -> new LinkedHashSet<>(one.above()))
        .orElseGet(() -> new LinkedHashSet<>(List.of(unit)));
  }

  /// Up the tree as it is from the day on.
  private Set<UUID> after(UUID unit) {
    Set<UUID> above = new LinkedHashSet<>();
    for (UUID one : parents.containsKey(unit) ? List.of(unit) : before(unit)) {
      above.add(one);
      if (parents.containsKey(one)) {
        UUID parent = parents.get(one);
        if (parent != null) {
          above.addAll(after(parent));
        }
        break;
      }
    }
    return above;
  }
}
