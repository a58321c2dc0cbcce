package vn.nenmong.organization;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Looks at the whole data folder, for the command `doctor` alone: no one's scope narrows it.
@Repository
@Unscoped("looks over the whole database, for `doctor`")
class VillagesCheckupRepository {

  static final String LED_BY_ENDED_CELL =
      """
      select c.code || '/' || v.code from village_period p
      join village v on v.id = p.village_id
      join organization c on c.id = p.commune_id
      join organization o on o.id = p.cell_id
      where not o.life @> p.period
      order by 1
      """;

  static final String LED_FROM_ELSEWHERE =
      """
      select c.code || '/' || v.code from village_period p
      join village v on v.id = p.village_id
      join organization c on c.id = p.commune_id
      where not exists (
        select from organization_period cell
        join organization_period top on top.organization_id = p.commune_id and top.path @> cell.path
        where cell.organization_id = p.cell_id and cell.period && p.period and top.period && p.period)
        and p.cell_id is not null
      order by 1
      """;

  private final JdbcClient jdbc;

  VillagesCheckupRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Codes of villages that a cell leads beyond its own end.
  List<String> ledByEndedCell() {
    return jdbc.sql(LED_BY_ENDED_CELL).query(String.class).list();
  }

  /// Codes of villages that a cell of another commune leads.
  List<String> ledFromElsewhere() {
    return jdbc.sql(LED_FROM_ELSEWHERE).query(String.class).list();
  }
}
