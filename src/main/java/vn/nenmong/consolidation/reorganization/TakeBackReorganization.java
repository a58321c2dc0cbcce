package vn.nenmong.consolidation.reorganization;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.UndoChange;
import vn.nenmong.kernel.Refused;

/// Takes an event back, and first what was corrected of it.
@Component
class TakeBackReorganization {

  private final ReorganizationListRepository events;
  private final UndoChange undo;

  TakeBackReorganization(ReorganizationListRepository events, UndoChange undo) {
    this.events = events;
    this.undo = undo;
  }

  /// @throws Refused where it is not all within reach, or something later stands on it
  @Transactional
  public void run(Viewer viewer, UUID id) {
    Event event =
        events
            .find(viewer.scope(), id)
            .filter(Event::whole)
            .orElseThrow(() -> new Refused("entry.undo.elsewhere"));
    events.corrections(id).forEach(correction -> undo.run(viewer, correction.change()));
    undo.run(viewer, event.change());
  }
}
