package vn.nenmong.consolidation.reorganization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.reorganization.Plan.Told;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// An event of organizations as it is worked out.
final class DraftOfUnits extends Draft {

  private static final Set<String> KINDS =
      Set.of("grassroots_committee", "sub_committee", "cell", "grassroots_cell");

  /// The highest first; who holds another office belongs to no committee by it.
  private static final List<String> ROLES =
      List.of(
          "secretary",
          "standing_deputy_secretary",
          "deputy_secretary",
          "standing_board_member",
          "committee_member");

  private final Rulebooks rulebooks;
  private final Map<String, Unit> found = new HashMap<>();
  private final Map<String, UUID> ids = new HashMap<>();
  private final Map<UUID, Integer> officials = new HashMap<>();
  private final Map<UUID, String> kinds = new HashMap<>();

  DraftOfUnits(
      ReorganizationRepository units, Rulebooks rulebooks, Scope scope, Reorganization event) {
    super(units, scope, event);
    this.rulebooks = rulebooks;
  }

  @Override
  void work() {
    List<String> codes = event.units().stream().distinct().toList();
    List<Unit> from = codes.stream().flatMap(code -> unit(code).stream()).toList();
    if (from.size() < codes.size()) {
      return;
    }
    if (!hasShape(from)) {
      return;
    }
    List<UUID> to = new ArrayList<>();
    for (Into into : event.into()) {
      Optional<UUID> id =
          event.kind() == Kind.RENAME || event.kind() == Kind.CHANGE_KIND
              ? Optional.of(from.getFirst().id())
              : into(into, from);
      if (id.isEmpty()) {
        return;
      }
      to.add(id.get());
    }
    switch (event.kind()) {
      case FOUND -> foundOne(to.getFirst());
      case MERGE, DISSOLVE -> gather(from, to.isEmpty() ? null : to.getFirst());
      case SPLIT -> split(from.getFirst(), to);
      case MOVE -> from.forEach(unit -> move(unit, to.getFirst()));
      case RENAME -> rename(from.getFirst());
      case CHANGE_KIND -> changeKind(from.getFirst());
      default -> throw new IllegalStateException(event.kind().code());
    }
    howVillagesMeet();
    officesThatBegin();
    whoHoldsWhat();
    accesses.addAll(
        new WhoSees(units, scope, day).of(founded, changes, moves, ended, event.carry(), names));
    whatRulesSay(from);
  }

  private boolean hasShape(List<Unit> from) {
    int into = event.into().size();
    boolean right =
        switch (event.kind()) {
          case FOUND -> from.isEmpty() && into == 1 && event.into().getFirst().isNew();
          case MERGE ->
              into == 1
                  && (from.size() > 1
                      || (from.size() == 1
                          && !event.into().getFirst().isNew()
                          && !from.getFirst().code().equals(event.into().getFirst().unit())));
          case SPLIT -> from.size() == 1 && into > 1;
          case MOVE -> !from.isEmpty() && into == 1 && !event.into().getFirst().isNew();
          case RENAME -> from.size() == 1 && into == 1 && event.into().getFirst().name() != null;
          case CHANGE_KIND ->
              from.size() == 1 && into == 1 && event.into().getFirst().kind() != null;
          case DISSOLVE ->
              !from.isEmpty() && into <= 1 && event.into().stream().noneMatch(Into::isNew);
          default -> false;
        };
    if (!right) {
      problem("shape." + event.kind().code());
    }
    return right;
  }

  private Optional<Unit> unit(String code) {
    Optional<Unit> unit = units.unit(scope, code, day);
    if (unit.isEmpty()) {
      problem("unknown", code, date(day));
      return unit;
    }
    found.put(code, unit.get());
    ids.put(code, unit.get().id());
    names.put(unit.get().id(), unit.get().name());
    kinds.put(unit.get().id(), unit.get().kind());
    if (unit.get().later()) {
      problem("later", unit.get().name(), date(day));
    }
    return unit;
  }

