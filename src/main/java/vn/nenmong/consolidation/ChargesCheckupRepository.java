package vn.nenmong.consolidation;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Looks at the whole data folder, for the command `doctor` alone: no one's scope narrows it.
@Repository
@Unscoped("looks over the whole database, for `doctor`")
class ChargesCheckupRepository {

  static final String BEYOND_END =
      """
      select c.id::text from charge c
      join organization o on o.id = c.cell_id
      where not o.life @> c.period
      order by 1
      """;

  private final JdbcClient jdbc;

  ChargesCheckupRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Charges that go on when their cell has ended.
  List<String> beyondEnd() {
    return jdbc.sql(BEYOND_END).query(String.class).list();
  }
}
