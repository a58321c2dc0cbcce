package vn.nenmong.consolidation.charge;

import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;

/// Enters a decision with all that follows from it: charges begin under it, and those that it
/// replaces end on the day before.
@Component
class DecideCharges {

  /// @param change by which it can be taken back
  record Done(UUID decision, UUID change) {}

  private final DecisionRepository decisions;
  private final RecordChange record;

  DecideCharges(DecisionRepository decisions, RecordChange record) {
    this.decisions = decisions;
    this.record = record;
  }

  ChargePlan plan(Viewer viewer, UUID commune, Decision decision) {
    return ChargePlan.of(
        decision, decisions.charges(viewer.scope(), commune, decision.day(), decision.number()));
  }

  /// @param shown mark of the plan that was seen
  /// @throws Refused where it can't be, or would do something else than was seen
  Done run(Viewer viewer, UUID commune, Decision decision, UUID shown) {
    UUID id = UUID.randomUUID();
    try {
      UUID change =
          record.run(
              viewer,
              commune,
              "add",
              DecisionForm.REGISTER,
              id,
              null,
              () -> {
                ChargePlan plan = plan(viewer, commune, decision);
                if (!plan.clashes().isEmpty() || !plan.mark().equals(shown)) {
                  throw new Refused("consolidation.decision.problem.changed");
                }
                decisions.insert(id, commune, decision, plan);
              });
      return new Done(id, change);
    } catch (DuplicateKeyException e) {
      throw new Refused("consolidation.decision.problem.twice", decision.number());
    }
  }
}