  /// The unit that something goes to.
  ///
  /// @param from whose commune, place and kind a new one has where nothing else is said
  private Optional<UUID> into(Into into, List<Unit> from) {
    if (!into.isNew()) {
      String code = Objects.requireNonNull(into.unit());
      Unit known = found.get(code);
      return (known == null ? unit(code) : Optional.of(known)).map(Unit::id);
    }
    if (into.code() == null
        || into.code().isBlank()
        || into.name() == null
        || into.name().isBlank()) {
      problem("newNeeds");
      return Optional.empty();
    }
    Unit like = from.isEmpty() ? null : from.getFirst();
    String kind = into.kind() == null ? like == null ? "" : like.kind() : into.kind();
    if (!KINDS.contains(kind)) {
      problem("kind", kind);
      return Optional.empty();
    }
    Unit above = null;
    if (into.parent() != null) {
      above = found.get(into.parent());
      if (above == null) {
        above = units.unit(scope, into.parent(), day).orElse(null);
      }
      if (above == null) {
        problem("unknown", into.parent(), date(day));
        return Optional.empty();
      }
    } else if (like != null && !like.isRoot()) {
      above = parent(like);
    }
    boolean root = above == null || (kind.equals("grassroots_committee") && isAboveCommunes(above));
    if (above != null && above.isCell()) {
      problem("belowCell", above.name());
      return Optional.empty();
    }
    if (root && !kind.equals("grassroots_committee")) {
      problem("needsParent", into.name());
      return Optional.empty();
    }
    Set<Optional<UUID>> heads =
        above != null
            ? Set.of(Optional.of(above.id()))
            : from.stream()
                .map(unit ->
                    unit.isRoot() ? Optional.ofNullable(unit.parent()) : Optional.<UUID>empty())
                .collect(Collectors.toSet());
    if (heads.size() > 1) {
      problem("parentsDiffer", into.name());
      return Optional.empty();
    }
    if (above == null && (like == null || !like.isRoot()) && !scope.reaches("")) {
      problem("foundAlone", into.name());
      return Optional.empty();
    }
    UUID head = heads.stream().flatMap(Optional::stream).findFirst().orElse(null);
    UUID id = UUID.randomUUID();
    UUID commune = root ? id : Objects.requireNonNull(above).commune();
    if (units.isTaken(root ? null : commune, into.code())) {
      problem("codeTaken", into.code());
      return Optional.empty();
    }
    Into complete =
        new Into(
            null,
            into.code().strip(),
            into.name().strip(),
            kind,
            into.parent(),
            into.superior(),
            into.cell(),
            into.takes());
    founded.add(new Plan.Found(id, commune, into.code(), complete, head));
    ids.put(into.code(), id);
    names.put(id, into.name());
    kinds.put(id, kind);
    officials.put(id, 0);
    lines.add(
        new Plan.Line(
            into.name(),
            Told.of("consolidation.reorganization.line.founded", date(day)),
            above == null
                ? List.of()
                : List.of(Told.of("consolidation.reorganization.line.below", above.name()))));
    return Optional.of(id);
  }

  private static boolean isAboveCommunes(Unit unit) {
    return unit.kind().equals("province") || unit.kind().equals("district");
  }

  private @Nullable Unit parent(Unit unit) {
    UUID parent = unit.parent();
    return parent == null ? null : units.byId(scope, parent, day).orElse(null);
  }

  private void foundOne(UUID to) {
    Into into = event.into().getFirst();
    if (into.takes() != null) {
      takeFromAnywhere(to, into.takes());
    }
  }

