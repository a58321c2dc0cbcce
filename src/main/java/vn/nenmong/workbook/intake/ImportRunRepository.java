package vn.nenmong.workbook.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// The imports that were made.
@Repository
class ImportRunRepository {

  static final String INSERT =
      """
      insert into import_run (id, commune_id, year, file_name, sha256, at, account, summary, result, mapping)
      values (:id, :commune, :year, :fileName, :sha256, :at, :account, cast(:summary as jsonb),
        cast(:result as jsonb), cast(:mapping as jsonb))
      """;

  static final String FIND =
      """
      select r.id, r.at, coalesce(who.display_name, r.account) as account, r.file_name, r.sha256,
        cast(r.result as text) as result, cast(r.mapping as text) as mapping
      from import_run r
      left join account who on who.username = r.account
      where r.id = :id and exists (
        select from organization_period op
        where op.organization_id = r.commune_id and op.path <@ any(cast(:scope as ltree[])))
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
      String summary,
      String resultAsJson,
      @Nullable String mapping) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("commune", result.commune())
        .param("year", result.year())
        .param("fileName", fileName)
        .param("sha256", sha256)
        .param("at", Timestamp.from(at))
        .param("account", account)
        .param("summary", summary)
        .param("result", resultAsJson)
        .param("mapping", mapping)
        .update();
  }

  Optional<PastImport> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query(PastImport.class)
        .optional();
  }
}
