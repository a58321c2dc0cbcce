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
      select p.id, p.name, p.born, s.standing, m.admitted, m.recognised, m.card_number
      from person p
      join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      join membership m on m.person_id = p.id and m.period @> cast(:day as date)
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      where p.commune_id = :commune and op.path <@ any(cast(:scope as ltree[]))
        and (p.given_name, p.other_names, p.id) > (
          select a.given_name, a.other_names, a.id from person a where a.id = :after)
      order by p.given_name, p.other_names, p.id
      limit :limit
      """;

  static final String SEARCH =
      """
      select count(*)
      from person p
      join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      where p.commune_id = :commune and op.path <@ any(cast(:scope as ltree[]))
        and p.folded like '%' || fold(:query) || '%'
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
        .query(Integer.class)
        .single();
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
