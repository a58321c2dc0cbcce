package vn.nenmong.entry;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;

/// Does something to the registers of a commune that is no deed to one record: in one transaction
/// with its audit line, while nobody else writes into the commune.
@Component
public class RecordChange {

  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final JsonMapper json = JsonMapper.builder().build();

  RecordChange(Changes changes, Audit audit, TransactionTemplate transaction) {
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// @param action what the trail calls it; the message `entry.history.action.` has its words
  /// @param subject the kind of thing it is done to
  /// @param id which one, or null for many
  /// @param reason in the clerk's words, or null
  /// @return the change by which it can be taken back
  public UUID run(
      Viewer viewer,
      UUID commune,
      String action,
      String subject,
      @Nullable UUID id,
      @Nullable String reason,
      Runnable deed) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          changes.lock(commune);
          deed.run();
          audit.record(viewer, commune, action, subject, id, detail(reason));
          return changes.current();
        }));
  }

  private @Nullable String detail(@Nullable String reason) {
    return reason == null ? null : json.createObjectNode().put("reason", reason).toString();
  }
}
