package vn.nenmong.activity.example;

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
class PledgeRegisterRepository {

  static final List<String> RESULTS = List.of("well", "done", "partly", "not", "open");

  record Choice(@Nullable UUID cell, @Nullable String result) {}

  record Row(
      UUID id,
      UUID personId,
      String person,
      UUID cellId,
      String cell,
      String text,
      @Nullable UUID meetingId,
      @Nullable String result,
      @Nullable String note)
      implements RegisterRow {

    private Value resultWord() {
      return result == null
          ? Value.none()
          : new Value.WordTag(
              "activity.pledge.result." + result,
              switch (result) {
                case "well", "done" -> Value.Tone.OK;
                case "partly" -> Value.Tone.WARN;
                default -> Value.Tone.BAD;
              });
    }

    private Value minutes() {
      return meetingId == null
          ? Value.none()
          : new Value.Word("activity.pledge.told", "", "/meetings/" + meetingId);
    }
  }

  /// Each in the cell in which they were last in the year.
  static final String ROWS =
      """
      select e.id, p.id as person_id, p.name as person, p.given_name, p.other_names,
        c.cell_id, c.cell, e.text, e.meeting_id, e.result, e.note
      from example_pledge e
      join person p on p.id = e.person_id
      join lateral (
        select s.cell_id, op.name as cell, op.path
        from member_state s
        join organization_period op on op.organization_id = s.cell_id and op.period && s.period
          and op.period && daterange(make_date(:year, 1, 1), cast(:on as date), '[]')
        where s.person_id = e.person_id
          and s.period && daterange(make_date(:year, 1, 1), cast(:on as date), '[]')
        order by s.period desc, op.period desc
        limit 1) c on true
      where e.year = :year and c.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or c.cell_id = cast(:cell as uuid))
        and coalesce(cast(:result as text), '') in ('', coalesce(e.result, 'open'))
        and concat_ws(' ', p.folded, fold(e.text), fold(e.note)) like :q
      """;

  static final String TOTALS =
      """
      select count(*) filter (where r.result = 'well') as well,
        count(*) filter (where r.result = 'done') as done,
        count(*) filter (where r.result = 'partly') as partly,
        count(*) filter (where r.result = 'not') as missed,
        count(*) filter (where r.result is null) as open
      from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "person",
              "activity.kept.person",
              row -> Value.link(row.person(), "/members/", row.personId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "cell",
              "activity.meeting.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi"),
          RegisterColumn.of("text", "activity.pledge.text", row -> Value.text(row.text())),
          RegisterColumn.of("minutes", "activity.pledge.minutes", Row::minutes),
          RegisterColumn.of(
              "result",
              "activity.pledge.result",
              Row::resultWord,
              "coalesce(array_position(array['well', 'done', 'partly', 'not'], result), 5)"),
          RegisterColumn.of("note", "activity.pledge.note", row -> Value.text(row.note())));

  private final JdbcClient jdbc;

  PledgeRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("result", choice.result());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int well, int done, int partly, int missed, int open) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("activity.pledge.result.well", Value.count(totals.well()));
    words.put("activity.pledge.result.done", Value.count(totals.done()));
    words.put("activity.pledge.result.partly", Value.count(totals.partly()));
    words.put("activity.pledge.result.not", Value.count(totals.missed()));
    words.put("activity.pledge.result.open", Value.count(totals.open()));
    return words;
  }
}
