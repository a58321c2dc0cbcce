package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.memory.Remembered;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.due.FindDue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Works out the health of all cells of a scope at once, by the settings and rules of each one's
/// commune.
@Component
class FindHealth {

  private record Asked(Scope scope, LocalDate day, LocalDate today) {}

  private final HealthRepository health;
  private final SettingRepository settings;
  private final Rulebooks rulebooks;
  private final FindDue due;
  private final Remembered remembered;
  private final Today today;

  FindHealth(
      HealthRepository health,
      SettingRepository settings,
      Rulebooks rulebooks,
      FindDue due,
      Remembered remembered,
      Today today) {
    this.health = health;
    this.settings = settings;
    this.rulebooks = rulebooks;
    this.due = due;
    this.remembered = remembered;
    this.today = today;
  }

  /// All cells of a scope, by code.
  List<CellHealth> all(Scope scope, LocalDate day) {
    return remembered.answer(new Asked(scope, day, today.date()), () -> workedOut(scope, day));
  }

  private List<CellHealth> workedOut(Scope scope, LocalDate day) {
    SettingsOfAll set = settings.all();
    List<Vitals> cells = health.vitals(scope, "", day, set.most(Setting.ADMISSION));
    Map<UUID, Work> work = health.work(scope, day);
    Function<UUID, Rulebook> rules =
        rulebooks.of(cells.stream().map(Vitals::commune).collect(Collectors.toSet()));
    Map<UUID, Integer> late = day.equals(today.date()) ? due.late(scope) : null;
    return cells.stream()
        .filter(cell -> work.containsKey(cell.id()))
        .map(cell -> {
          Work done = Objects.requireNonNull(work.get(cell.id()));
          return CellHealth.of(
              cell,
              done,
              late == null ? null : late.getOrDefault(cell.id(), 0),
              set.at(cell.path()),
              rules.apply(cell.commune()),
              day);
        })
        .toList();
  }
}
