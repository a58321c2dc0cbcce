package vn.nenmong.activity.meeting;

import java.math.BigDecimal;
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
class MeetingRegisterRepository {

  /// @param rows `with` those that kept meetings took the place of, or `only` these
  record Choice(
      @Nullable UUID cell, @Nullable String kind, @Nullable Integer month, @Nullable String rows) {}

  /// @param topics what a kept meeting was about beyond what every one has, and names nobody
  /// @param keptId of the meeting that it comes of or that took its place

  record Row(
      UUID id,
      UUID cellId,
      String cell,
      LocalDate month,
      LocalDate heldOn,
      String kind,
      @Nullable Integer due,
      @Nullable Integer present,
      @Nullable BigDecimal rate,
      @Nullable String absenceReason,
      @Nullable String topics,
      @Nullable UUID keptId,
      @Nullable String state,
      boolean replaced)
      implements RegisterRow {

    /// What comes of a kept meeting is told there.
    @Override
    public @Nullable UUID recordId() {
      return keptId == null || replaced ? id : null;
    }

    private Value minutes() {
      return keptId == null
          ? Value.none()
          : new Value.WordTag(
              replaced ? "activity.meeting.replaced" : "activity.kept.state." + state,
              replaced ? Value.Tone.WARN : Value.Tone.PLAIN,
              "/meetings/" + keptId);
    }
  }

  static final String ROWS =
      """
      select m.id, m.cell_id, op.name as cell, m.month, m.held_on, m.kind, m.due, m.present,
        round(100.0 * m.present / nullif(m.due, 0), 1) as rate, m.absence_reason,
        t.topics, k.id as kept_id, k.state, m.replaced_by is not null as replaced
      from meeting m
      left join cell_meeting k on k.id = coalesce(m.kept_id, m.replaced_by)
      join organization_period op on op.organization_id = m.cell_id and op.period @> m.held_on
      left join lateral (
        select string_agg(distinct told.topic, '; ') as topics
        from (
          select coalesce(f.value ->> 'title', f.value ->> 'document') as topic
          from meeting_field f
          where f.meeting_id = k.id and (f.name like 'study/%'
            or f.name like 'agenda/%' and f.value ->> 'subject' is null
              and f.value ->> 'matter' is distinct from 'study'
              and coalesce(f.value ->> 'from', 'cell') in ('cell', 'frame'))) told) t on true
      where m.month between date_trunc('month', cast(:from as date)) and cast(:to as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or m.cell_id = cast(:cell as uuid))
        and coalesce(cast(:kind as text), '') in ('', m.kind)
        and coalesce(cast(:month as int), 0) in (0, extract(month from m.month))
        and case coalesce(cast(:rows as text), '')
          when 'only' then m.replaced_by is not null
          when 'with' then true else m.replaced_by is null end
        and (:q = '%' or fold(concat_ws(' ', op.name, m.absence_reason, t.topics)) like :q)
      """;

  static final String TOTALS =
      """
      select count(*) filter (where r.kind = 'regular') as regular,
        count(*) filter (where r.kind = 'thematic') as thematic,
        sum(r.due) filter (where r.present is not null) as due,
        sum(r.present) filter (where r.due is not null) as present,
        round(100.0 * sum(r.present) filter (where r.due is not null)
          / nullif(sum(r.due) filter (where r.present is not null), 0), 1) as rate
      from (%s) r
      where not r.replaced
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "cell",
              "activity.meeting.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi",
              "held_on"),
          RegisterColumn.of(
              "month",
              "activity.meeting.month",
              row -> new Value.Word("activity.meeting.month." + row.month().getMonthValue()),
              "month",
              "cell collate vi"),
          RegisterColumn.of(
              "heldOn", "activity.meeting.heldOn", row -> Value.day(row.heldOn()), "held_on"),
          RegisterColumn.of(
              "kind",
              "activity.meeting.kind",
              row -> new Value.Word("activity.meeting.kind." + row.kind()),
              "kind",
              "held_on"),
          RegisterColumn.number(
              "due", "activity.meeting.due", row -> Value.count(row.due()), "coalesce(due, -1)"),
          RegisterColumn.number(
              "present",
              "activity.meeting.present",
              row -> Value.count(row.present()),
              "coalesce(present, -1)"),
          RegisterColumn.number(
              "rate", "activity.meeting.rate", row -> Value.rate(row.rate()), "coalesce(rate, -1)"),
          RegisterColumn.of(
              "absenceReason",
              "activity.meeting.absenceReason",
              row -> Value.text(row.absenceReason())),
          RegisterColumn.of("topics", "activity.meeting.topics", row -> Value.text(row.topics())),
          RegisterColumn.of("minutes", "activity.meeting.minutes", Row::minutes));

  private final JdbcClient jdbc;

  MeetingRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("kind", choice.kind());
    arguments.put("month", choice.month());
    arguments.put("rows", choice.rows());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(
      @Nullable Long due,
      @Nullable Long present,
      @Nullable BigDecimal rate,
      int regular,
      int thematic) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("activity.meeting.kind.regular", Value.count(totals.regular()));
    words.put("activity.meeting.kind.thematic", Value.count(totals.thematic()));
    words.put("activity.meeting.due", Value.count(totals.due()));
    words.put("activity.meeting.present", Value.count(totals.present()));
    words.put("activity.meeting.rate", Value.rate(totals.rate()));
    return words;
  }
}
