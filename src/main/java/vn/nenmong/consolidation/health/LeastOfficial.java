package vn.nenmong.consolidation.health;

import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/// From how many official members on a cell has not few, as its commune or those above it have set.
@Component
public class LeastOfficial {

  private final SettingRepository settings;

  LeastOfficial(SettingRepository settings) {
    this.settings = settings;
  }

  /// By the path of a cell.
  public ToIntFunction<String> byPath() {
    SettingsOfAll set = settings.all();
    return path -> set.at(path).of(Setting.OFFICIAL);
  }
}
