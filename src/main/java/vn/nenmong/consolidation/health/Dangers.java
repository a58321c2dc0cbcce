package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.OrganizationRef;

/// The cells in danger: few official members, a secretary who is not there, nobody young, no
/// admission for long; by the bounds that each one's commune or those above it have set.
@Component
public class Dangers {

  /// A cell as it was on a day.
  public record At(UUID cell, LocalDate day) {}

  private final HealthRepository health;
  private final SettingRepository settings;

  Dangers(HealthRepository health, SettingRepository settings) {
    this.health = health;
    this.settings = settings;
  }

  /// By the id of the cell; those in no danger are not in it.
  ///
  /// @param top the organization at or below which the cells are
  public Map<UUID, List<Concern>> of(Scope scope, OrganizationRef top, LocalDate day) {
    SettingsOfAll set = settings.all();
    Map<UUID, List<Concern>> dangers = new LinkedHashMap<>();
    for (Vitals cell : health.vitals(scope, top.path(), day, set.most(Setting.ADMISSION))) {
      List<Concern> of = cell.dangers(day, set.at(cell.path()));
      if (!of.isEmpty()) {
        dangers.put(cell.id(), of);
      }
    }
    return dangers;
  }

  /// The same of cells on days of their own, all of them asked at once.
  public Map<At, List<Concern>> of(Scope scope, Set<At> cells) {
    if (cells.isEmpty()) {
      return Map.of();
    }
    SettingsOfAll set = settings.all();
    Map<At, List<Concern>> dangers = new HashMap<>();
    health
        .vitals(scope, cells, set.most(Setting.ADMISSION))
        .forEach((at, cell) -> {
          List<Concern> of = cell.dangers(at.day(), set.at(cell.path()));
          if (cells.contains(at) && !of.isEmpty()) {
            dangers.put(at, of);
          }
        });
    return dangers;
  }
}
