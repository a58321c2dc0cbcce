package vn.nenmong.consolidation.reorganization;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Scope;
import vn.nenmong.rule.Rulebooks;

/// Works out what an event does: what moves, what ends, what stands against it.
@Component
public class PlanReorganization {

  private final ReorganizationRepository units;
  private final Rulebooks rulebooks;

  PlanReorganization(ReorganizationRepository units, Rulebooks rulebooks) {
    this.units = units;
    this.rulebooks = rulebooks;
  }

  /// Reads only.
  @Transactional(readOnly = true)
  public Plan run(Scope scope, Reorganization event) {
    Draft draft =
        event.kind().isOfVillages()
            ? new DraftOfVillages(units, scope, event)
            : new DraftOfUnits(units, rulebooks, scope, event);
    return draft.plan();
  }
}
