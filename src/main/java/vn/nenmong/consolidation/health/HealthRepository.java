package vn.nenmong.consolidation.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// What is known of all cells below an organization on a day, whatever their number in as many
/// statements.
@Repository
class HealthRepository {

  static final String CELLS_FRAGMENT =
      """
      with cell as materialized (
        select o.id, o.code, op.commune_id, op.name, cast(op.path as text) as path,
          coalesce(last_day(o.founded), lower(o.life)) as since, lower(o.life) as open_from
        from organization_period op
        join organization o on o.id = op.organization_id
        where op.period @> cast(:day as date) and op.kind in ('cell', 'grassroots_cell')
          and op.path <@ cast(:top as ltree) and op.path <@ any(cast(:scope as ltree[]))),
      """;

  /// An admission is of the cell that someone's membership began in, wherever they are now; it
  /// counts from `:since` on.
  static final String VITALS =
      CELLS_FRAGMENT
          + """
          member as (
            select s.cell_id, count(*) as members,
              count(*) filter (where s.standing = 'official') as official,
              count(*) filter (where p.sex = 'female') as women,
              max(last_day(p.born)) as youngest, count(*) filter (where p.born is null) as unborn
            from cell
            join member_state s on s.cell_id = cell.id and s.period @> cast(:day as date)
            join person p on p.id = s.person_id
            group by s.cell_id),
          admission as (
            select s.cell_id, max(m.admitted_from) as last
            from membership m
            join member_state s on s.person_id = m.person_id and lower(s.period) = lower(m.period)
            where m.commune_id in (select commune_id from cell) and m.begun_by is null
              and m.admitted_from > cast(:since as date) and m.admitted_from <= cast(:day as date)
            group by s.cell_id),
          secretary as (
            select h.organization_id as cell_id, bool_or(t.kind is null) as here,
              bool_or(t.kind = 'away') as away
            from cell
            join office_held h on h.organization_id = cell.id and h.role = 'secretary'
              and h.period @> cast(:day as date)
            left join temporary_standing t on t.person_id = h.person_id
              and t.kind in ('away', 'suspended') and t.period @> cast(:day as date)
            group by h.organization_id),
          told as materialized (
            select distinct h.commune_id
            from office_held h
            join organization_period op on op.organization_id = h.organization_id
              and op.kind in ('cell', 'grassroots_cell')
            where h.commune_id in (select commune_id from cell) and h.role = 'secretary'
              and not h.period >> daterange(null, cast(:day as date), '[]'))
          select cell.id, cell.commune_id, cell.path, cell.code, cell.name, cell.since,
            coalesce(member.members, 0) as members, coalesce(member.official, 0) as official,
            coalesce(member.women, 0) as women, member.youngest,
            coalesce(member.unborn, 0) as unborn, admission.last as admitted,
            case
              when secretary.here then 'HERE'
              when secretary.away then 'AWAY'
              when secretary.cell_id is not null then 'SUSPENDED'
              when cell.commune_id in (select commune_id from told) then 'VACANT'
              else 'UNKNOWN' end as secretary
          from cell
          left join member on member.cell_id = cell.id
          left join admission on admission.cell_id = cell.id
          left join secretary on secretary.cell_id = cell.id
          order by cell.code collate vi, cell.id
          """;

  private final JdbcClient jdbc;

  HealthRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param top path at or below which the cells are; empty for all of the scope
  /// @param years how far back admissions are looked for
  List<Vitals> vitals(Scope scope, String top, LocalDate day, int years) {
    return about(VITALS, scope, top, day)
        .param("since", day.minusYears(years))
        .query(HealthRepository::vitals)
        .list();
  }

  private JdbcClient.StatementSpec about(String sql, Scope scope, String top, LocalDate day) {
    return jdbc.sql(sql).param("scope", scope.sql()).param("top", top).param("day", day);
  }

  private static Vitals vitals(ResultSet row, int number) throws SQLException {
    return new Vitals(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        row.getString("path"),
        row.getString("code"),
        row.getString("name"),
        row.getObject("since", LocalDate.class),
        row.getInt("members"),
        row.getInt("official"),
        row.getInt("women"),
        row.getObject("youngest", LocalDate.class),
        row.getInt("unborn"),
        row.getObject("admitted", LocalDate.class),
        Vitals.Secretary.valueOf(row.getString("secretary")));
  }
}
