package vn.nenmong.consolidation.visit;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Reminder;
import vn.nenmong.access.Role;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;

/// Tells the committee on the overview of visits whose day is over.
@Component
class OverdueVisits implements Reminder {

  private static final Set<Role> THEIRS = Set.of(Role.CLERK, Role.SECRETARY, Role.COMMITTEE_MEMBER);

  private final DueVisitRepository due;

  OverdueVisits(DueVisitRepository due) {
    this.due = due;
  }

  @Override
  public Optional<Line> of(Viewer viewer, Page page) {
    if (Collections.disjoint(viewer.roles(), THEIRS)) {
      return Optional.empty();
    }
    int overdue = due.overdue(viewer.scope(), page.on());
    return overdue == 0
        ? Optional.empty()
        : Optional.of(
            new Line(
                page.t("consolidation.visit.remind", page.number(overdue)),
                "/visits/due?state=overdue"));
  }
}
