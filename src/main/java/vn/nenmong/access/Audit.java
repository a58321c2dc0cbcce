package vn.nenmong.access;

import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.kernel.time.Today;

/// The trail of what was done: one line for every write, export and look at a person's file.
/// Written in the transaction of the deed, so that neither is there without the other.
@Repository
public class Audit {

  static final String INSERT =
      """
      insert into audit_line
        (at, account, commune_id, action, subject, subject_id, detail, origin, acting)
      values (:at, :account, :commune, :action, :subject, :subjectId, cast(:detail as jsonb),
        :origin, :acting)
      """;

  private final JdbcClient jdbc;
  private final Today today;

  Audit(JdbcClient jdbc, Today today) {
    this.jdbc = jdbc;
    this.today = today;
  }

  /// Writes the line of a look at the page of someone or something.
  ///
  /// @param subject the kind of thing, such as `member`
  public void look(Viewer viewer, UUID commune, String subject, UUID id) {
    record(viewer, commune, "view", subject, id, null);
  }

  /// Writes one line.
  ///
  /// @param commune the commune it concerns, or null
  /// @param action what was done, such as `import` or `view`
  /// @param subject the kind of thing it was done to, such as `member`
  /// @param subjectId which one, or null for many
  /// @param detailJson what else must be known later, as a JSON object, or null
  public void record(
      Viewer viewer,
      @Nullable UUID commune,
      String action,
      String subject,
      @Nullable UUID subjectId,
      @Nullable String detailJson) {
    jdbc.sql(INSERT)
        .param("at", Timestamp.from(today.now()))
        .param("account", viewer.account())
        .param("commune", commune)
        .param("action", action)
        .param("subject", subject)
        .param("subjectId", subjectId)
        .param("detail", detailJson)
        .param("origin", viewer.origin())
        .param("acting", viewer.acting())
        .update();
  }
}
