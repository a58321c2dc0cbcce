package vn.nenmong.activity.attendance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
class AttendanceRegisterRepository {

  static final List<String> ABSENCES = List.of("noReason", "reason", "running");

  /// @param absent who was absent without a reason, with one, or twice or more in a row with leave
  record Choice(@Nullable UUID cell, @Nullable String absent) {}

  /// @param memberId of the page of the person, where the scope reaches it
  /// @param withLeave absences for which leave was asked
  /// @param withReason absences with a reason, without leave
  /// @param running the most absences with leave one after the other
  record Row(
      UUID id,
      @Nullable UUID memberId,
      UUID communeId,
      String person,
      UUID cellId,
      String cell,
      int due,
      int present,
      @Nullable BigDecimal rate,
      int withLeave,
      int withReason,
      int noReason,
      int running)
      implements RegisterRow {

    private Value running(@Nullable Integer most) {
      return most == null || running < most
          ? Value.count(running)
          : new Value.Tag(
              String.valueOf(running), running > most ? Value.Tone.BAD : Value.Tone.WARN);
    }
  }

  /// Of the meetings that were kept; whoever is exempt is due where they came.
  static final String ROWS =
      """
      with mine as (
        select a.person_id, a.present, a.reason, a.on_leave and not a.present as leave, k.cell_id,
          k.commune_id, op.name as cell, m.held_on, a.meeting_id
        from counted_meeting m
        join cell_meeting k on k.id = m.kept_id
        join meeting_attendance a on a.meeting_id = k.id
        join organization_period op on op.organization_id = k.cell_id and op.period @> m.held_on
        where m.month between make_date(:year, 1, 1) and cast(:on as date)
          and (a.present or not a.exempt)
          and op.path <@ any(cast(:scope as ltree[]))
          and (cast(:cell as uuid) is null or k.cell_id = cast(:cell as uuid))),
      islands as (
        select person_id, leave,
          row_number() over (partition by person_id order by held_on, meeting_id)
            - row_number() over (partition by person_id, leave order by held_on, meeting_id)
            as island
        from mine),
      runs as (
        select person_id, max(length) as running
        from (
          select person_id, count(*) as length from islands where leave
          group by person_id, island) run
        group by person_id)
      select p.id, p.name as person, p.given_name, p.other_names, g.*,
        (select s.person_id from member_state s
          join organization_period op on op.organization_id = s.cell_id
            and op.period @> cast(:on as date) and op.path <@ any(cast(:scope as ltree[]))
          where s.person_id = p.id and s.period @> cast(:on as date) limit 1) as member_id,
        round(100.0 * g.present / nullif(g.due, 0), 1) as rate,
        coalesce(r.running, 0) as running
      from (
        select person_id, count(*) as due, count(*) filter (where present) as present,
          count(*) filter (where leave) as with_leave,
          count(*) filter (where not present and not leave and reason <> 'none') as with_reason,
          count(*) filter (where not present and not leave and reason = 'none') as no_reason,
          (array_agg(cell_id order by held_on desc))[1] as cell_id,
          (array_agg(commune_id order by held_on desc))[1] as commune_id,
          (array_agg(cell order by held_on desc))[1] as cell
        from mine
        group by person_id) g
      join person p on p.id = g.person_id
      left join runs r on r.person_id = g.person_id
      where case coalesce(cast(:absent as text), '')
          when 'noReason' then g.no_reason > 0
          when 'reason' then g.with_leave + g.with_reason > 0
          when 'running' then r.running > 1
          else true end
        and concat_ws(' ', p.folded, fold(g.cell)) like :q
      """;

  static final String TOTALS =
      """
      select coalesce(sum(r.due), 0) as due, coalesce(sum(r.present), 0) as present,
        round(100.0 * sum(r.present) / nullif(sum(r.due), 0), 1) as rate,
        coalesce(sum(r.no_reason), 0) as no_reason
      from (%s) r
      """
          .formatted(ROWS);

  private final JdbcClient jdbc;

  AttendanceRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param most absences with leave one after the other that a commune bears, where a rule says
  RegisterQuery<Row> query(
      Scope scope,
      ReportPeriod period,
      Asked asked,
      Choice choice,
      Function<UUID, @Nullable Integer> most) {
    return new RegisterQuery<>(
        ROWS, Row.class, columns(most), arguments(scope, period, asked, choice));
  }

  private static Map<String, @Nullable Object> arguments(
      Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("absent", choice.absent());
    return arguments;
  }

  private static List<RegisterColumn<Row>> columns(Function<UUID, @Nullable Integer> most) {
    return List.of(
        RegisterColumn.of(
            "person",
            "activity.kept.person",
            row -> Value.link(row.person(), "/members/", row.memberId()),
            "given_name",
            "other_names"),
        RegisterColumn.of(
            "cell",
            "activity.meeting.cell",
            row -> Value.link(row.cell(), "/organizations/", row.cellId()),
            "cell collate vi"),
        RegisterColumn.number("due", "activity.meeting.due", row -> Value.count(row.due()), "due"),
        RegisterColumn.number(
            "present", "activity.meeting.present", row -> Value.count(row.present()), "present"),
        RegisterColumn.number(
            "rate", "activity.meeting.rate", row -> Value.rate(row.rate()), "coalesce(rate, -1)"),
        RegisterColumn.number(
            "leave",
            "activity.attendance.leave",
            row -> Value.count(row.withLeave()),
            "with_leave"),
        RegisterColumn.number(
            "reason",
            "activity.attendance.reason",
            row -> Value.count(row.withReason()),
            "with_reason"),
        RegisterColumn.number(
            "noReason",
            "activity.attendance.noReason",
            row ->
                row.noReason() == 0
                    ? Value.count(0)
                    : new Value.Tag(String.valueOf(row.noReason()), Value.Tone.BAD),
            "no_reason"),
        RegisterColumn.number(
            "running",
            "activity.attendance.running",
            row -> row.running(most.apply(row.communeId())),
            "running"));
  }

  private record Totals(long due, long present, @Nullable BigDecimal rate, long noReason) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(arguments(scope, period, asked, choice))
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("activity.meeting.due", Value.count(totals.due()));
    words.put("activity.meeting.present", Value.count(totals.present()));
    words.put("activity.meeting.rate", Value.rate(totals.rate()));
    words.put("activity.attendance.noReason", Value.count(totals.noReason()));
    return words;
  }
}
