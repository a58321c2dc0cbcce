package vn.nenmong.workbook.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How lists of an office's own are read: the one of an upload, and those remembered by their
/// shape.
@Repository
class ListMappingRepository {

  static final String OF_UPLOAD =
      "select cast(mapping as text) from import_upload where id = :id and account = :account";

  static final String KEEP =
      """
      update import_upload set mapping = cast(:mapping as jsonb)
      where id = :id and account = :account and state not in ('writing', 'done')
      """;

  static final String REMEMBERED =
      "select cast(uses as text) from list_mapping where commune = :commune and shape = :shape";

  static final String REMEMBER =
      """
      insert into list_mapping (commune, shape, uses, account, at)
      values (:commune, :shape, cast(:uses as jsonb), :account, :now)
      on conflict (commune, shape) do update
        set uses = excluded.uses, account = excluded.account, at = excluded.at
      """;

  private final JdbcClient jdbc;

  ListMappingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// As JSON; empty where the file is a workbook of the program's own.
  Optional<String> ofUpload(UUID id, String account) {
    return jdbc.sql(OF_UPLOAD)
        .param("id", id)
        .param("account", account)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(mapping -> mapping);
  }

  void keep(UUID id, String account, String mapping) {
    jdbc.sql(KEEP).param("id", id).param("account", account).param("mapping", mapping).update();
  }

  Optional<String> remembered(String commune, String shape) {
    return jdbc.sql(REMEMBERED)
        .param("commune", commune)
        .param("shape", shape)
        .query(String.class)
        .optional();
  }

  void remember(String commune, String shape, String uses, String account, Instant now) {
    jdbc.sql(REMEMBER)
        .param("commune", commune)
        .param("shape", shape)
        .param("uses", uses)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .update();
  }
}
