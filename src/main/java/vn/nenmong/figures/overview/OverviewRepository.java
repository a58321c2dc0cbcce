package vn.nenmong.figures.overview;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

@Repository
class OverviewRepository {

  /// @param band lowest age of a band of ten years, from 20 (all under 31) to 60 (all over 60)
  record AgeBand(int band, int male, int female) {}

  record Admissions(int year, int admitted) {}

  record Graded(String grade, int members) {}

  static final String SUPERIOR =
      """
      select superior from organization_period
      where organization_id = :id and period @> cast(:to as date)
        and path <@ any(cast(:scope as ltree[])) and superior is not null
      """;

  static final String CELLS =
      """
      select op.organization_id as id, op.name, counted.members, counted.official,
        missed.months as missed, joint.villages as joint_villages,
        exists (
          select from membership m
          join member_state s on s.person_id = m.person_id and s.period @> cast(:to as date)
          where m.commune_id = op.commune_id and s.cell_id = op.organization_id
            and first_day(m.admitted) > cast(:to as date) - interval '3 years'
            and first_day(m.admitted) <= cast(:to as date)) as admitted_lately
      from organization_period op
      join organization o on o.id = op.organization_id
      cross join lateral (
        select count(*) as members, count(*) filter (where s.standing = 'official') as official
        from member_state s
        where s.cell_id = op.organization_id and s.period @> cast(:to as date)) counted
      cross join lateral (
        select array_agg(extract(month from due.month)::int order by due.month) as months
        from generate_series(
          date_trunc('month', greatest(cast(:from as date), lower(o.life))),
          date_trunc('month', cast(:to as date)), interval '1 month') due (month)
        where exists (
            select from register_year r
            where r.commune_id = op.commune_id and r.register = 'meetings'
              and r.year = extract(year from due.month))
          and not exists (
            select from meeting g
            where g.cell_id = op.organization_id and g.kind = 'regular'
              and g.month = due.month::date)) missed
      cross join lateral (
        select array_agg(v.name order by v.name collate vi) as villages
        from village_period v
        where v.cell_id = op.organization_id and v.meeting_form = 'joint'
          and v.period @> cast(:to as date)) joint
      where op.period @> cast(:to as date)
        and op.kind in ('cell', 'grassroots_cell')
        and op.path <@ cast(:top as ltree)
        and op.path <@ any(cast(:scope as ltree[]))
      order by op.name collate vi
      """;

  static final String AGES =
      """
      select least(60, greatest(20, (age - 1) / 10 * 10)) as band,
        count(*) filter (where sex = 'male') as male,
        count(*) filter (where sex = 'female') as female
      from (
        select p.sex,
          extract(year from cast(:to as date))::int - left(p.born, 4)::int
          - (length(p.born) = 10 and to_char(cast(:to as date), 'MM-DD') < substr(p.born, 6))::int
            as age
        from member_state s
        join organization_period op on op.organization_id = s.cell_id
          and op.period @> cast(:to as date)
        join person p on p.id = s.person_id
        where s.period @> cast(:to as date) and p.born is not null
          and op.path <@ cast(:top as ltree)
          and op.path <@ any(cast(:scope as ltree[]))) members
      group by 1
      order by 1
      """;

  static final String ADMISSIONS =
      """
      select extract(year from first_day(m.admitted))::int as year, count(*) as admitted
      from membership m
      join member_state s on s.person_id = m.person_id and s.period @> cast(:to as date)
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:to as date)
      where first_day(m.admitted) > cast(:to as date) - interval '10 years'
        and first_day(m.admitted) <= cast(:to as date)
        and op.path <@ cast(:top as ltree)
        and op.path <@ any(cast(:scope as ltree[]))
      group by 1
      order by 1
      """;

  static final String GRADES =
      """
      select r.grade, count(*) as members
      from member_review r
      join organization_period op on op.organization_id = r.cell_id and op.period @> cast(:to as date)
      where r.year = :year
        and op.path <@ cast(:top as ltree)
        and op.path <@ any(cast(:scope as ltree[]))
      group by r.grade
      order by array_position(array['excellent', 'good', 'completed', 'failed'], r.grade)
      """;

  private final JdbcClient jdbc;

  OverviewRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The name of the body above, as the organization's papers head it.
  Optional<String> superior(Scope scope, OrganizationRef top, ReportPeriod period) {
    return jdbc.sql(SUPERIOR)
        .param("id", top.id())
        .param("to", period.to())
        .param("scope", scope.sql())
        .query(String.class)
        .optional();
  }

  List<CellAtAGlance> cells(Scope scope, OrganizationRef top, ReportPeriod period) {
    return about(CELLS, scope, top, period).param("from", period.from()).query(this::cell).list();
  }

  List<AgeBand> ages(Scope scope, OrganizationRef top, ReportPeriod period) {
    return about(AGES, scope, top, period).query(AgeBand.class).list();
  }

  List<Admissions> admissions(Scope scope, OrganizationRef top, ReportPeriod period) {
    return about(ADMISSIONS, scope, top, period).query(Admissions.class).list();
  }

  List<Graded> grades(Scope scope, OrganizationRef top, ReportPeriod period) {
    return about(GRADES, scope, top, period)
        .param("year", period.year())
        .query(Graded.class)
        .list();
  }

  private JdbcClient.StatementSpec about(
      String sql, Scope scope, OrganizationRef top, ReportPeriod period) {
    return jdbc.sql(sql)
        .param("to", period.to())
        .param("top", top.path())
        .param("scope", scope.sql());
  }

  private CellAtAGlance cell(ResultSet row, int number) throws SQLException {
    return new CellAtAGlance(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getInt("members"),
        row.getInt("official"),
        list(row.getArray("missed"), Integer[].class),
        list(row.getArray("joint_villages"), String[].class),
        row.getBoolean("admitted_lately"));
  }

  private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
    return array == null ? List.of() : Arrays.asList(type.cast(array.getArray()));
  }
}
