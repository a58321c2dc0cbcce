package vn.nenmong.entry;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;

/// Takes back all that one transaction did to the registers, a deed or a whole import, while
/// nothing has been built on it.
@Component
public class UndoChange {

  /// Why it is refused where something later stands on it.
  public static final String BUILT = "entry.undo.built";

  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;

  UndoChange(Changes changes, Audit audit, TransactionTemplate transaction) {
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// @throws Refused where there is no such change in the scope, where it wrote in records beyond
  ///   the scope too, where it was taken back already, or where something later stands on it
  public void run(Viewer viewer, UUID change) {
    try {
      transaction.executeWithoutResult(_ -> takeBack(viewer, change));
    } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
      throw new Refused(BUILT);
    }
  }

  private void takeBack(Viewer viewer, UUID change) {
    Changes.Done done = find(viewer, change);
    List<UUID> communes = changes.communes(change);
    if (!changes.reaches(viewer.scope(), communes)) {
      throw new Refused("entry.undo.elsewhere");
    }
    Stream.concat(communes.stream(), Stream.of(done.commune()))
        .distinct()
        .sorted(Comparator.comparing(UUID::toString))
        .forEach(changes::lock);
    if (find(viewer, change).undone()) {
      throw new Refused("entry.undo.already");
    }
    if (changes.isBuiltUpon(change)) {
      throw new Refused(BUILT);
    }
    changes.takeBack(change);
    audit.record(
        viewer, done.commune(), "undo", done.subject(), null, "{\"change\":\"" + change + "\"}");
  }

  private Changes.Done find(Viewer viewer, UUID change) {
    return changes
        .find(viewer.scope(), change)
        .orElseThrow(() -> new Refused("entry.undo.unknown"));
  }
}
