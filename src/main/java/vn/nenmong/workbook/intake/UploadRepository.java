package vn.nenmong.workbook.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// Files that wait for their import, each seen by the account alone that brought it; and the
/// imports that were made.
@Repository
class UploadRepository {

  /// After so long without a sign of life nobody works on a file any more.
  static final Duration SILENCE = Duration.ofMinutes(5);

  /// After so long a file that nobody confirmed is removed.
  private static final Duration KEPT = Duration.ofDays(1);

  static final String INSERT =
      """
      insert into import_upload (id, account, file_name, sha256, at, content, state, touched_at)
      values (:id, :account, :fileName, :sha256, :at, :content, 'reading', :at)
      """;

  static final String FIND =
      """
      select id, file_name, at, state, percent, touched_at, result::text as result, refusal
      from import_upload where id = :id and account = :account
      """;

  static final String WAITING =
      """
      select id, file_name, at, state, percent, touched_at, null as result, refusal
      from import_upload
      where account = :account and state in ('reading', 'read', 'writing')
      order by at desc
      limit 20
      """;

  static final String CONTENT =
      "select content from import_upload where id = :id and account = :account";

  static final String BEGIN =
      """
      update import_upload set state = :state, percent = 0, touched_at = :now, refusal = null
      where id = :id and account = :account and content is not null
        and (state in ('read', 'failed') or touched_at < :silent)
      """;

  static final String PROGRESS =
      "update import_upload set percent = :percent, touched_at = :now where id = :id";

  static final String FINISH =
      """
      update import_upload
      set state = :state, result = cast(:result as jsonb), refusal = :refusal, touched_at = :now,
        content = case when :state = 'done' and not :keep then null else content end
      where id = :id
      """;

  static final String DELETE =
      """
      delete from import_upload
      where id = :id and account = :account
        and (state not in ('reading', 'writing') or touched_at < :silent)
      """;

  static final String CLEAN_UP = "select remove_uploads(:before)";

  static final String HISTORY =
      """
      select r.id, r.at, r.account, r.file_name, r.year, coalesce(op.name, '–') as commune,
        (select r.change where exists (select from row_change c where c.change = r.change)) as change,
        exists (select from undone_change u where u.change = r.change) as undone,
        (r.summary ->> 'new')::int as added, (r.summary ->> 'changed')::int as changed,
        (r.summary ->> 'unchanged')::int as unchanged
      from import_run r
      left join lateral (
        select name, path from organization_period
        where organization_id = r.commune_id order by period desc limit 1) op on true
      where coalesce(op.path, text2ltree(replace(r.commune_id::text, '-', '')))
        <@ any(cast(:scope as ltree[]))
      order by r.at desc
      limit 100
      """;

  private final JdbcClient jdbc;

  UploadRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      UUID id, String account, String fileName, String sha256, byte[] content, Instant now) {
    jdbc.sql(CLEAN_UP)
        .param("before", Timestamp.from(now.minus(KEPT)))
        .query((row, n) -> n)
        .single();
    jdbc.sql(INSERT)
        .param("id", id)
        .param("account", account)
        .param("fileName", fileName)
        .param("sha256", sha256)
        .param("content", content)
        .param("at", Timestamp.from(now))
        .update();
  }

  Optional<Upload> find(UUID id, String account) {
    return jdbc.sql(FIND).param("id", id).param("account", account).query(Upload.class).optional();
  }

  List<Upload> waiting(String account) {
    return jdbc.sql(WAITING).param("account", account).query(Upload.class).list();
  }

  /// Its bytes, while they are kept.
  Optional<byte[]> content(UUID id, String account) {
    return jdbc.sql(CONTENT)
        .param("id", id)
        .param("account", account)
        .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
        .optional()
        .flatMap(content -> content);
  }

  /// Takes the file to work on it; false where someone does already, or it is done.
  boolean begin(UUID id, String account, String state, Instant now) {
    return jdbc.sql(BEGIN)
            .param("id", id)
            .param("account", account)
            .param("state", state)
            .param("now", Timestamp.from(now))
            .param("silent", Timestamp.from(now.minus(SILENCE)))
            .update()
        == 1;
  }

  void progress(UUID id, int percent, Instant now) {
    jdbc.sql(PROGRESS)
        .param("id", id)
        .param("percent", percent)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// @param keep whether the bytes of a file that is done are still needed, for its rejected rows
  void finish(
      UUID id,
      String state,
      @Nullable String result,
      @Nullable String refusal,
      boolean keep,
      Instant now) {
    jdbc.sql(FINISH)
        .param("id", id)
        .param("state", state)
        .param("result", result)
        .param("refusal", refusal)
        .param("keep", keep)
        .param("now", Timestamp.from(now))
        .update();
  }

  void delete(UUID id, String account, Instant now) {
    jdbc.sql(DELETE)
        .param("id", id)
        .param("account", account)
        .param("silent", Timestamp.from(now.minus(SILENCE)))
        .update();
  }

  List<ImportRun> history(Scope scope) {
    return jdbc.sql(HISTORY).param("scope", scope.sql()).query(ImportRun.class).list();
  }
}
