package vn.nenmong.workbook.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The imports that were made.
@Repository
class ImportRunRepository {

  static final String INSERT =
      """
      insert into import_run (id, commune_id, year, file_name, sha256, at, account, summary)
      values (:id, :commune, :year, :fileName, :sha256, :at, :account, cast(:summary as jsonb))
      """;

  private final JdbcClient jdbc;

  ImportRunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      UUID id,
      ImportResult result,
      String fileName,
      String sha256,
      Instant at,
      String account,
      String summary) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("commune", result.commune())
        .param("year", result.year())
        .param("fileName", fileName)
        .param("sha256", sha256)
        .param("at", Timestamp.from(at))
        .param("account", account)
        .param("summary", summary)
        .update();
  }
}
