package vn.nenmong.archive;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EveryCommuneRepository {

  static final String ALL =
      "select cast(id as uuid) from unnest(string_to_array(nullif(every_commune(), ''), ',')) id";

  private final JdbcClient jdbc;

  EveryCommuneRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Ids of all communes, whoever asks.
  List<UUID> all() {
    return jdbc.sql(ALL).query(UUID.class).list();
  }
}
