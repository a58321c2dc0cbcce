package vn.nenmong.figures.overview;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.text.Apart;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// What the first page asks for beside figures.
@Repository
class OverviewRepository {

  /// @param band lowest age of a band of ten years, from 20 (all under 31) to 60 (all over 60)
  record AgeBand(int band, int male, int female) {}

  record Admissions(int year, int admitted) {}

  record Graded(String grade, int members) {}

  static final String SUPERIOR =
      """
      select superior from organization_period
      where organization_id = :id and period @> cast(:day as date)
        and path <@ any(cast(:scope as ltree[])) and superior is not null
      """;

  /// The organizations of a day at and below one. All is asked by these ids: the planner can't tell
  /// from a path how many there are.
  static final String UNITS =
      """
      select organization_id
      from units_on(cast(:scope as ltree[]), cast(:top as ltree), cast(:to as date))
      """;

  /// The last year of which the communes of some units told their members.
  private static final String TOLD_FRAGMENT =
      """
      select commune, told_until(commune, 'members') as last
      from (
        select distinct commune_id as commune from organization_period
        where organization_id = any(cast(:units as uuid[]))) own
      """;

  static final String CELLS =
      """
      with member as materialized (
        select cell_id, count(*) as members, count(*) filter (where standing = 'official') as official
        from member_state
        where cell_id = any(cast(:units as uuid[])) and period @> cast(:to as date)
        group by cell_id),
      told as materialized (%s),
      admission as materialized (
        select distinct s.cell_id
        from membership m
        join member_state s on s.person_id = m.person_id and s.period @> cast(:to as date)
        where m.commune_id in (
            select commune_id from organization_period where organization_id = any(cast(:units as uuid[])))
          and m.admitted_from > cast(cast(:to as date) - interval '3 years' as date)
          and m.admitted_from <= cast(:to as date))
      select op.organization_id as id, op.name, full_code(o.commune_id, o.code) as code,
        cast(op.path as text) as path, coalesce(member.members, 0) as members,
        coalesce(member.official, 0) as official,
        missed.months as missed, joint.villages as joint_villages,
        op.organization_id in (select cell_id from admission)
          or coalesce(
            (select max(told.last) from told
              where told.commune in (op.commune_id, lies_or_stands_in(op.path, op.commune_id))),
            0) < extract(year from cast(:to as date)) - 1 as admitted_lately
      from organization_period op
      join organization o on o.id = op.organization_id
      left join member on member.cell_id = op.organization_id
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
            select from counted_meeting g
            where g.cell_id = op.organization_id and g.kind = 'regular'
              and g.month = due.month::date)) missed
      cross join lateral (
        select array_agg(v.name order by v.name collate vi) as villages
        from village_period v
        where v.cell_id = op.organization_id and v.meeting_form = 'joint'
          and v.period @> cast(:to as date)) joint
      where op.period @> cast(:to as date)
        and op.kind in ('cell', 'grassroots_cell')
        and op.organization_id = any(cast(:units as uuid[]))
        and op.path <@ any(cast(:scope as ltree[]))
      order by full_code(o.commune_id, o.code) collate vi, o.id
      """
          .formatted(TOLD_FRAGMENT);

  @Unscoped("asked of organizations that were found in the scope")
  static final String TOLD_UNTIL =
      "select coalesce(max(last), 0) from (%s) told".formatted(TOLD_FRAGMENT);

  @Unscoped("asked of an organization that was found in the scope")
  static final String AGES =
      """
      select least(60, greatest(20, (age - 1) / 10 * 10)) as band,
        count(*) filter (where sex = 'male') as male,
        count(*) filter (where sex = 'female') as female
      from (
        select p.sex,
          :year - left(p.born, 4)::int - (length(p.born) = 10 and :day < substr(p.born, 6))::int as age
        from member_state s
        join person p on p.id = s.person_id
        where s.cell_id = any(cast(:units as uuid[])) and s.period @> cast(:to as date)
          and p.born is not null) members
      group by 1
      order by 1
      """;

