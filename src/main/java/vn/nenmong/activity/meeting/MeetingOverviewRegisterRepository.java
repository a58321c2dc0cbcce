package vn.nenmong.activity.meeting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

/// Where each cell stands with its meetings in every month of a year.
@Repository
class MeetingOverviewRegisterRepository {

  /// What can be told of a month, as far as it has come.
  static final List<String> STATES =
      List.of("planned", "prepared", "held", "minuted", "approved", "listed", "missed", "none");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Choice(@Nullable String state, @Nullable Integer month) {}

  /// How many thematic meetings the rules ask for in a quarter, and whether it is over.
  interface Thematic {
    /// @return the least for a commune, or null where no rule is known or the quarter goes on
    @Nullable Integer least(UUID commune, int quarter);
  }

  /// @param months each with `due`, `state`, `day`, `id` and `reason`, as JSON
  /// @param thematic held in each quarter, parted by spaces
  /// @param score of the meetings that were scored, on average
  record Row(
      UUID id,
      UUID communeId,
      String cell,
      String months,
      @Nullable BigDecimal rate,
      int overdue,
      @Nullable BigDecimal score,
      String thematic)
      implements RegisterRow {

    private Value month(int month) {
      JsonNode told = JSON.readTree(months).path(month - 1);
      String state = told.path("state").asString("");
      if (state.isEmpty()) {
        return Value.none();
      }
      String path = told.path("id").isString() ? "/meetings/" + told.path("id").asString() : null;
      List<Value> said = new ArrayList<>();
      if (told.path("day").isString()) {
        said.add(new Value.Text(told.path("day").asString(), path));
      }
      if (!state.equals("listed")) {
        said.add(new Value.WordTag("activity.overview.state." + state, tone(state), path));
      }
      if (told.path("reason").isString()) {
        said.add(new Value.Text(told.path("reason").asString()));
      }
      return new Value.Several(said);
    }

    private static Value.Tone tone(String state) {
      return switch (state) {
        case "approved" -> Value.Tone.OK;
        case "held", "minuted" -> Value.Tone.WARN;
        case "missed", "none" -> Value.Tone.BAD;
        default -> Value.Tone.PLAIN;
      };
    }

    private Value quarter(int quarter, Thematic rules) {
      int held = Integer.parseInt(thematic.split(" ", -1)[quarter - 1]);
      Integer least = isDue(quarter) ? rules.least(communeId, quarter) : null;
      return least == null || held >= least
          ? Value.count(held)
          : new Value.Tag(String.valueOf(held), Value.Tone.BAD);
    }

    private boolean isDue(int quarter) {
      JsonNode told = JSON.readTree(months);
      return IntStream.range(3 * quarter - 3, 3 * quarter)
          .anyMatch(month -> told.path(month).path("due").asBoolean(false));
    }
  }

  /// What was held comes before what a list tells, and that before what was planned.
  static final String ROWS =
      """
      select op.organization_id as id, o.commune_id, op.name as cell,
        cast(g.months as text) as months, g.held, g.missed, g.nothing,
        coalesce(late.overdue, 0) as overdue, t.due, t.present, t.thematic,
        round(100.0 * t.present / nullif(t.due, 0), 1) as rate, s.score
      from organization o
      join lateral (
        select last.organization_id, last.name, last.kind, last.path
        from organization_period last
        where last.organization_id = o.id
          and last.period && daterange(make_date(:year, 1, 1), cast(:on as date), '[]')
        order by last.period desc
        limit 1) op on op.kind in ('cell', 'grassroots_cell')
      cross join lateral (
        select jsonb_agg(jsonb_build_object('due', m.due, 'state', m.state, 'day', m.day,
            'id', m.id, 'reason', m.reason) order by m.month) as months,
          count(*) filter (where m.state in ('held', 'minuted', 'approved', 'listed')) as held,
          count(*) filter (where m.state = 'missed') as missed,
          count(*) filter (where m.state = 'none') as nothing,
          bool_or(coalesce(cast(:month as int), 0) in (0, extract(month from m.month))
            and m.state = cast(:state as text)) as found
        from (
          select d.month, d.due, k.id,
            case when k.state in ('held', 'minuted', 'approved', 'missed') then k.state
              when c.held_on is not null then 'listed'
              else coalesce(k.state, case when d.due then 'none' end) end as state,
            to_char(coalesce(c.held_on, (
              select cast(f.value #>> '{}' as date) from meeting_field f
              where f.meeting_id = k.id and f.name = 'plannedOn'
                and k.state in ('planned', 'prepared'))), 'FMDD/FMMM') as day,
            (select f.value #>> '{}' from meeting_field f
              where f.meeting_id = k.id and f.name = 'missedReason' and k.state = 'missed') as reason
          from (
            select cast(month as date) as month,
              month <= cast(:on as date) and o.life
                && daterange(cast(month as date), cast(month + interval '1 month' as date)) as due
            from generate_series(
              make_date(:year, 1, 1), make_date(:year, 12, 1), interval '1 month') month) d
          left join cell_meeting k on k.cell_id = o.id and k.month = d.month and k.kind = 'regular'
          left join lateral (
            select min(held_on) as held_on from counted_meeting
            where cell_id = o.id and month = d.month and kind = 'regular') c on true) m) g
      cross join lateral (
        select sum(m.due) filter (where m.present is not null and m.wanted) as due,
          sum(m.present) filter (where m.due is not null and m.wanted) as present,
          concat_ws(' ',
            count(*) filter (where m.kind = 'thematic' and extract(quarter from m.month) = 1),
            count(*) filter (where m.kind = 'thematic' and extract(quarter from m.month) = 2),
            count(*) filter (where m.kind = 'thematic' and extract(quarter from m.month) = 3),
            count(*) filter (where m.kind = 'thematic' and extract(quarter from m.month) = 4))
            as thematic
        from (
          select *, coalesce(cast(:month as int), 0) in (0, extract(month from month)) as wanted
          from counted_meeting
          where cell_id = o.id
            and month between make_date(:year, 1, 1) and cast(:on as date)) m) t
      left join lateral (
        select round(avg(scored.total), 1) as score
        from (
          select sum(ms.score) as total
          from meeting_score ms
          join cell_meeting k on k.id = ms.meeting_id
          where k.cell_id = o.id and k.month between make_date(:year, 1, 1) and cast(:on as date)
            and coalesce(cast(:month as int), 0) in (0, extract(month from k.month))
          group by k.id) scored) s on true
      left join (
        select heir_on(ct.cell_id, cast(:on as date)) as cell, count(*) as overdue
        from cell_task ct
        where ct.due_on < cast(:on as date) and coalesce(ct.done_on > cast(:on as date), true)
        group by 1) late on late.cell = o.id
      where op.path <@ any(cast(:scope as ltree[]))
        and (coalesce(cast(:state as text), '') = '' or g.found)
        and fold(op.name) like :q
      """;