  /// What a new unit takes from whichever unit it is in. Where no members are named, those go who
  /// live in the villages; candidates go with their villages.
  private void takeFromAnywhere(UUID to, Reorganization.Takes takes) {
    Map<UUID, List<UUID>> people = new LinkedHashMap<>();
    for (String wanted : takes.members()) {
      units
          .person(scope, wanted, day)
          .ifPresentOrElse(
              person -> put(people, units.cellOf(person, day), person),
              () -> problem("person", wanted));
    }
    Map<UUID, List<UUID>> led = new LinkedHashMap<>();
    for (String code : takes.villages()) {
      Optional<Unit.Village> village = units.village(scope, code, day);
      if (village.isEmpty()) {
        problem("unknownVillage", code, date(day));
      } else if (village.get().cell() != null) {
        put(led, village.get().cell(), village.get().id());
      } else {
        problem("villageWithoutCell", village.get().name());
      }
    }
    Set<UUID> sources = new LinkedHashSet<>(people.keySet());
    sources.addAll(led.keySet());
    for (UUID source : sources) {
      List<UUID> with = led.getOrDefault(source, List.of());
      List<UUID> some = new ArrayList<>(people.getOrDefault(source, List.of()));
      if (takes.members().isEmpty()) {
        units.members(source, day).stream()
            .filter(member -> member.village() != null && with.contains(member.village()))
            .map(Unit.Member::id)
            .forEach(some::add);
      }
      List<UUID> candidates =
          units.candidates(source, day).stream()
              .filter(one -> one.village() != null && with.contains(one.village()))
              .map(Unit.Candidate::id)
              .toList();
      List<UUID> all = Stream.concat(some.stream(), candidates.stream()).toList();
      moves.add(new Plan.Move(source, to, false, all, with));
      links.add(new Plan.Link(source, to, false));
      officials.merge(to, official(source, some), Integer::sum);
      units
          .byId(scope, source, day)
          .ifPresent(unit -> {
            names.putIfAbsent(source, unit.name());
            kinds.putIfAbsent(source, unit.kind());
            lines.add(
                new Plan.Line(
                    unit.name(),
                    Told.of("consolidation.reorganization.line.gives", name(to)),
                    List.of(
                        Told.of(
                            "consolidation.reorganization.line.given",
                            some.size(),
                            candidates.size(),
                            with.size(),
                            0))));
            officials.put(
                source,
                officials.getOrDefault(source, official(source, null)) - official(source, some));
          });
      some.forEach(person -> leave(source, person));
    }
    takes.units().forEach(code -> unit(code).ifPresent(unit -> move(unit, to)));
  }

  private static void put(Map<UUID, List<UUID>> all, UUID unit, UUID one) {
    all.computeIfAbsent(unit, _ -> new ArrayList<>()).add(one);
  }

  private int official(UUID cell, @Nullable List<UUID> chosen) {
    return Math.toIntExact(
        units.members(cell, day).stream()
            .filter(Unit.Member::official)
            .filter(member -> chosen == null || chosen.contains(member.id()))
            .count());
  }

  /// All of some units goes to one, and they end; the one that it goes to may be among them.
  private void gather(List<Unit> from, @Nullable UUID to) {
    for (Unit unit : from) {
      if (unit.id().equals(to)) {
        officials.merge(unit.id(), official(unit.id(), null), Integer::sum);
        lines.add(
            new Plan.Line(
                unit.name(), Told.of("consolidation.reorganization.line.stays"), List.of()));
        continue;
      }
      if (to != null && unit.isCell() != isCell(to)) {
        problem("mixed", unit.name(), name(to));
        continue;
      }
      List<Told> details = everything(unit, to);
      if (to != null) {
        moves.add(new Plan.Move(unit.id(), to, false, null, null));
        links.add(new Plan.Link(unit.id(), to, true));
        officials.merge(to, official(unit.id(), null), Integer::sum);
      }
      end(unit, to, details);
    }
  }

  private boolean isCell(UUID id) {
    return kinds.getOrDefault(id, "").endsWith("cell");
  }

