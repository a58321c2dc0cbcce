package vn.nenmong.consolidation.reorganization;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Corrects by what decision an event was; what it did stays.
@Component
class CorrectDecision {

  private final ReorganizationListRepository events;
  private final ReorganizationEffectRepository effects;
  private final Changes changes;
  private final Audit audit;
  private final JsonMapper json;
  private final Today today;

  CorrectDecision(
      ReorganizationListRepository events,
      ReorganizationEffectRepository effects,
      Changes changes,
      Audit audit,
      JsonMapper json,
      Today today) {
    this.today = today;
    this.events = events;
    this.effects = effects;
    this.changes = changes;
    this.audit = audit;
    this.json = json;
  }

  /// @throws Refused where the event is not all within reach, or a part of a signed plan, whose
  ///   decision is that of more than this event
  @Transactional
  public void run(Viewer viewer, UUID id, Reorganization.Decision decision, String reason) {
    if (decision.day().isAfter(today.date())) {
      throw new Refused("consolidation.reorganization.decidedAhead");
    }
    find(viewer, id).communes().forEach(changes::lock);
    Event event = find(viewer, id);
    if (event.plan() != null) {
      throw new Refused("consolidation.reorganization.ofPlan.correct");
    }
    changes.begin();
    effects.correctFoundings(event, decision.number());
    effects.correct(id, decision, json.writeValueAsString(decision));
    audit.record(
        viewer,
        event.commune(),
        "correct",
        "reorganization",
        id,
        json.writeValueAsString(Map.of("reason", reason)));
  }

  private Event find(Viewer viewer, UUID id) {
    return events
        .find(viewer.scope(), id)
        .filter(Event::whole)
        .orElseThrow(() -> new Refused("consolidation.reorganization.elsewhere"));
  }
}
