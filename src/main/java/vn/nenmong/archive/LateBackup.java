package vn.nenmong.archive;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Reminder;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// Reminds who can take a backup that the last good one is too old.
@Component
class LateBackup implements Reminder {

  private final EveryCommuneRepository communes;
  private final BackupRunRepository runs;
  private final Today today;
  private final Duration late;

  LateBackup(
      EveryCommuneRepository communes,
      BackupRunRepository runs,
      Today today,
      @Value("${nenmong.backup-late-days:7}") int lateDays) {
    this.communes = communes;
    this.runs = runs;
    this.today = today;
    this.late = Duration.ofDays(lateDays);
  }

  @Override
  public Optional<Line> of(Viewer viewer, Page page) {
    if (page.frame().demo()
        || !page.mayOpen("/backup")
        || !viewer.communes().containsAll(communes.all())) {
      return Optional.empty();
    }
    Optional<OffsetDateTime> last = runs.lastGood();
    if (last.isPresent() && last.get().toInstant().isAfter(today.now().minus(late))) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            last.map(at -> page.t("archive.late", page.moment(at)))
                .orElseGet(() -> page.t("archive.never")),
            "/backup"));
  }
}
