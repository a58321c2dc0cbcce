package vn.nenmong.membership.step;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.Refused;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.StepKind;

/// Takes back a step that was wrong, with all that were taken after it, the last first. They stay
/// on the way with the reason; the registers say again what they said before.
@Component
class TakeBackStep {

  private final StepRepository steps;
  private final TakeStep takeStep;
  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final JsonMapper json = JsonMapper.builder().build();

  TakeBackStep(
      StepRepository steps,
      TakeStep takeStep,
      Changes changes,
      Audit audit,
      TransactionTemplate transaction) {
    this.steps = steps;
    this.takeStep = takeStep;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// @return whose way it is
  /// @throws Refused where it is not there, does not hold any more, no reason is given, or the
  ///   registers were changed otherwise since
  UUID run(Viewer viewer, UUID step, String reason) {
    try {
      return Objects.requireNonNull(
          transaction.execute(_ -> {
            Person person = person(viewer, step);
            changes.lock(person.commune());
            takeBack(viewer, person, step, reason);
            return person.id();
          }));
    } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
      throw new Refused("membership.step.built");
    }
  }

  Person person(Viewer viewer, UUID step) {
    return steps
        .owner(step)
        .map(owner -> takeStep.person(viewer, owner))
        .orElseThrow(() -> new Refused("membership.step.unknown"));
  }

  /// Those that were taken after a step and hold, the last first, and the step itself.
  List<StepRepository.Kept> following(Person person, UUID step) {
    List<StepRepository.Kept> holding =
        steps.all(person.id()).stream().filter(StepRepository.Kept::holds).toList();
    int place = -1;
    for (int i = 0; i < holding.size(); i++) {
      if (holding.get(i).step().id().equals(step)) {
        place = i;
      }
    }
    if (place < 0 || holding.get(place).step().kind() == StepKind.REGISTERED) {
      throw new Refused("membership.step.unknown");
    }
    return holding.subList(place, holding.size()).reversed();
  }

  /// Within a transaction that has the commune for itself.
  ///
  /// @return what was taken back, the last first
  List<StepRepository.Kept> takeBack(Viewer viewer, Person person, UUID step, String reason) {
    if (reason.isBlank()) {
      throw new Refused("membership.step.needsReason");
    }
    List<StepRepository.Kept> following = following(person, step);
    for (StepRepository.Kept kept : following) {
      if (kept.step().kind() == StepKind.REGISTERED || changes.isBuiltUpon(kept.change())) {
        throw new Refused("membership.step.built");
      }
      changes.begin();
      changes.takeBack(kept.change());
      steps.insertTakenBack(person, kept, reason.strip(), viewer.account());
      audit.record(
          viewer,
          person.commune(),
          "take-back",
          "step",
          person.id(),
          json.writeValueAsString(
              Map.of("kind", kept.step().kind().code(), "reason", reason.strip())));
    }
    return following;
  }
}
