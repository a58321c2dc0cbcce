package vn.nenmong.cadre;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Looks at the whole data folder, for the command `doctor` alone: no one's scope narrows it.
@Repository
@Unscoped("looks over the whole database, for `doctor`")
class OfficesCheckupRepository {

  static final String BEYOND_END =
      """
      select h.id::text from office_held h
      join organization o on o.id = h.organization_id
      where not o.life @> h.period
      order by 1
      """;

  private final JdbcClient jdbc;

  OfficesCheckupRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Offices that go on when their organization has ended.
  List<String> beyondEnd() {
    return jdbc.sql(BEYOND_END).query(String.class).list();
  }
}
