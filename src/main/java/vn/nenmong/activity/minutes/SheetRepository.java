package vn.nenmong.activity.minutes;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// The cells of which sheets are printed and keyed in.
@Repository
class SheetRepository {

  static final String CELLS =
      """
      select op.organization_id as id, op.commune_id,
        case when count(*) over (partition by o.code) > 1
          then (select root.code from organization root where root.id = o.commune_id) || '/' || o.code
          else o.code end as code,
        op.name, commune.name as commune,
        m.state
      from organization o
      join lateral (
        select last.organization_id, lies_in(last.path, last.commune_id) as commune_id, last.name,
          last.period
        from organization_period last
        where last.organization_id = o.id and last.kind in ('cell', 'grassroots_cell')
          and last.period && daterange(cast(:first as date), cast(:last as date), '[]')
          and last.path <@ any(cast(:scope as ltree[]))
        order by last.period desc limit 1) op on true
      join lateral (
        select c.name from organization_period c
        where c.organization_id = op.commune_id and c.period && op.period
        order by c.period desc limit 1) commune on true
      left join cell_meeting m
        on m.cell_id = op.organization_id and m.month = cast(:first as date) and m.kind = :kind
      order by commune.name collate vi, o.code, op.name collate vi
      """;

  private final JdbcClient jdbc;

  SheetRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SheetCell> cells(Scope scope, YearMonth month, MeetingKind kind) {
    return jdbc.sql(CELLS)
        .param("scope", scope.sql())
        .param("first", month.atDay(1))
        .param("last", month.atEndOfMonth())
        .param("kind", kind.code())
        .query(SheetCell.class)
        .list();
  }
}
