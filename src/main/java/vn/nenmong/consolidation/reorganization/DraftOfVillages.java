package vn.nenmong.consolidation.reorganization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.reorganization.Plan.Told;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;

/// An event of villages as it is worked out.
final class DraftOfVillages extends Draft {

  DraftOfVillages(ReorganizationRepository units, Scope scope, Reorganization event) {
    super(units, scope, event);
  }

  @Override
  void work() {
    List<Unit.Village> from = new ArrayList<>();
    List<String> codes = event.units().stream().distinct().toList();
    for (String code : codes) {
      units
          .village(scope, code, day)
          .ifPresentOrElse(from::add, () -> problem("unknownVillage", code, date(day)));
    }
    if (from.size() < codes.size()) {
      return;
    }
    int into = event.into().size();
    boolean right =
        switch (event.kind()) {
          case RENAME_VILLAGE ->
              from.size() == 1 && into == 1 && event.into().getFirst().name() != null;
          case MERGE_VILLAGES -> from.size() > 1 && into == 1;
          default -> from.size() == 1 && into > 1;
        };
    if (!right) {
      problem("shape." + event.kind().code());
      return;
    }
    Unit.Village first = from.getFirst();
    if (event.kind() == Kind.RENAME_VILLAGE) {
      String name = Objects.requireNonNull(event.into().getFirst().name()).strip();
      changes.add(new Plan.Change(first.id(), true, name, null, null, null));
      lines.add(
          new Plan.Line(
              first.name(), Told.of("consolidation.reorganization.line.renamed", name), List.of()));
      return;
    }
    List<UUID> to = new ArrayList<>();
    for (Into one : event.into()) {
      Optional<UUID> id = village(one, first, from);
      if (id.isEmpty()) {
        return;
      }
      to.add(id.get());
    }
    if (event.kind() == Kind.MERGE_VILLAGES) {
      UUID target = to.getFirst();
      for (Unit.Village village : from) {
        if (!village.id().equals(target)) {
          moves.add(new Plan.Move(village.id(), target, true, null, null));
          links.add(new Plan.Link(village.id(), target, true));
          endVillage(village, target);
        }
      }
    } else {
      splitVillage(first, to);
    }
    howTheyMeet(from);
  }

  /// A village that is alone in its cell has it of its own. Of a new one beside others, the members
  /// meet in theirs, unless it takes the place of one that had the cell.
  private void howTheyMeet(List<Unit.Village> from) {
    Map<UUID, List<Unit.Village>> led = new LinkedHashMap<>();
    Stream.concat(
            cells(from).stream(),
            villages.stream().flatMap(village -> Stream.ofNullable(village.cell())))
        .distinct()
        .forEach(cell ->
            led.put(
                cell,
                units.villages(scope, cell, day).stream()
                    .filter(village -> cell.equals(village.cell()))
                    .toList()));
    led.forEach((cell, had) -> {
      List<Unit.Village> stay =
          had.stream().filter(village -> !ended.containsKey(village.id())).toList();
      List<Plan.FoundVillage> come =
          villages.stream().filter(village -> cell.equals(village.cell())).toList();
      if (stay.isEmpty() && come.isEmpty()) {
        units
            .byId(scope, cell, day)
            .ifPresent(unit ->
                warnings.add(
                    Told.of("consolidation.reorganization.warning.noVillage", unit.name())));
      }
      if (stay.size() + come.size() == 1) {
        stay.stream()
            .filter(village -> !Unit.Village.OWN.equals(village.form()))
            .forEach(village -> meets(village.id(), village.name(), Unit.Village.OWN));
        come.forEach(village -> meets(village.id(), name(village.id()), Unit.Village.OWN));
        return;
      }
      boolean hadIt =
          had.stream()
              .anyMatch(village ->
                  ended.containsKey(village.id()) && Unit.Village.OWN.equals(village.form()));
      for (Plan.FoundVillage village : come) {
        boolean first = hadIt && village.equals(come.getFirst());
        meets(village.id(), name(village.id()), first ? Unit.Village.OWN : Unit.Village.JOINT);
      }
    });
  }