  static final String TOTALS =
      """
      select coalesce(sum(r.held), 0) as held, coalesce(sum(r.missed), 0) as missed,
        coalesce(sum(r.nothing), 0) as nothing, coalesce(sum(r.overdue), 0) as overdue,
        round(100.0 * sum(r.present) / nullif(sum(r.due), 0), 1) as rate
      from (%s) r
      """
          .formatted(ROWS);

  private final JdbcClient jdbc;

  MeetingOverviewRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(
      Scope scope, ReportPeriod period, Asked asked, Choice choice, Thematic rules) {
    return new RegisterQuery<>(
        ROWS, Row.class, columns(choice, rules), arguments(scope, period, asked, choice));
  }

  private static Map<String, @Nullable Object> arguments(
      Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("state", choice.state());
    arguments.put("month", choice.month());
    return arguments;
  }

  /// Of the months, the chosen one alone.
  private static List<RegisterColumn<Row>> columns(Choice choice, Thematic rules) {
    List<RegisterColumn<Row>> columns = new ArrayList<>();
    columns.add(
        RegisterColumn.of(
            "cell",
            "activity.meeting.cell",
            row -> Value.link(row.cell(), "/organizations/", row.id()),
            "cell collate vi"));
    IntStream.rangeClosed(1, 12)
        .filter(month -> choice.month() == null || choice.month() == month)
        .forEach(month ->
            columns.add(
                RegisterColumn.of(
                    "month." + month,
                    "activity.meeting.monthShort." + month,
                    row -> row.month(month))));
    columns.add(
        RegisterColumn.number(
            "rate", "activity.meeting.rate", row -> Value.rate(row.rate()), "coalesce(rate, -1)"));
    columns.add(
        RegisterColumn.number(
            "overdue",
            "activity.overview.overdue",
            row ->
                row.overdue() == 0
                    ? Value.count(0)
                    : new Value.Tag(String.valueOf(row.overdue()), Value.Tone.BAD),
            "overdue"));
    columns.add(
        RegisterColumn.number(
            "score",
            "activity.overview.score",
            row -> Value.count(row.score()),
            "coalesce(score, -1)"));
    IntStream.rangeClosed(1, 4)
        .forEach(quarter ->
            columns.add(
                RegisterColumn.number(
                    "quarter." + quarter,
                    "activity.overview.quarter." + quarter,
                    row -> row.quarter(quarter, rules))));
    return columns;
  }

  private record Totals(
      long held, long missed, long nothing, long overdue, @Nullable BigDecimal rate) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(arguments(scope, period, asked, choice))
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("activity.overview.held", Value.count(totals.held()));
    words.put("activity.overview.missed", Value.count(totals.missed()));
    words.put("activity.overview.nothing", Value.count(totals.nothing()));
    words.put("activity.meeting.rate", Value.rate(totals.rate()));
    words.put("activity.overview.overdue", Value.count(totals.overdue()));
    return words;
  }

  /// The last day of a quarter.
  static LocalDate end(int year, int quarter) {
    return LocalDate.of(year, 3 * quarter, 1).plusMonths(1).minusDays(1);
  }
}
