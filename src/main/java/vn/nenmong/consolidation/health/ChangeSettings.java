package vn.nenmong.consolidation.health;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;

/// Sets bounds and weights of a commune or a body above communes, or leaves them to what is above.
@Component
class ChangeSettings {

  private final SettingRepository settings;
  private final RecordChange record;
  private final Today today;

  ChangeSettings(SettingRepository settings, RecordChange record, Today today) {
    this.settings = settings;
    this.record = record;
    this.today = today;
  }

  /// @param changed what becomes different; empty values are left to what is above
  /// @param what is changed, in words for the history, or null
  /// @return the change by which it can be taken back
  UUID run(
      Viewer viewer,
      OrganizationRef of,
      Map<Setting, Optional<Integer>> changed,
      @Nullable String what) {
    Instant at = today.now();
    return record.run(
        viewer,
        of.communeId(),
        "change",
        "health_setting",
        null,
        what,
        () ->
            changed.forEach((setting, value) ->
                value.ifPresentOrElse(
                    number -> settings.set(of.id(), setting, number, viewer.account(), at),
                    () -> settings.unset(of.id(), setting))));
  }
}
