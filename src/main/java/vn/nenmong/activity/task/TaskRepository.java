package vn.nenmong.activity.task;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

@Repository
class TaskRepository {

  /// The cell is the one that took it over, where the one that gave it has ended.
  static final String FIND =
      """
      select t.id, t.commune_id, op.organization_id as cell_id, op.name as cell, t.meeting_id,
        t.text, p.name as person, t.given_on, t.due_on, t.done_on, t.done
      from cell_task t
      join person p on p.id = t.person_id
      join organization_period op on op.organization_id = heir_on(t.cell_id, cast(:on as date))
        and op.period @> cast(:on as date)
      where t.id = :id and op.path <@ any(cast(:scope as ltree[]))
      """;

  @Unscoped("of a task that was found in the scope")
  static final String FINISH = "update cell_task set done_on = :on, done = :done where id = :id";

  private final JdbcClient jdbc;

  TaskRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CellTask> find(Scope scope, UUID id, LocalDate on) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .param("on", on)
        .query(CellTask.class)
        .optional();
  }

  /// @param on null where it is not done after all
  void finish(UUID id, @Nullable LocalDate on, @Nullable String done) {
    jdbc.sql(FINISH).param("id", id).param("on", on).param("done", done).update();
  }
}