  private Optional<UUID> village(Into into, Unit.Village like, List<Unit.Village> from) {
    if (!into.isNew()) {
      Optional<Unit.Village> known =
          from.stream().filter(village -> village.code().equals(into.unit())).findFirst();
      known.ifPresentOrElse(
          village -> names.put(village.id(), village.name()),
          () -> problem("unknownVillage", String.valueOf(into.unit()), date(day)));
      return known.map(Unit.Village::id);
    }
    if (into.code() == null || into.name() == null) {
      problem("newNeeds");
      return Optional.empty();
    }
    if (units.isVillageTaken(like.commune(), into.code())) {
      problem("codeTaken", into.code());
      return Optional.empty();
    }
    UUID cell = like.cell();
    if (into.cell() != null) {
      Optional<Unit> wanted = units.unit(scope, into.cell(), day).filter(Unit::isCell);
      if (wanted.isEmpty()) {
        problem("unknown", into.cell(), date(day));
        return Optional.empty();
      }
      cell = wanted.get().id();
    } else if (cells(from).size() > 1) {
      problem("whichCell", into.name(), cells(from).size());
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    names.put(id, into.name());
    villages.add(new Plan.FoundVillage(id, like.commune(), like.top(), into, cell, like.id()));
    lines.add(
        new Plan.Line(
            into.name(),
            Told.of("consolidation.reorganization.line.founded", date(day)),
            List.of()));
    return Optional.of(id);
  }

  private static List<UUID> cells(List<Unit.Village> led) {
    return led.stream().flatMap(village -> Stream.ofNullable(village.cell())).distinct().toList();
  }

  private void splitVillage(Unit.Village source, List<UUID> to) {
    boolean goesOn = to.contains(source.id());
    UUID rest = goesOn ? source.id() : null;
    List<Unit.Member> residents = units.members(source.id(), day);
    for (int i = 0; i < to.size(); i++) {
      UUID target = to.get(i);
      Reorganization.Takes takes = event.into().get(i).takes();
      if (target.equals(source.id())) {
        continue;
      }
      if (takes == null && rest == null) {
        rest = target;
        continue;
      }
      List<UUID> people = new ArrayList<>();
      for (String wanted : takes == null ? List.<String>of() : takes.members()) {
        residents.stream()
            .filter(one -> one.id().toString().equals(wanted) || wanted.equals(one.card()))
            .findFirst()
            .ifPresentOrElse(one -> people.add(one.id()), () -> problem("person", wanted));
      }
      moves.add(new Plan.Move(source.id(), target, true, people, null));
      links.add(new Plan.Link(source.id(), target, false));
      lines.add(
          new Plan.Line(
              source.name(),
              Told.of("consolidation.reorganization.line.gives", name(target)),
              List.of(Told.of("consolidation.reorganization.line.members", people.size()))));
    }
    if (goesOn) {
      return;
    }
    UUID heir = rest == null ? to.getFirst() : rest;
    moves.add(new Plan.Move(source.id(), heir, true, null, null));
    links.removeIf(link -> link.successor().equals(heir));
    links.add(new Plan.Link(source.id(), heir, true));
    endVillage(source, heir);
  }

  private void endVillage(Unit.Village village, UUID heir) {
    if (village.fresh()) {
      problem("fresh", village.name(), date(day));
    }
    ended.put(village.id(), new Plan.Ended(village.name(), true, false, heir));
    units
        .posts(village.id(), day)
        .forEach(post ->
            people.add(
                Told.of(
                    "consolidation.reorganization.office.ends",
                    post.name(),
                    post.title() + ", " + village.name())));
    int residents = units.members(village.id(), day).size();
    lines.add(
        new Plan.Line(
            village.name(),
            Told.of(
                "consolidation.reorganization.line.endsInto", date(day.minusDays(1)), name(heir)),
            residents == 0
                ? List.of()
                : List.of(Told.of("consolidation.reorganization.line.members", residents))));
  }
}
