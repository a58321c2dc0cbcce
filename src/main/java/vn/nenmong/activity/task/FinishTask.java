package vn.nenmong.activity.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;

/// Says of a task what was done, or that it is not done after all.
@Component
class FinishTask {

  /// What the trail calls it.
  static final String SUBJECT = "tasks";

  private final TaskRepository tasks;
  private final RecordChange record;
  private final Today today;

  FinishTask(TaskRepository tasks, RecordChange record, Today today) {
    this.tasks = tasks;
    this.record = record;
    this.today = today;
  }

  /// @return the change by which it can be taken back
  /// @throws Refused where it can't have been done on that day
  UUID run(Viewer viewer, CellTask task, LocalDate on, @Nullable String done) {
    if (on.isAfter(today.date())) {
      throw new Refused("activity.task.problem.future");
    }
    if (on.isBefore(task.givenOn())) {
      throw new Refused(
          "activity.task.problem.before", PartialDate.day(task.givenOn()).toVietnamese());
    }
    return write(viewer, task, on, done);
  }

  UUID reopen(Viewer viewer, CellTask task) {
    return write(viewer, task, null, null);
  }

  private UUID write(Viewer viewer, CellTask task, @Nullable LocalDate on, @Nullable String done) {
    return record.run(
        viewer,
        task.communeId(),
        "change",
        SUBJECT,
        task.id(),
        null,
        () -> tasks.finish(task.id(), on, done));
  }
}
