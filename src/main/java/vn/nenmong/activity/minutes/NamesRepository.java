package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

@Repository
@Unscoped("names what is mentioned in a meeting that was found in the scope")
class NamesRepository {

  static final String NAMES =
      """
      select id, name from person where id = any(:ids)
      union all
      select id, text from cell_task where id = any(:ids)
      union all
      select id, text from meeting_criterion where id = any(:ids)
      """;

  static final String CELL =
      """
      select name from organization_period
      where organization_id = :cell
      order by period @> cast(:day as date) desc, period desc
      limit 1
      """;

  private final JdbcClient jdbc;

  NamesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Of those ids that are people, tasks or criteria.
  Map<UUID, String> of(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    jdbc.sql(NAMES)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    return names;
  }

  String cell(UUID cell, LocalDate day) {
    return jdbc.sql(CELL).param("cell", cell).param("day", day).query(String.class).single();
  }
}
