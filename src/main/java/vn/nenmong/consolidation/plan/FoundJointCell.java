package vn.nenmong.consolidation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.Alternative.Founding;
import vn.nenmong.consolidation.plan.Alternative.Placed;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization.Outcome;
import vn.nenmong.consolidation.reorganization.Plan;
import vn.nenmong.consolidation.reorganization.Plan.Told;
import vn.nenmong.consolidation.reorganization.Reorganization;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.consolidation.reorganization.Reorganization.Takes;
import vn.nenmong.kernel.Refused;

/// Founds a cell of a signed plan by a reorganization, with its villages and those of their members
/// who are in the cells that serve them today.
@Component
class FoundJointCell {

  private final PlanEffectRepository effects;
  private final CarryOutReorganization carryOut;

  FoundJointCell(PlanEffectRepository effects, CarryOutReorganization carryOut) {
    this.effects = effects;
    this.carryOut = carryOut;
  }

  /// @param commune that it is founded in
  /// @return what it does besides
  /// @throws Refused where the registers say something else than what the plan was made of, or do
  ///   not let it be founded
  Plan run(Viewer viewer, UUID commune, Founding founding, NewCell as, Decision decision) {
    LocalDate day = decision.day();
    Outcome outcome = carryOut.within(viewer, event(commune, founding, as, decision));
    outcome.plan().problems().stream().findFirst().ifPresent(FoundJointCell::refuse);
    List<Placed> unserved =
        founding.villages().stream().filter(placed -> placed.before().isEmpty()).toList();
    UUID id = outcome.plan().founded().getFirst().id();
    for (Placed placed : unserved) {
      effects.serve(placed.to(id), day);
    }
    if (!unserved.isEmpty() && founding.villages().size() > 1) {
      effects.meetJointly(id, day);
    }
    return outcome.plan();
  }

  /// The communes that it would have for itself.
  ///
  /// @throws Refused where the registers say something else than what the plan was made of
  List<UUID> communes(
      Viewer viewer, UUID commune, Founding founding, NewCell as, Decision decision) {
    return carryOut.communes(viewer, event(commune, founding, as, decision));
  }

  private Reorganization event(UUID commune, Founding founding, NewCell as, Decision decision) {
    LocalDate day = decision.day();
    List<String> villages =
        founding.villages().stream()
            .filter(placed -> !placed.before().isEmpty())
            .map(placed -> effects.village(placed, day))
            .toList();
    Takes takes = new Takes(List.of(), villages, List.of());
    Into cell =
        new Into(null, as.code(), as.name(), "cell", effects.code(commune), null, null, takes);
    return new Reorganization(
        Kind.FOUND, day, decision, List.of(), List.of(cell), List.of(), List.of());
  }

  private static void refuse(Told problem) {
    throw new Refused(problem.code(), problem.arguments().toArray());
  }
}
