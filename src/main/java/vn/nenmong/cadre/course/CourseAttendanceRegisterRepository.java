package vn.nenmong.cadre.course;

import java.time.LocalDate;
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
class CourseAttendanceRegisterRepository {

  record Choice(@Nullable String course) {}

  record Row(
      UUID id,
      @Nullable UUID memberId,
      String person,
      String course,
      String kind,
      LocalDate fromDay,
      @Nullable String position,
      @Nullable UUID cellId,
      @Nullable String cell)
      implements RegisterRow {}

  static final String ROWS =
      """
      select md5(a.course_id::text || a.person_id::text)::uuid as id,
        case when mp.path is not null then p.id end as member_id,
        p.name as person, p.given_name, p.other_names, c.name as course, c.kind, c.from_day,
        a.position, mp.organization_id as cell_id, mp.name as cell
      from course c
      join course_attendance a on a.course_id = c.id
      join person p on p.id = a.person_id
      join organization_period op
        on op.organization_id = c.commune_id and op.period @> c.from_day
      left join member_state ms on ms.person_id = p.id and ms.period @> c.from_day
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> c.from_day
        and mp.path <@ any(cast(:scope as ltree[]))
      where c.from_day between cast(:from as date) and cast(:to as date)
        and (op.path <@ any(cast(:scope as ltree[])) or mp.path is not null)
        and coalesce(cast(:course as text), '') in ('', c.name)
        and concat_ws(' ', p.folded, fold(concat_ws(' ', a.position, mp.name, c.name))) like :q
      """;

  static final String COURSES =
      """
      select distinct r.course collate vi as course from (%s) r order by course limit 200
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "person",
              "cadre.course.person",
              row -> Value.link(row.person(), "/members/", row.memberId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "cell",
              "cadre.course.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "coalesce(cell, '') collate vi"),
          RegisterColumn.of(
              "position",
              "cadre.course.position",
              row -> Value.text(row.position()),
              "coalesce(position, '') collate vi"),
          RegisterColumn.of(
              "name", "cadre.course.name", row -> Value.text(row.course()), "course collate vi"),
          RegisterColumn.of(
              "kind", "cadre.course.kind", row -> Value.text(row.kind()), "kind collate vi"),
          RegisterColumn.of(
              "fromDay", "cadre.course.fromDay", row -> Value.day(row.fromDay()), "from_day"));

  private final JdbcClient jdbc;

  CourseAttendanceRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("course", choice.course());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  /// Names of the courses in the period.
  List<String> courses(Scope scope, ReportPeriod period) {
    return jdbc.sql(COURSES)
        .params(query(scope, period, Asked.NOTHING, new Choice(null)).arguments())
        .query(String.class)
        .list();
  }
}
