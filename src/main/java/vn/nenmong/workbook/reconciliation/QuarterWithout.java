package vn.nenmong.workbook.reconciliation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Reminder;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// Reminds an office that reconciles of a quarter that is over without it.
@Component
class QuarterWithout implements Reminder {

  /// Lists of a quarter's end are often drawn some weeks before.
  private static final int DAYS_BEFORE = 30;

  private final ReconciliationRepository repository;
  private final Today today;

  QuarterWithout(ReconciliationRepository repository, Today today) {
    this.repository = repository;
    this.today = today;
  }

  @Override
  public Optional<Line> of(Viewer viewer, Page page) {
    UUID commune = viewer.onlyCommune();
    if (commune == null || !page.maySend("/reconciliations")) {
      return Optional.empty();
    }
    Quarter over = Quarter.lastOver(today.date());
    return repository.isMissingSince(viewer.scope(), commune, over.lastDay().minusDays(DAYS_BEFORE))
        ? Optional.of(
            new Line(page.t("workbook.reconciliation.missing", over.words()), "/reconciliations"))
        : Optional.empty();
  }
}
