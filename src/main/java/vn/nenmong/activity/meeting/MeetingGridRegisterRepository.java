package vn.nenmong.activity.meeting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
class MeetingGridRegisterRepository {

  record Choice(@Nullable String state) {}

  record Row(
      UUID id,
      String cell,
      String months,
      int due,
      int held,
      int thematic,
      @Nullable BigDecimal rate)
      implements RegisterRow {
    /// What happened in a month of the year, from 1.
    private Value month(int month) {
      List<String> parts = List.of(months.split(";", -1));
      if (month > parts.size() || parts.get(month - 1).isEmpty()) {
        return Value.none();
      }
      List<String> days = List.of(parts.get(month - 1).split(" ", -1));
      return new Value.Several(
          IntStream.range(0, days.size()).mapToObj(i -> day(days.get(i), i > 0)).toList());
    }

    private static Value day(String told, boolean thematic) {
      int bar = told.indexOf('|');
      String day = bar < 0 ? told : told.substring(0, bar);
      String path = bar < 0 ? null : "/meetings/" + told.substring(bar + 1);
      return thematic
          ? new Value.Word("activity.meeting.thematicDay", day, path)
          : day.equals("-")
              ? new Value.WordTag("activity.meeting.missed", Value.Tone.BAD, path)
              : new Value.Text(day, path);
    }
  }

  /// A month is due in which the cell existed. `months` has a part a month: nothing where it was
  /// not due, else the day of the regular meeting or `-`, and the days of thematic ones; behind a
  /// day stands `|` and the id, where the meeting was kept.
  static final String ROWS =
      """
      select op.organization_id as id, op.name as cell, g.months, g.due, g.held, g.thematic,
        round(100.0 * g.held / nullif(g.due, 0), 1) as rate
      from organization o
      join lateral (
        select last.organization_id, last.name, last.kind, last.path
        from organization_period last
        where last.organization_id = o.id
          and last.period && daterange(make_date(:year, 1, 1), cast(:on as date), '[]')
        order by last.period desc
        limit 1) op on op.kind in ('cell', 'grassroots_cell')
      cross join lateral (
        select string_agg(
            case when not d.due then ''
              else coalesce(h.regular, '-' || coalesce('|' || km.id, ''))
                || coalesce(' ' || h.thematic_days, '') end,
            ';' order by d.month) as months,
          count(*) filter (where d.due) as due,
          count(h.regular) filter (where d.due) as held,
          coalesce(sum(h.thematic), 0) as thematic
        from (
          select cast(month as date) as month,
            o.life && daterange(cast(month as date), cast(month + interval '1 month' as date)) as due
          from generate_series(
            make_date(:year, 1, 1), cast(:on as date), interval '1 month') month) d
        left join lateral (
          select (array_agg(m.told order by m.held_on) filter (where m.kind = 'regular'))[1]
              as regular,
            count(*) filter (where m.kind = 'thematic') as thematic,
            string_agg(m.told, ' ' order by m.held_on) filter (where m.kind = 'thematic')
              as thematic_days
          from (
            select kind, held_on, to_char(held_on, 'FMDD/FMMM') || coalesce('|' || kept_id, '')
              as told
            from counted_meeting
            where cell_id = o.id and month = d.month) m) h on true
        left join cell_meeting km on km.cell_id = o.id and km.month = d.month
          and km.kind = 'regular' and km.state = 'missed') g
      where op.path <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:state as text), '')
          in ('', case when g.held < g.due then 'missed' else 'complete' end)
        and fold(op.name) like :q
      """;

  static final String TOTALS =
      """
      select coalesce(sum(r.due), 0) as due, coalesce(sum(r.held), 0) as held,
        coalesce(sum(r.thematic), 0) as thematic,
        round(100.0 * sum(r.held) / nullif(sum(r.due), 0), 1) as rate
      from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "cell",
              "activity.meeting.cell",
              row -> Value.link(row.cell(), "/organizations/", row.id()),
              "cell collate vi"),
          RegisterColumn.of("month.1", "activity.meeting.monthShort.1", row -> row.month(1)),
          RegisterColumn.of("month.2", "activity.meeting.monthShort.2", row -> row.month(2)),
          RegisterColumn.of("month.3", "activity.meeting.monthShort.3", row -> row.month(3)),
          RegisterColumn.of("month.4", "activity.meeting.monthShort.4", row -> row.month(4)),
          RegisterColumn.of("month.5", "activity.meeting.monthShort.5", row -> row.month(5)),
          RegisterColumn.of("month.6", "activity.meeting.monthShort.6", row -> row.month(6)),
          RegisterColumn.of("month.7", "activity.meeting.monthShort.7", row -> row.month(7)),
          RegisterColumn.of("month.8", "activity.meeting.monthShort.8", row -> row.month(8)),
          RegisterColumn.of("month.9", "activity.meeting.monthShort.9", row -> row.month(9)),
          RegisterColumn.of("month.10", "activity.meeting.monthShort.10", row -> row.month(10)),
          RegisterColumn.of("month.11", "activity.meeting.monthShort.11", row -> row.month(11)),
          RegisterColumn.of("month.12", "activity.meeting.monthShort.12", row -> row.month(12)),
          RegisterColumn.number(
              "held", "activity.meeting.held", row -> Value.count(row.held()), "held"),
          RegisterColumn.number(
              "monthsDue", "activity.meeting.monthsDue", row -> Value.count(row.due()), "due"),
          RegisterColumn.number(
              "heldRate",
              "activity.meeting.heldRate",
              row -> Value.rate(row.rate()),
              "coalesce(rate, -1)"),
          RegisterColumn.number(
              "thematicHeld",
              "activity.meeting.thematicHeld",
              row -> Value.count(row.thematic()),
              "thematic"));

  private final JdbcClient jdbc;

  MeetingGridRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(long due, long held, long thematic, @Nullable BigDecimal rate) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("activity.meeting.held", Value.count(totals.held()));
    words.put("activity.meeting.monthsDue", Value.count(totals.due()));
    words.put("activity.meeting.heldRate", Value.rate(totals.rate()));
    words.put("activity.meeting.thematicHeld", Value.count(totals.thematic()));
    return words;
  }
}