  /// What belongs to a unit, and where it goes.
  private List<Told> everything(Unit unit, @Nullable UUID to) {
    List<Told> details = new ArrayList<>();
    int members = units.members(unit.id(), day).size();
    int candidates = units.candidates(unit.id(), day).size();
    List<Unit.Village> led = units.villages(scope, unit.id(), day);
    List<Unit> below = units.below(scope, unit.id(), day);
    if (to == null) {
      if (members + candidates + led.size() + below.size() > 0) {
        problem("left", unit.name(), members, candidates, led.size(), below.size());
      }
      return details;
    }
    if (members > 0) {
      details.add(Told.of("consolidation.reorganization.line.members", members));
    }
    if (candidates > 0) {
      details.add(Told.of("consolidation.reorganization.line.candidates", candidates));
    }
    if (!led.isEmpty()) {
      details.add(
          Told.of(
              "consolidation.reorganization.line.villages",
              led.size(),
              led.stream().map(Unit.Village::name).collect(Collectors.joining(", "))));
    }
    if (!below.isEmpty()) {
      details.add(Told.of("consolidation.reorganization.line.units", below.size()));
      below.forEach(child -> move(child, to));
    }
    return details;
  }

  private void split(Unit source, List<UUID> to) {
    boolean goesOn = to.contains(source.id());
    List<Unit.Member> members = units.members(source.id(), day);
    List<Unit.Candidate> candidates = units.candidates(source.id(), day);
    List<Unit.Village> led = units.villages(scope, source.id(), day);
    List<Unit> below = units.below(scope, source.id(), day);
    Set<UUID> gone = new HashSet<>();
    UUID rest = goesOn ? source.id() : null;
    for (int i = 0; i < to.size(); i++) {
      Into into = event.into().get(i);
      UUID target = to.get(i);
      if (target.equals(source.id())) {
        continue;
      }
      Reorganization.Takes takes = into.takes();
      if (takes == null) {
        if (rest != null) {
          problem("nothingTaken", name(target));
        }
        rest = target;
        continue;
      }
      List<UUID> villagesTaken = new ArrayList<>();
      for (String code : takes.villages()) {
        led.stream()
            .filter(village -> village.code().equals(code) || village.code().endsWith("/" + code))
            .findFirst()
            .ifPresentOrElse(
                village -> villagesTaken.add(village.id()),
                () -> problem("unknownVillage", code, date(day)));
      }
      List<UUID> people = new ArrayList<>();
      if (takes.members().isEmpty()) {
        members.stream()
            .filter(member -> member.village() != null && villagesTaken.contains(member.village()))
            .map(Unit.Member::id)
            .forEach(people::add);
      } else {
        for (String wanted : takes.members()) {
          members.stream()
              .filter(
                  member -> member.id().toString().equals(wanted) || wanted.equals(member.card()))
              .findFirst()
              .ifPresentOrElse(member -> people.add(member.id()), () -> problem("person", wanted));
        }
      }
      candidates.stream()
          .filter(one ->
              (one.village() != null && villagesTaken.contains(one.village()))
                  || takes.members().contains(one.id().toString()))
          .map(Unit.Candidate::id)
          .forEach(people::add);
      for (String code : takes.units()) {
        below.stream()
            .filter(child -> child.code().equals(code) || child.code().endsWith("/" + code))
            .findFirst()
            .ifPresentOrElse(
                child -> move(child, target), () -> problem("unknown", code, date(day)));
      }
      if (people.stream().anyMatch(gone::contains)
          || villagesTaken.stream().anyMatch(gone::contains)) {
        problem("takenTwice", name(target));
      }
      gone.addAll(people);
      gone.addAll(villagesTaken);
      moves.add(new Plan.Move(source.id(), target, false, people, villagesTaken));
      links.add(new Plan.Link(source.id(), target, false));
      officials.merge(target, official(source.id(), people), Integer::sum);
      lines.add(
          new Plan.Line(
              source.name(),
              Told.of("consolidation.reorganization.line.gives", name(target)),
              List.of(
                  Told.of(
                      "consolidation.reorganization.line.given",
                      people.stream()
                          .filter(id -> members.stream().anyMatch(m -> m.id().equals(id)))
                          .count(),
                      people.stream()
                          .filter(id -> candidates.stream().anyMatch(c -> c.id().equals(id)))
                          .count(),
                      villagesTaken.size(),
                      takes.units().size()))));
    }
    Set<UUID> movedUnits =
        changes.stream().map(Plan.Change::unit).collect(Collectors.toCollection(HashSet::new));
    if (goesOn) {
      gone.forEach(person -> leave(source.id(), person));
      officials.put(
          source.id(),
          Math.toIntExact(
              members.stream()
                  .filter(Unit.Member::official)
                  .filter(member -> !gone.contains(member.id()))
                  .count()));
      return;
    }
    UUID heir = rest == null ? to.getFirst() : rest;
    if (rest == null) {
      long left = members.stream().filter(member -> !gone.contains(member.id())).count();
      long leftUnits = below.stream().filter(child -> !movedUnits.contains(child.id())).count();
      long leftVillages = led.stream().filter(village -> !gone.contains(village.id())).count();
      long leftCandidates = candidates.stream().filter(one -> !gone.contains(one.id())).count();
      if (left + leftUnits + leftVillages + leftCandidates > 0) {
        problem("left", source.name(), left, leftCandidates, leftVillages, leftUnits);
        return;
      }
    } else {
      below.stream()
          .filter(child -> !movedUnits.contains(child.id()))
          .forEach(child -> move(child, heir));
      moves.add(new Plan.Move(source.id(), heir, false, null, null));
      officials.merge(
          heir,
          Math.toIntExact(
              members.stream()
                  .filter(Unit.Member::official)
                  .filter(member -> !gone.contains(member.id()))
                  .count()),
          Integer::sum);
    }
    links.removeIf(link -> link.successor().equals(heir));
    links.add(new Plan.Link(source.id(), heir, true));
    end(source, heir, List.of());
  }

