package vn.nenmong.consolidation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
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
    List<String> villages = new ArrayList<>();
    List<Placed> unserved = new ArrayList<>();
    for (Placed placed : founding.villages()) {
      String code = effects.village(placed, day);
      if (placed.before().isEmpty()) {
        unserved.add(placed);
      } else {
        villages.add(code);
      }
    }
    Takes takes = new Takes(List.of(), villages, List.of());
    Into cell =
        new Into(null, as.code(), as.name(), "cell", effects.code(commune), null, null, takes);
    Outcome outcome =
        carryOut.within(
            viewer,
            new Reorganization(
                Kind.FOUND, day, decision, List.of(), List.of(cell), List.of(), List.of()));
    outcome.plan().problems().stream().findFirst().ifPresent(FoundJointCell::refuse);
    UUID id = outcome.plan().founded().getFirst().id();
    for (Placed placed : unserved) {
      effects.serve(placed.to(id), day);
    }
    if (!unserved.isEmpty() && founding.villages().size() > 1) {
      effects.meetJointly(id, day);
    }
    return outcome.plan();
  }

  private static void refuse(Told problem) {
    throw new Refused(problem.code(), problem.arguments().toArray());
  }
}
