package vn.nenmong.archive;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
class EveryCommuneRepository {

  static final String ALL =
      "select cast(id as uuid) from unnest(string_to_array(nullif(every_commune(), ''), ',')) id";

  static final String LAST_BACKUP =
      """
      select at from audit_line
      where action = 'export' and subject = 'archive' and :scope <> '{}'
      order by id desc limit 1
      """;

  private final JdbcClient jdbc;

  EveryCommuneRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Ids of all communes, whoever asks.
  List<UUID> all() {
    return jdbc.sql(ALL).query(UUID.class).list();
  }

  /// When someone last took one from the browser.
  Optional<OffsetDateTime> lastBackup(Scope scope) {
    return jdbc.sql(LAST_BACKUP).param("scope", scope.sql()).query(OffsetDateTime.class).optional();
  }
}
