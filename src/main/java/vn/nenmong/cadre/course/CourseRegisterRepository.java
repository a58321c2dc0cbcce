package vn.nenmong.cadre.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.entry.Field;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class CourseRegisterRepository {

  record Choice(@Nullable String kind) {}

  record Row(
      UUID id, String name, String kind, LocalDate fromDay, @Nullable LocalDate toDay, int attended)
      implements RegisterRow {}

  /// Within the scope by the commune, or by members of a cell who took it; then only they are
  /// counted.
  static final String ROWS =
      """
      select c.id, c.name, c.kind, c.from_day, c.to_day, g.attended
      from course c
      join organization_period op
        on op.organization_id = c.commune_id and op.period @> c.from_day
      cross join lateral (
        select count(*) as attended, count(mp.path) as own
        from course_attendance a
        left join member_state ms on ms.person_id = a.person_id and ms.period @> c.from_day
        left join organization_period mp
          on mp.organization_id = ms.cell_id and mp.period @> c.from_day
          and mp.path <@ any(cast(:scope as ltree[]))
        where a.course_id = c.id
          and (op.path <@ any(cast(:scope as ltree[])) or mp.path is not null)) g
      where c.from_day between cast(:from as date) and cast(:to as date)
        and (op.path <@ any(cast(:scope as ltree[])) or g.own > 0)
        and coalesce(cast(:kind as text), '') in ('', c.kind)
        and fold(concat_ws(' ', c.name, c.kind)) like :q
      """;

  static final String CHOICES =
      """
      select cast(c.id as text) as value,
        c.name || ' (' || to_char(c.from_day, 'DD/MM/YYYY') || ')' as text, false as key
      from course c
      where exists (
        select from organization_period op
        where op.organization_id = c.commune_id and op.path <@ any(cast(:scope as ltree[])))
      order by c.from_day desc, c.name collate vi, c.id
      """;

  static final String KINDS =
      """
      select distinct r.kind collate vi as kind from (%s) r order by kind limit 200
      """
          .formatted(ROWS);

  static final String ATTENDED =
      """
      select coalesce(sum(r.attended), 0) from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "fromDay", "cadre.course.fromDay", row -> Value.day(row.fromDay()), "from_day"),
          RegisterColumn.of(
              "toDay",
              "cadre.course.toDay",
              row -> Value.day(row.toDay()),
              "coalesce(to_day, '-infinity')"),
          RegisterColumn.of(
              "name", "cadre.course.name", row -> Value.text(row.name()), "name collate vi"),
          RegisterColumn.of(
              "kind", "cadre.course.kind", row -> Value.text(row.kind()), "kind collate vi"),
          RegisterColumn.number(
              "attended", "cadre.course.attended", row -> Value.count(row.attended()), "attended"));

  private final JdbcClient jdbc;

  CourseRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All courses, the last first.
  List<Field.Choice> choices(Scope scope) {
    return jdbc.sql(CHOICES).param("scope", scope.sql()).query(Field.Choice.class).list();
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("kind", choice.kind());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  /// Kinds of course in the period.
  List<String> kinds(Scope scope, ReportPeriod period) {
    return jdbc.sql(KINDS)
        .params(query(scope, period, Asked.NOTHING, new Choice(null)).arguments())
        .query(String.class)
        .list();
  }

  /// How often the courses asked for were taken.
  long attended(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    return jdbc.sql(ATTENDED)
        .params(query(scope, period, asked, choice).arguments())
        .query(Long.class)
        .single();
  }
}
