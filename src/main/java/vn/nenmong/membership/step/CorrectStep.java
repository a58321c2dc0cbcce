package vn.nenmong.membership.step;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.Refused;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Step;

/// Puts a right step in place of a wrong one: the wrong one and all after it are taken back, the
/// right one is taken, and then the others again as they were.
@Component
class CorrectStep {

  /// @param refused the step that can't be taken after the correction: the right one itself, or one
  ///   of the others; null where all were
  record Outcome(TakeStep.Outcome taken, @Nullable Step refused) {}

  private final TakeStep takeStep;
  private final TakeBackStep takeBackStep;
  private final Changes changes;
  private final TransactionTemplate transaction;

  CorrectStep(
      TakeStep takeStep,
      TakeBackStep takeBackStep,
      Changes changes,
      TransactionTemplate transaction) {
    this.takeStep = takeStep;
    this.takeBackStep = takeBackStep;
    this.changes = changes;
    this.transaction = transaction;
  }

  /// @throws Refused as [TakeBackStep] does
  Outcome run(Viewer viewer, UUID wrong, Step right, String reason) {
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            Person person = takeBackStep.person(viewer, wrong);
            changes.lock(person.commune());
            List<StepRepository.Kept> taken = takeBackStep.takeBack(viewer, person, wrong, reason);
            TakeStep.Outcome outcome = takeStep.take(viewer, person, right);
            Step at = right;
            for (StepRepository.Kept later : taken.reversed().subList(1, taken.size())) {
              if (!outcome.isTaken()) {
                break;
              }
              at = later.step();
              outcome = takeStep.take(viewer, person, at);
            }
            if (!outcome.isTaken()) {
              status.setRollbackOnly();
              return new Outcome(outcome, at);
            }
            return new Outcome(outcome, null);
          }));
    } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
      throw new Refused("membership.step.built");
    }
  }
}
