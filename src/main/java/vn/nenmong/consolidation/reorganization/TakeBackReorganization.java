package vn.nenmong.consolidation.reorganization;

import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.UndoChange;
import vn.nenmong.kernel.Refused;

/// Takes an event back, and first what was corrected of it.
@Component
class TakeBackReorganization {

  private final ReorganizationListRepository events;
  private final UndoChange undo;
  private final TransactionTemplate transaction;

  TakeBackReorganization(
      ReorganizationListRepository events, UndoChange undo, TransactionTemplate transaction) {
    this.events = events;
    this.undo = undo;
    this.transaction = transaction;
  }

  /// @throws Refused where it is not all within reach, or something later stands on it
  public void run(Viewer viewer, UUID id) {
    try {
      transaction.executeWithoutResult(_ -> takeBack(viewer, id));
    } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
      // What refers to something that was founded by it is found at the end of the transaction.
      throw new Refused(UndoChange.BUILT);
    }
  }

  private void takeBack(Viewer viewer, UUID id) {
    Event event =
        events
            .find(viewer.scope(), id)
            .filter(Event::whole)
            .orElseThrow(() -> new Refused("entry.undo.elsewhere"));
    events.corrections(id).forEach(correction -> undo.run(viewer, correction.change()));
    undo.run(viewer, event.change());
  }
}
