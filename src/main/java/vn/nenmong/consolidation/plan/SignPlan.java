package vn.nenmong.consolidation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.Alternative.Founding;
import vn.nenmong.consolidation.plan.PlanRun.Signed;
import vn.nenmong.consolidation.reorganization.Plan;
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
  private final TransactionTemplate transaction;
  private final Today today;

  SignPlan(
      PlanRunRepository runs,
      PlanEffectRepository effects,
      FoundJointCell found,
      RecordChange record,
      Changes changes,
      TransactionTemplate transaction,
      Today today) {
    this.runs = runs;
    this.effects = effects;
    this.found = found;
    this.record = record;
    this.changes = changes;
    this.transaction = transaction;
    this.today = today;
  }

  /// @param cells what those that it founds are called, by the ids of the villages of their seats
  /// @param seen what its foundings do, as it was seen: [Unseen#digest]
  /// @return the change by which it can be taken back
  /// @throws Unseen where its foundings do something else than was seen
  /// @throws Refused where nothing is drafted, it was signed already, the day is not one of the
  ///   plan, or the registers say something else than what it was made of
  UUID run(Viewer viewer, UUID id, Decision decision, Map<UUID, NewCell> cells, String seen) {
    LocalDate decided = decision.day();
    PlanRun known = find(viewer, id);
    if (decided.isBefore(known.day()) || decided.isAfter(today.date())) {
      throw new Refused("consolidation.plan.sign.day", known.day(), today.date());
    }
    try {
      return Objects.requireNonNull(
          transaction.execute(_ -> {
            communes(viewer, known, decision, cells).forEach(changes::lock);
            return record.run(
                viewer,
                known.commune(),
                "sign_plan",
                "plan",
                id,
                "%s, %s".formatted(decision.number(), decision.body()),
                () -> write(viewer, find(viewer, id), decision, cells, seen));
          }));
    } catch (DuplicateKeyException e) {
      throw new Refused("consolidation.decision.problem.twice", decision.number());
    } catch (DataIntegrityViolationException e) {
      throw new Refused("consolidation.plan.sign.records");
    }
  }

  /// Those that it has for itself, in the order in which reorganizations take them: two that wait
  /// for each other would never end.
  private Set<UUID> communes(
      Viewer viewer, PlanRun run, Decision decision, Map<UUID, NewCell> cells) {
    Set<UUID> communes = new TreeSet<>(Comparator.comparing(UUID::toString));
    communes.add(run.commune());
    if (run.kind() == PlanKind.VILLAGES && !run.isInForce()) {
      run.draft().stream()
          .flatMap(plan -> plan.foundings().stream())
          .map(founding ->
              found.communes(viewer, run.commune(), founding, named(cells, founding), decision))
          .forEach(communes::addAll);
    }
    return communes;
  }

  private PlanRun find(Viewer viewer, UUID id) {
    return runs.find(viewer.scope(), id)
        .orElseThrow(() -> new Refused("consolidation.plan.sign.noDraft"));
  }

  private void write(
      Viewer viewer, PlanRun run, Decision decision, Map<UUID, NewCell> cells, String seen) {
    if (run.isInForce()) {
      throw new Refused("consolidation.plan.sign.already");
    }
    Alternative plan =
        run.draft().orElseThrow(() -> new Refused("consolidation.plan.sign.noDraft"));
    switch (run.kind()) {
      case VILLAGES -> {
        List<Plan> foundings = new ArrayList<>();
        for (Founding founding : plan.foundings()) {
          foundings.add(
              found.run(viewer, run.commune(), founding, named(cells, founding), decision));
        }
        plan.otherChanges().forEach(placed -> effects.serve(placed, decision.day()));
        if (!foundings.isEmpty() && !Unseen.digest(foundings).equals(seen)) {
          throw new Unseen(foundings);
        }
      }
      case CHARGE -> {
        UUID charged =
            effects.decide(run.commune(), decision.number(), decision.body(), decision.day());
        plan.changes().forEach(placed -> effects.charge(placed, charged, decision.day()));
      }
    }
    runs.sign(
        run.id(),
        new Signed(decision.number(), decision.body(), decision.day(), changes.current()));
  }

  private static NewCell named(Map<UUID, NewCell> cells, Founding founding) {
    return Optional.ofNullable(cells.get(founding.seat()))
        .filter(NewCell::isComplete)
        .orElseThrow(() -> new Refused("consolidation.plan.sign.cell"));
  }
}
