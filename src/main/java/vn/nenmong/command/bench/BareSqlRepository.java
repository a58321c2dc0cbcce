package vn.nenmong.command.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// The least that the database must do for a page, to be timed beside the page.
@Repository
public class BareSqlRepository {

  static final int ROWS_OF_A_PAGE = 50;

  static final String LIST =
      """
      select listed.*, m.admitted, op.name
      from person a
      cross join lateral (
        select p.id, p.name, p.born, p.given_name, p.other_names, s.cell_id, s.standing
        from person p
        cross join lateral (
          select cell_id, standing from member_state
          where person_id = p.id and period @> cast(:day as date)
          limit 1) s
        where p.commune_id = :commune
          and (p.given_name, p.other_names, p.id) > (a.given_name, a.other_names, a.id)
        order by p.given_name, p.other_names, p.id
        limit :limit) listed
      join membership m on m.person_id = listed.id and m.period @> cast(:day as date)
      join organization_period op on op.organization_id = listed.cell_id
        and op.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      where a.id = :after
      order by listed.given_name, listed.other_names, listed.id
      """;

  static final String SEARCH =
      """
      select p.id
      from person p
      cross join lateral (
        select cell_id from member_state
        where person_id = p.id and (period @> cast(:day as date)) is true
        limit 1) s
      join organization_period op on op.organization_id = s.cell_id
        and op.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      where p.commune_id = :commune and p.folded like '%' || fold(:query) || '%'
      order by p.given_name, p.other_names, p.id
      limit :limit
      """;

  static final String ROW_AT =
      """
      select p.id
      from person p
      join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      where p.commune_id = :commune and op.path <@ any(cast(:scope as ltree[]))
      order by p.given_name, p.other_names, p.id
      limit 1 offset :row
      """;

  static final String STANDINGS =
      """
      select s.standing, count(*)
      from member_state s
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      where s.period @> cast(:day as date) and s.commune_id = :commune
        and op.path <@ any(cast(:scope as ltree[]))
      group by s.standing
      """;

  static final String TOUCH =
      """
      update organization set note = coalesce(note, '') || '.'
      where id = :commune and :scope <> '{}'
      """;

  private final JdbcClient jdbc;

  BareSqlRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int list(Scope scope, UUID commune, LocalDate day, UUID after) {
    return jdbc.sql(LIST)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("day", day)
        .param("after", after)
        .param("limit", ROWS_OF_A_PAGE)
        .query((row, _) -> row.getString(2))
        .list()
        .size();
  }

  int search(Scope scope, UUID commune, LocalDate day, String query) {
    return jdbc.sql(SEARCH)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("day", day)
        .param("query", query)
        .param("limit", ROWS_OF_A_PAGE)
        .query(UUID.class)
        .list()
        .size();
  }

  /// Who stands at a row of the list by name, counted from 0.
  UUID rowAt(Scope scope, UUID commune, LocalDate day, int row) {
    return jdbc.sql(ROW_AT)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("day", day)
        .param("row", row)
        .query(UUID.class)
        .single();
  }

  List<String> standings(Scope scope, UUID commune, LocalDate day) {
    return jdbc.sql(STANDINGS)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("day", day)
        .query((row, _) -> row.getString(1) + row.getInt(2))
        .list();
  }

  /// The smallest change of a register, after which nothing is remembered.
  void touch(Scope scope, UUID commune) {
    jdbc.sql(TOUCH).param("commune", commune).param("scope", scope.sql()).update();
  }
}
