package vn.nenmong.document.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// Templates of a commune, which must lie in the scope on a day, and the layouts they follow.
@Repository
class TemplateRepository {

  /// Of the day; before the first that is known, the first.
  static final String LAYOUT =
      """
      select value, document_number, document_body, document_date, evidence
      from rule_on(
        'layout.margins',
        greatest(cast(:day as date), (
          select min(lower(valid)) from rule_value where code = 'layout.margins' and unit_id is null)),
        cast(:commune as uuid))
      """;

  static final String VERSIONS =
      """
      select t.version, t.file_name, t.put_at, t.put_by, t.in_use
      from paper_template t
      join organization_period op on op.organization_id = t.commune_id
        and op.period @> cast(:day as date)
      where t.commune_id = :commune and t.kind = :kind
        and op.path <@ any(cast(:scope as ltree[]))
      order by t.version desc
      """;

  /// The template of a committee serves the cells below it too.
  static final String FILE =
      """
      select t.file
      from paper_template t
      join organization_period op on op.organization_id = t.commune_id
        and op.period @> cast(:day as date)
      where t.commune_id = :commune and t.kind = :kind
        and (op.path <@ any(cast(:scope as ltree[])) or op.path @> any(cast(:scope as ltree[])))
        and case when cast(:version as int) is null then t.in_use else t.version = :version end
      """;

  static final String LEAVE =
      """
      update paper_template set in_use = false
      where commune_id = :commune and kind = :kind and in_use
        and exists (
          select from organization_period op
          where op.organization_id = :commune and op.period @> cast(:day as date)
            and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String USE =
      """
      update paper_template set in_use = true
      where commune_id = :commune and kind = :kind and version = :version
        and exists (
          select from organization_period op
          where op.organization_id = :commune and op.period @> cast(:day as date)
            and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String ADD =
      """
      insert into paper_template
        (commune_id, kind, version, file_name, file, put_at, put_by, in_use)
      select op.organization_id, :kind,
        1 + coalesce((select max(version) from paper_template
                      where commune_id = :commune and kind = :kind), 0),
        :fileName, :file, :putAt, :putBy, true
      from organization_period op
      where op.organization_id = :commune and op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      returning version
      """;

  private final JdbcClient jdbc;

  TemplateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param commune whose paper it is; null where nobody's
  Layout layout(@Nullable UUID commune, LocalDate day) {
    return jdbc.sql(LAYOUT)
        .param("day", day)
        .param("commune", commune)
        .query(Layout.class)
        .single();
  }

  List<TemplateVersion> versions(Scope scope, PaperKind kind, UUID commune, LocalDate day) {
    return jdbc.sql(VERSIONS)
        .param("commune", commune)
        .param("day", day)
        .param("scope", scope.sql())
        .param("kind", kind.code())
        .query((row, number) ->
            new TemplateVersion(
                row.getInt("version"),
                row.getString("file_name"),
                row.getTimestamp("put_at").toInstant(),
                row.getString("put_by"),
                row.getBoolean("in_use")))
        .list();
  }

  /// @param version a version, or null for the one in use
  Optional<byte[]> file(
      Scope scope, PaperKind kind, UUID commune, LocalDate day, @Nullable Integer version) {
    return jdbc.sql(FILE)
        .param("commune", commune)
        .param("day", day)
        .param("scope", scope.sql())
        .param("kind", kind.code())
        .param("version", version)
        .query((row, number) -> row.getBytes("file"))
        .optional();
  }

  void leave(Scope scope, PaperKind kind, UUID commune, LocalDate day) {
    jdbc.sql(LEAVE)
        .param("commune", commune)
        .param("day", day)
        .param("scope", scope.sql())
        .param("kind", kind.code())
        .update();
  }

  /// Whether there is such a version.
  boolean use(Scope scope, PaperKind kind, UUID commune, LocalDate day, int version) {
    return jdbc.sql(USE)
            .param("commune", commune)
            .param("day", day)
            .param("scope", scope.sql())
            .param("kind", kind.code())
            .param("version", version)
            .update()
        == 1;
  }

  /// Returns its version.
  int add(
      Scope scope,
      PaperKind kind,
      UUID commune,
      LocalDate day,
      String fileName,
      byte[] file,
      Instant putAt,
      String putBy) {
    return jdbc.sql(ADD)
        .param("commune", commune)
        .param("day", day)
        .param("scope", scope.sql())
        .param("kind", kind.code())
        .param("fileName", fileName)
        .param("file", file)
        .param("putAt", Timestamp.from(putAt))
        .param("putBy", putBy)
        .query(Integer.class)
        .single();
  }
}