  private void end(Unit unit, @Nullable UUID heir, List<Told> details) {
    if (unit.fresh()) {
      problem("fresh", unit.name(), date(day));
    }
    int later = units.doneLater(unit.id(), day);
    if (later > 0) {
      problem("doneLater", unit.name(), later, date(day));
    }
    ended.put(unit.id(), new Plan.Ended(unit.name(), false, unit.isRoot(), heir));
    List<Told> all = new ArrayList<>(details);
    List<Unit.Officer> officers = units.officers(unit.id(), day);
    if (!officers.isEmpty()) {
      all.add(Told.of("consolidation.reorganization.line.offices", officers.size()));
    }
    List<Unit.Officer> charges = units.charges(unit.path(), day);
    if (!charges.isEmpty()) {
      all.add(Told.of("consolidation.reorganization.line.charges", charges.size()));
    }
    Unit.Ahead ahead = units.ahead(unit.id(), day);
    if (heir != null && ahead.tasks() > 0) {
      all.add(Told.of("consolidation.reorganization.line.tasks", ahead.tasks()));
    }
    if (heir != null && ahead.meetings() > 0) {
      all.add(Told.of("consolidation.reorganization.line.meetings", ahead.meetings(), name(heir)));
    }
    lines.add(
        new Plan.Line(
            unit.name(),
            heir == null
                ? Told.of("consolidation.reorganization.line.ends", date(day.minusDays(1)))
                : Told.of(
                    "consolidation.reorganization.line.endsInto",
                    date(day.minusDays(1)),
                    name(heir)),
            all));
    if (!officers.isEmpty()
        && event.offices().isEmpty()
        && heir != null
        && units.officers(heir, day).isEmpty()) {
      warnings.add(Told.of("consolidation.reorganization.warning.noOffices", name(heir)));
    }
  }

  private void move(Unit unit, UUID parent) {
    if (isCell(parent)) {
      problem("belowCell", name(parent));
      return;
    }
    if (unit.isRoot()
        && !kinds.getOrDefault(parent, "").equals("province")
        && !kinds.getOrDefault(parent, "").equals("district")) {
      problem("rootBelow", unit.name(), name(parent));
      return;
    }
    Unit above = units.byId(scope, parent, day).orElse(null);
    if (above != null
        && (above.path().equals(unit.path()) || above.path().startsWith(unit.path() + "."))) {
      problem("circle", unit.name(), name(parent));
      return;
    }
    if (unit.later()) {
      problem("later", unit.name(), date(day));
      return;
    }
    changes.add(new Plan.Change(unit.id(), false, null, null, parent, null));
    lines.add(
        new Plan.Line(
            unit.name(),
            Told.of("consolidation.reorganization.line.movesBelow", name(parent)),
            List.of()));
  }

