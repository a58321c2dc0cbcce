package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.reorganization.Plan.Told;
import vn.nenmong.kernel.time.PartialDate;

/// An event as it is worked out: what is known of it so far, and what stands against it. It begins
/// from what the registers say of its first day: what was before, and the events of that day that
/// were recorded earlier.
abstract class Draft {

  final ReorganizationRepository units;
  final Scope scope;
  final Reorganization event;
  final LocalDate day;
  final Map<UUID, String> names = new LinkedHashMap<>();
  final List<Plan.Found> founded = new ArrayList<>();
  final List<Plan.FoundVillage> villages = new ArrayList<>();
  final Map<UUID, Plan.Ended> ended = new LinkedHashMap<>();
  final List<Plan.Link> links = new ArrayList<>();
  final List<Plan.Change> changes = new ArrayList<>();
  final List<Plan.Move> moves = new ArrayList<>();
  final List<Plan.Form> forms = new ArrayList<>();
  final List<Plan.Begun> offices = new ArrayList<>();
  final List<Plan.Left> left = new ArrayList<>();
  final List<Told> people = new ArrayList<>();
  final List<Told> accesses = new ArrayList<>();
  final List<Plan.Line> lines = new ArrayList<>();
  final List<Told> problems = new ArrayList<>();
  final List<Told> warnings = new ArrayList<>();

  Draft(ReorganizationRepository units, Scope scope, Reorganization event) {
    this.units = units;
    this.scope = scope;
    this.event = event;
    this.day = event.effective();
  }

  /// Works it out as far as that goes.
  abstract void work();

  final Plan plan() {
    if (day.isBefore(event.decision().day())) {
      warnings.add(Told.of("consolidation.reorganization.warning.decidedLater"));
    }
    work();
    if (problems.isEmpty()
        && founded.isEmpty()
        && villages.isEmpty()
        && ended.isEmpty()
        && changes.isEmpty()) {
      problem("nothing");
    }
    return new Plan(
        event,
        List.copyOf(founded),
        List.copyOf(villages),
        Map.copyOf(ended),
        List.copyOf(links),
        List.copyOf(changes),
        List.copyOf(moves),
        List.copyOf(forms),
        List.copyOf(offices),
        List.copyOf(left),
        List.copyOf(people),
        List.copyOf(accesses),
        List.copyOf(lines),
        problems.stream().distinct().toList(),
        warnings.stream().distinct().toList());
  }

  /// From the day on the members of a village meet in a cell of their own, or in another's.
  final void meets(UUID village, String name, String form) {
    forms.add(new Plan.Form(village, form));
    lines.add(
        new Plan.Line(name, Told.of("consolidation.reorganization.line.form." + form), List.of()));
  }

  final String name(UUID id) {
    return names.getOrDefault(id, id.toString());
  }

  final void problem(String code, Object... arguments) {
    problems.add(Told.of("consolidation.reorganization.problem." + code, arguments));
  }

  static String date(LocalDate day) {
    return PartialDate.day(day).toVietnamese();
  }
}
