package vn.nenmong.activity.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task that a cell gave someone at a meeting.
///
/// @param done what was done
public record CellTask(
    UUID id,
    UUID communeId,
    UUID cellId,
    String cell,
    UUID meetingId,
    String text,
    String person,
    LocalDate givenOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate doneOn,
    @Nullable String done) {

  public boolean isOverdue(LocalDate on) {
    return doneOn == null && dueOn != null && dueOn.isBefore(on);
  }
}