  private void rename(Unit unit) {
    Into as = event.into().getFirst();
    String name = Objects.requireNonNull(as.name()).strip();
    if (name.equals(unit.name())) {
      problem("sameName", name);
    }
    changes.add(new Plan.Change(unit.id(), false, name, null, null, as.superior()));
    lines.add(
        new Plan.Line(
            unit.name(), Told.of("consolidation.reorganization.line.renamed", name), List.of()));
  }

  private void changeKind(Unit unit) {
    Into as = event.into().getFirst();
    String kind = Objects.requireNonNull(as.kind());
    if (!KINDS.contains(kind)) {
      problem("kind", kind);
      return;
    }
    boolean cell = kind.endsWith("cell");
    if (cell && !units.below(scope, unit.id(), day).isEmpty()) {
      problem("cellWithUnits", unit.name());
    }
    if (!cell && !units.members(unit.id(), day).isEmpty()) {
      problem("committeeWithMembers", unit.name());
    }
    if (kind.equals(unit.kind())) {
      problem("sameKind", unit.name());
    }
    kinds.put(unit.id(), kind);
    changes.add(new Plan.Change(unit.id(), false, as.name(), kind, null, null));
    lines.add(
        new Plan.Line(
            unit.name(), Told.of("consolidation.reorganization.line.kind." + kind), List.of()));
  }

  /// A village that is alone in its cell has it of its own; one that comes to a cell with others
  /// meets in theirs. Villages that go to a new cell together meet as they met.
  private void howVillagesMeet() {
    Map<UUID, List<Unit.Village>> led = new LinkedHashMap<>();
    Map<UUID, Set<UUID>> sources = new HashMap<>();
    Set<UUID> given = new HashSet<>();
    Set<UUID> arrived = new HashSet<>();
    for (Plan.Move move : moves) {
      List<Unit.Village> from = led.computeIfAbsent(move.from(), this::led);
      List<UUID> chosen = move.villages();
      List<Unit.Village> some =
          from.stream()
              .filter(village ->
                  move.people() == null || (chosen != null && chosen.contains(village.id())))
              .toList();
      if (!some.isEmpty()) {
        from.removeAll(some);
        led.computeIfAbsent(move.to(), this::led).addAll(some);
        sources.computeIfAbsent(move.to(), _ -> new HashSet<>()).add(move.from());
        given.add(move.from());
        some.forEach(village -> arrived.add(village.id()));
      }
    }
    led.forEach((cell, villages) -> {
      Set<UUID> of = sources.getOrDefault(cell, Set.of());
      boolean isNew = founded.stream().anyMatch(unit -> unit.id().equals(cell));
      if (ended.containsKey(cell) || (of.isEmpty() && !given.contains(cell))) {
        return;
      }
      for (Unit.Village village : villages) {
        boolean comes = arrived.contains(village.id());
        String form =
            villages.size() == 1 && (isNew || !comes)
                ? Unit.Village.OWN
                : comes && !(isNew && of.size() == 1) ? Unit.Village.JOINT : village.form();
        if (form != null && !form.equals(village.form())) {
          meets(village.id(), village.name(), form);
        }
      }
    });
  }

