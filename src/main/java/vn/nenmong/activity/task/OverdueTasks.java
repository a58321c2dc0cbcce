package vn.nenmong.activity.task;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Reminder;
import vn.nenmong.access.Role;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;

/// Tells on the overview of tasks whose day is over.
@Component
class OverdueTasks implements Reminder {

  private static final Set<Role> THEIRS =
      Set.of(Role.CLERK, Role.SECRETARY, Role.COMMITTEE_MEMBER, Role.CELL_SECRETARY);

  private final TaskRegisterRepository tasks;

  OverdueTasks(TaskRegisterRepository tasks) {
    this.tasks = tasks;
  }

  @Override
  public Optional<Line> of(Viewer viewer, Page page) {
    if (Collections.disjoint(viewer.roles(), THEIRS)) {
      return Optional.empty();
    }
    int overdue = tasks.overdue(viewer.scope(), page.period());
    return overdue == 0
        ? Optional.empty()
        : Optional.of(
            new Line(page.t("activity.task.remind", page.number(overdue)), "/tasks?state=overdue"));
  }
}
