package vn.nenmong.consolidation.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.PartialDate;

/// The cells of a scope on a day with all that the list of cells tells of each.
@Repository
class CellListRepository {

  static final String CELLS =
      """
      select o.id, o.code, op.name, op.kind,
        (select string_agg(v.name, ', ' order by v.name collate vi) from village_period v
          where v.cell_id = o.id and v.period @> cast(:day as date)) as villages,
        (select string_agg(v.name, ', ' order by v.name collate vi) from village_period v
          where v.cell_id = o.id and v.period @> cast(:day as date) and v.meeting_form = 'joint')
          as joint,
        coalesce(m.members, 0) as members, coalesce(m.official, 0) as official,
        coalesce(m.probationary, 0) as probationary, coalesce(m.women, 0) as women,
        coalesce(m.minorities, 0) as minorities, h.secretary, h.deputies, h.committee,
        o.founded, o.founding_decision as decision
      from organization_period op
      join organization o on o.id = op.organization_id
      left join lateral (
        select count(*) as members, count(*) filter (where s.standing = 'official') as official,
          count(*) filter (where s.standing = 'probationary') as probationary,
          count(*) filter (where p.sex = 'female') as women,
          count(*) filter (where p.ethnicity is not null and fold(p.ethnicity) <> 'kinh') as minorities
        from member_state s
        join person p on p.id = s.person_id
        where s.cell_id = o.id and s.period @> cast(:day as date)) m on true
      left join lateral (
        select string_agg(p.name, ', ') filter (where h.role = 'secretary') as secretary,
          string_agg(p.name, ', ') filter (
            where h.role in ('deputy_secretary', 'standing_deputy_secretary')) as deputies,
          string_agg(p.name, ', ') filter (
            where h.role in ('committee_member', 'standing_board_member')) as committee
        from office_held h
        join person p on p.id = h.person_id
        where h.organization_id = o.id and h.period @> cast(:day as date)) h on true
      where op.period @> cast(:day as date) and op.kind in ('cell', 'grassroots_cell')
        and op.path <@ any(cast(:scope as ltree[]))
      order by op.commune_id, o.code collate vi
      """;

  private final JdbcClient jdbc;

  CellListRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<CellLine> all(Scope scope, LocalDate day) {
    return jdbc.sql(CELLS)
        .param("scope", scope.sql())
        .param("day", day)
        .query((row, n) -> {
          String founded = row.getString("founded");
          return new CellLine(
              row.getObject("id", UUID.class),
              row.getString("code"),
              row.getString("name"),
              row.getString("kind"),
              row.getString("villages"),
              row.getInt("members"),
              row.getInt("official"),
              row.getInt("probationary"),
              row.getInt("women"),
              row.getInt("minorities"),
              row.getString("secretary"),
              row.getString("deputies"),
              row.getString("committee"),
              founded == null ? null : PartialDate.parse(founded),
              row.getString("decision"),
              row.getString("joint"));
        })
        .list();
  }
}
