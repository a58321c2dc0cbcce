package vn.nenmong.membership.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.Way;

/// Whether the steps that are kept of someone, taken one after the other, make what the registers
/// say of them. What a form changed since the last step is no fault: it is said by the next one.
@Component
class WaysCheckup implements Checkup {

  private static final int AT_ONCE = 1_000;

  private final StepRepository steps;

  WaysCheckup(StepRepository steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "membership.ways";
  }

  @Override
  public List<Finding> findings() {
    List<UUID> walking = steps.walking();
    List<Finding> findings = new ArrayList<>();
    for (int from = 0; from < walking.size(); from += AT_ONCE) {
      List<UUID> people = walking.subList(from, Math.min(from + AT_ONCE, walking.size()));
      Map<UUID, List<StepRepository.Kept>> kept = steps.all(people);
      Map<UUID, Registered> said = steps.registered(people);
      for (UUID person : people) {
        if (!replayed(kept.getOrDefault(person, List.of()))
            .equals(said.getOrDefault(person, Registered.NOTHING))) {
          findings.add(Finding.of("membership.checkup.otherThanSteps", person));
        }
      }
    }
    return findings;
  }

  private static Registered replayed(List<StepRepository.Kept> kept) {
    List<Step> holding =
        kept.stream().filter(StepRepository.Kept::holds).map(StepRepository.Kept::step).toList();
    return Way.of(holding).registered();
  }
}
