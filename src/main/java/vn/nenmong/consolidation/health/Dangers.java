package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.OrganizationRef;

/// The cells in danger: few official members, a secretary who is not there, nobody young, no
/// admission for long; by the bounds that each one's commune or those above it have set.
@Component
public class Dangers {

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
}