  @Unscoped("asked of an organization that was found in the scope")
  static final String ADMISSIONS =
      """
      select extract(year from m.admitted_from)::int as year, count(*) as admitted
      from membership m
      join member_state s on s.person_id = m.person_id and s.period @> cast(:to as date)
      where m.commune_id in (
          select commune_id from organization_period where organization_id = any(cast(:units as uuid[])))
        and m.admitted_from > cast(cast(:to as date) - interval '10 years' as date)
        and m.admitted_from <= cast(:to as date)
        and s.cell_id = any(cast(:units as uuid[]))
      group by 1
      order by 1
      """;

  static final String GRADES =
      """
      select r.grade, count(*) as members
      from member_review r
      join organization_period op on op.organization_id = r.cell_id and op.period @> cast(:to as date)
      where r.year = :year
        and op.organization_id = any(cast(:units as uuid[]))
        and op.path <@ any(cast(:scope as ltree[]))
      group by r.grade
      order by array_position(array['excellent', 'good', 'completed', 'failed'], r.grade)
      """;

  private final JdbcClient jdbc;

  OverviewRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The name of the body above, as the organization's papers head it.
  Optional<String> superior(Scope scope, OrganizationRef top, LocalDate day) {
    return jdbc.sql(SUPERIOR)
        .param("id", top.id())
        .param("day", day)
        .param("scope", scope.sql())
        .query(String.class)
        .optional();
  }

  List<UUID> units(Scope scope, OrganizationRef top, ReportPeriod period) {
    return about(UNITS, scope, period).param("top", top.path()).query(UUID.class).list();
  }

  /// @param least official members that are not few, by the path of a cell
  List<CellAtAGlance> cells(
      Scope scope, ReportPeriod period, List<UUID> units, ToIntFunction<String> least) {
    List<Coded> found =
        about(CELLS, scope, period)
            .param("from", period.from())
            .param("units", units.toArray(UUID[]::new))
            .query((row, _) -> new Coded(cell(row, least), row.getString("code")))
            .list();
    Map<UUID, String> names =
        Apart.names(found, one -> one.cell().id(), one -> one.cell().name(), Coded::code);
    return found.stream()
        .map(one -> one.cell().named(names.getOrDefault(one.cell().id(), one.cell().name())))
        .toList();
  }

  private record Coded(CellAtAGlance cell, String code) {}

  /// The last year of which some of the communes told their members, or 0.
  int toldUntil(List<UUID> units) {
    return jdbc.sql(TOLD_UNTIL)
        .param("units", units.toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  /// @param units of [#units], which the viewer may see
  List<AgeBand> ages(List<UUID> units, ReportPeriod period) {
    return jdbc.sql(AGES)
        .param("units", units.toArray(UUID[]::new))
        .param("to", period.to())
        .param("year", period.to().getYear())
        .param("day", "%tm-%<td".formatted(period.to()))
        .query(AgeBand.class)
        .list();
  }

  /// @param units of [#units], which the viewer may see
  List<Admissions> admissions(List<UUID> units, ReportPeriod period) {
    return jdbc.sql(ADMISSIONS)
        .param("units", units.toArray(UUID[]::new))
        .param("to", period.to())
        .query(Admissions.class)
        .list();
  }

  List<Graded> grades(Scope scope, ReportPeriod period, List<UUID> units) {
    return about(GRADES, scope, period)
        .param("year", period.year())
        .param("units", units.toArray(UUID[]::new))
        .query(Graded.class)
        .list();
  }

  private JdbcClient.StatementSpec about(String sql, Scope scope, ReportPeriod period) {
    return jdbc.sql(sql).param("to", period.to()).param("scope", scope.sql());
  }

  private static CellAtAGlance cell(ResultSet row, ToIntFunction<String> least)
      throws SQLException {
    return new CellAtAGlance(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getInt("members"),
        row.getInt("official"),
        least.applyAsInt(row.getString("path")),
        list(row.getArray("missed"), Integer[].class),
        list(row.getArray("joint_villages"), String[].class),
        row.getBoolean("admitted_lately"));
  }

  private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
    return array == null ? List.of() : Arrays.asList(type.cast(array.getArray()));
  }
}
