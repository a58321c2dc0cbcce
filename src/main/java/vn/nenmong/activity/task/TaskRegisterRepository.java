package vn.nenmong.activity.task;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class TaskRegisterRepository {

  /// In the order of urgency.
  static final List<String> STATES = List.of("overdue", "open", "done");

  record Choice(@Nullable UUID cell, @Nullable String state) {}

  record Row(
      UUID id,
      String text,
      String person,
      UUID cellId,
      String cell,
      UUID meetingId,
      LocalDate givenOn,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate doneOn,
      @Nullable String done,
      String state)
      implements RegisterRow {

    private Value stateWord() {
      return new Value.WordTag(
          "activity.task.state." + state,
          switch (state) {
            case "overdue" -> Value.Tone.BAD;
            case "done" -> Value.Tone.OK;
            default -> Value.Tone.PLAIN;
          });
    }
  }

  /// What is open on a day, and what was done in its year before it.
  static final String ROWS =
      """
      select t.id, t.text, p.name as person, p.given_name, p.other_names,
        op.organization_id as cell_id, op.name as cell, t.meeting_id, t.given_on, t.due_on,
        case when t.done_on <= cast(:on as date) then t.done_on end as done_on,
        case when t.done_on <= cast(:on as date) then t.done end as done, s.state,
        array_position(array['overdue', 'open', 'done'], s.state) as rank
      from cell_task t
      join person p on p.id = t.person_id
      join organization_period op on op.organization_id = heir_on(t.cell_id, cast(:on as date))
        and op.period @> cast(:on as date)
      cross join lateral (
        select case when t.done_on <= cast(:on as date) then 'done'
          when t.due_on < cast(:on as date) then 'overdue' else 'open' end as state) s
      where t.given_on <= cast(:on as date)
        and (t.done_on is null or t.done_on >= make_date(:year, 1, 1))
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or op.organization_id = cast(:cell as uuid))
        and coalesce(cast(:state as text), '') in ('', s.state)
        and concat_ws(' ', fold(t.text), p.folded, fold(op.name), fold(t.done)) like :q
      """;

  static final String TOTALS =
      """
      select count(*) filter (where r.state = 'overdue') as overdue,
        count(*) filter (where r.state = 'open') as open,
        count(*) filter (where r.state = 'done') as done
      from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "state",
              "activity.task.state",
              Row::stateWord,
              "rank",
              "coalesce(due_on, 'infinity')"),
          RegisterColumn.of(
              "text", "activity.task.text", row -> Value.link(row.text(), "/tasks/", row.id())),
          RegisterColumn.of(
              "person",
              "activity.task.person",
              row -> Value.text(row.person()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "cell",
              "activity.meeting.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi"),
          RegisterColumn.of(
              "given", "activity.task.given", row -> Value.day(row.givenOn()), "given_on"),
          RegisterColumn.of(
              "due",
              "activity.task.due",
              row -> Value.day(row.dueOn()),
              "coalesce(due_on, 'infinity')"),
          RegisterColumn.of(
              "doneOn",
              "activity.task.doneOn",
              row -> Value.day(row.doneOn()),
              "coalesce(done_on, 'infinity')"),
          RegisterColumn.of("done", "activity.task.done", row -> Value.text(row.done())));

  private final JdbcClient jdbc;

  TaskRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int overdue, int open, int done) {}

  int overdue(Scope scope, ReportPeriod period) {
    return jdbc.sql(TOTALS)
        .params(query(scope, period, Asked.NOTHING, new Choice(null, "overdue")).arguments())
        .query(Totals.class)
        .single()
        .overdue();
  }

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("activity.task.state.overdue", Value.count(totals.overdue()));
    words.put("activity.task.state.open", Value.count(totals.open()));
    words.put("activity.task.state.done", Value.count(totals.done()));
    return words;
  }
}