  private List<Unit.Village> led(UUID cell) {
    return units.villages(scope, cell, day).stream()
        .filter(village -> cell.equals(village.cell()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void officesThatBegin() {
    Map<UUID, Integer> secretaries = new HashMap<>();
    for (Reorganization.Office office : event.offices()) {
      UUID unit = ids.get(office.unit());
      Optional<UUID> person = units.person(scope, office.person(), day);
      if (unit == null) {
        problem("officeUnit", office.unit());
      } else if (person.isEmpty()) {
        problem("person", office.person());
      } else {
        if (!ended.containsKey(unit)) {
          leave(unit, person.get());
        }
        if (!office.isNone()) {
          offices.add(new Plan.Begun(unit, person.get(), office.title(), office.role()));
        }
        if (office.role().equals("secretary")) {
          secretaries.merge(unit, 1, Integer::sum);
        }
      }
    }
    event.into().stream()
        .flatMap(
            into -> Stream.ofNullable(into.isNew() ? ids.get(into.code()) : ids.get(into.unit())))
        .distinct()
        .filter(unit -> !ended.containsKey(unit))
        .forEach(unit ->
            units.officers(unit, day).stream()
                .filter(officer -> officer.role().equals("secretary"))
                .filter(officer -> !left.contains(new Plan.Left(unit, officer.person())))
                .forEach(_ -> secretaries.merge(unit, 1, Integer::sum)));
    secretaries.forEach((unit, number) -> {
      if (number > 1) {
        problem("twoSecretaries", name(unit));
      }
    });
  }

  /// What someone holds in a unit that goes on ends: they hold another office there, or none.
  private void leave(UUID unit, UUID person) {
    Plan.Left leaving = new Plan.Left(unit, person);
    List<Unit.Officer> held =
        units.officers(unit, day).stream()
            .filter(officer -> officer.person().equals(person))
            .toList();
    if (held.isEmpty() || left.contains(leaving)) {
      return;
    }
    left.add(leaving);
    lines.add(
        new Plan.Line(
            name(unit),
            Told.of("consolidation.reorganization.line.offices", held.size()),
            List.of()));
  }

  /// By name: who begins an office, in place of what, and who holds none any more.
  private void whoHoldsWhat() {
    Map<UUID, List<Unit.Officer>> ending = new LinkedHashMap<>();
    ended.keySet().forEach(unit -> ending.put(unit, units.officers(unit, day)));
    left.forEach(one ->
        ending
            .computeIfAbsent(one.unit(), _ -> new ArrayList<>())
            .addAll(
                units.officers(one.unit(), day).stream()
                    .filter(officer -> officer.person().equals(one.person()))
                    .toList()));
    Map<UUID, Map<String, String>> former = new LinkedHashMap<>();
    Map<UUID, String> free = new LinkedHashMap<>();
    ending.forEach((unit, officers) ->
        officers.forEach(officer -> {
          free.put(officer.person(), officer.name());
          former
              .computeIfAbsent(officer.person(), _ -> new LinkedHashMap<>())
              .put(held(officer.title(), unit), officer.role());
        }));
    for (Plan.Begun office : offices) {
      String now = held(office.title(), office.unit());
      Map<String, String> of = former.getOrDefault(office.person(), new LinkedHashMap<>());
      String name = units.nameOf(office.person());
      free.remove(office.person());
      boolean same = office.role().equals(of.get(now));
      of.remove(now);
      people.add(
          !of.isEmpty()
              ? told("begins.instead", name, now, String.join("; ", of.keySet()))
              : same ? told("keeps", name, now) : told("begins", name, now));
    }
    free.forEach((person, name) ->
        people.add(
            told("ends", name, String.join("; ", former.getOrDefault(person, Map.of()).keySet()))));
  }

  private String held(String title, UUID unit) {
    return title + ", " + name(unit);
  }

  private static Told told(String code, Object... arguments) {
    return Told.of("consolidation.reorganization.office." + code, arguments);
  }

  private void warn(String code, UUID unit, int number, RuleValue rule) {
    warnings.add(
        new Told(
            "consolidation.reorganization.warning." + code,
            List.of(name(unit), number, rule.integer()),
            rule));
  }

  /// Whether the committee of a cell has more people than it may have, and more deputies.
  private void whatRulesSayOfOffices(UUID unit, Rulebook rules) {
    Map<UUID, String> roles = roles(unit);
    int deputies =
        Math.toIntExact(roles.values().stream().filter(role -> role.contains("deputy")).count());
    rules
        .on(day, Rule.CELL_COMMITTEE_MOST)
        .filter(rule -> roles.containsValue("committee_member") && roles.size() > rule.integer())
        .ifPresent(rule -> warn("largeCommittee", unit, roles.size(), rule));
    rules
        .on(day, Rule.CELL_DEPUTIES)
        .filter(rule -> deputies > rule.integer())
        .ifPresent(rule -> warn("manyDeputies", unit, deputies, rule));
  }

  /// The highest role of each officer of a unit from the day on.
  private Map<UUID, String> roles(UUID unit) {
    Map<UUID, String> roles = new HashMap<>();
    Stream.concat(
            units.officers(unit, day).stream()
                .filter(officer -> !left.contains(new Plan.Left(unit, officer.person())))
                .map(officer -> Map.entry(officer.person(), officer.role())),
            offices.stream()
                .filter(office -> office.unit().equals(unit))
                .map(office -> Map.entry(office.person(), office.role())))
        .filter(held -> ROLES.contains(held.getValue()))
        .forEach(held ->
            roles.merge(
                held.getKey(),
                held.getValue(),
                (a, b) -> ROLES.indexOf(a) < ROLES.indexOf(b) ? a : b));
    return roles;
  }

  /// What the rules of the day say of the committees of communes that are made or go on enlarged.
  private void whatRulesSayOfCommunes(List<Unit> from, Rulebook rules) {
    int communes = Math.toIntExact(from.stream().filter(Unit::isRoot).count());
    Stream.concat(
            founded.stream().filter(unit -> unit.id().equals(unit.commune())).map(Plan.Found::id),
            from.stream()
                .filter(unit -> event.kind() == Kind.MERGE && unit.isRoot())
                .map(Unit::id)
                .filter(unit -> !ended.containsKey(unit)))
        .forEach(unit ->
            warnings.addAll(
                new CommuneCommittee(name(unit), roles(unit).values(), rules, day)
                    .judged(communes)));
  }

  /// What the rules of the day say of the units that come of it. They are told, and a body decides.
  private void whatRulesSay(List<Unit> from) {
    Rulebook rules =
        Stream.concat(from.stream().map(Unit::commune), founded.stream().map(Plan.Found::commune))
            .findFirst()
            .map(rulebooks::of)
            .orElseGet(rulebooks::common);
    officials.forEach((unit, number) -> {
      if (isCell(unit) && !ended.containsKey(unit)) {
        rules
            .on(day, Rule.CELL_OFFICIAL_LEAST)
            .filter(rule -> number < rule.integer())
            .ifPresent(rule -> warn("fewOfficial", unit, number, rule));
        rules
            .on(day, Rule.CELL_COMMITTEE_LEAST)
            .filter(rule -> number >= rule.integer())
            .ifPresent(rule -> warn("needsCommittee", unit, number, rule));
        whatRulesSayOfOffices(unit, rules);
      }
    });
    whatRulesSayOfCommunes(from, rules);
    new Grassroots(units, scope, day, founded)
        .after(changes, moves)
        .forEach((unit, strength) -> {
          if (ended.containsKey(unit)) {
            return;
          }
          if (!names.containsKey(unit)) {
            units
                .byId(scope, unit, day)
                .ifPresent(one -> {
                  names.put(unit, one.name());
                  kinds.put(unit, one.kind());
                });
          }
          rules
              .on(day, Rule.GRASSROOTS_OFFICIAL_LEAST)
              .filter(rule -> strength.official() < rule.integer())
              .ifPresent(rule -> warn("fewForGrassroots", unit, strength.official(), rule));
          rules
              .on(day, Rule.GRASSROOTS_COMMITTEE_LEAST)
              .filter(rule -> !isCell(unit) && strength.members() < rule.integer())
              .ifPresent(rule -> warn("fewForCommittee", unit, strength.members(), rule));
        });
    ended.forEach((unit, end) -> {
      if (end.root() && end.heir() != null) {
        warnings.add(
            Told.of("consolidation.reorganization.warning.commune", end.name(), name(end.heir())));
      }
    });
  }
}
