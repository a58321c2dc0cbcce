package vn.nenmong.membership.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Way;

/// Finds a step that holds, with the way that led to it.
@Component
public class FindStep {

  /// @param before the way without the step and what follows it
  /// @param relied codes of the rules that were asked
  /// @param names of the people and cells that the step names
  public record Found(
      Person person, Step step, Way before, List<String> relied, Map<UUID, String> names) {

    public @Nullable UUID cell() {
      return before.cell();
    }
  }

  private final StepRepository steps;

  FindStep(StepRepository steps) {
    this.steps = steps;
  }

  /// Empty where it does not hold, or whose it is is not in the scope.
  public Optional<Found> run(Scope scope, UUID id) {
    return steps
        .owner(id)
        .flatMap(owner -> steps.person(scope, owner))
        .flatMap(person -> find(person, id));
  }

  private Optional<Found> find(Person person, UUID id) {
    List<Step> before = new ArrayList<>();
    for (StepRepository.Kept kept : steps.all(person.id())) {
      if (!kept.holds()) {
        continue;
      }
      Step step = kept.step();
      if (step.id().equals(id)) {
        return step.kind() == StepKind.REGISTERED
            ? Optional.empty()
            : Optional.of(
                new Found(
                    person,
                    step,
                    Way.of(before),
                    kept.relied().stream()
                        .map(StepLine.Relied::of)
                        .map(StepLine.Relied::code)
                        .toList(),
                    steps.names(named(step))));
      }
      before.add(step);
    }
    return Optional.empty();
  }

  private static Set<UUID> named(Step step) {
    Set<UUID> named = new HashSet<>(step.people());
    if (step.cell() != null) {
      named.add(step.cell());
    }
    return named;
  }
}
