package vn.nenmong.consolidation.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.Alternative.Founding;
import vn.nenmong.consolidation.plan.PlanRun.Signed;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.entry.Changes;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Turns a drafted plan whose decision was signed into records, from the day of the decision: all
/// of it or nothing.
@Component
class SignPlan {

  private final PlanRunRepository runs;
  private final PlanEffectRepository effects;
  private final FoundJointCell found;
  private final RecordChange record;
  private final Changes changes;
  private final Today today;

  SignPlan(
      PlanRunRepository runs,
      PlanEffectRepository effects,
      FoundJointCell found,
      RecordChange record,
      Changes changes,
      Today today) {
    this.runs = runs;
    this.effects = effects;
    this.found = found;
    this.record = record;
    this.changes = changes;
    this.today = today;
  }

  /// @param cells what those that it founds are called, by the ids of the villages of their seats
  /// @return the change by which it can be taken back
  /// @throws Refused where nothing is drafted, it was signed already, the day is not one of the
  ///   plan, or the registers say something else than what it was made of
  UUID run(
      Viewer viewer,
      UUID id,
      String number,
      String body,
      LocalDate decided,
      Map<UUID, NewCell> cells) {
    PlanRun known = find(viewer, id);
    if (decided.isBefore(known.day()) || decided.isAfter(today.date())) {
      throw new Refused("consolidation.plan.sign.day", known.day(), today.date());
    }
    try {
      return record.run(
          viewer,
          known.commune(),
          "sign_plan",
          "plan",
          id,
          "%s, %s".formatted(number, body),
          () -> write(viewer, find(viewer, id), number, body, decided, cells));
    } catch (DuplicateKeyException e) {
      throw new Refused("consolidation.decision.problem.twice", number);
    } catch (DataIntegrityViolationException e) {
      throw new Refused("consolidation.plan.sign.records");
    }
  }

  private PlanRun find(Viewer viewer, UUID id) {
    return runs.find(viewer.scope(), id)
        .orElseThrow(() -> new Refused("consolidation.plan.sign.noDraft"));
  }

  private void write(
      Viewer viewer,
      PlanRun run,
      String number,
      String body,
      LocalDate decided,
      Map<UUID, NewCell> cells) {
    if (run.isInForce()) {
      throw new Refused("consolidation.plan.sign.already");
    }
    Alternative plan =
        run.draft().orElseThrow(() -> new Refused("consolidation.plan.sign.noDraft"));
    switch (run.kind()) {
      case VILLAGES -> {
        Decision decision = new Decision(number, body, decided, null);
        for (Founding founding : plan.foundings()) {
          found.run(viewer, run.commune(), founding, named(cells, founding), decision);
        }
        plan.otherChanges().forEach(placed -> effects.serve(placed, decided));
      }
      case CHARGE -> {
        UUID decision = effects.decide(run.commune(), number, body, decided);
        plan.changes().forEach(placed -> effects.charge(placed, decision, decided));
      }
    }
    runs.sign(run.id(), new Signed(number, body, decided, changes.current()));
  }

  private static NewCell named(Map<UUID, NewCell> cells, Founding founding) {
    return Optional.ofNullable(cells.get(founding.seat()))
        .filter(NewCell::isComplete)
        .orElseThrow(() -> new Refused("consolidation.plan.sign.cell"));
  }
}
