package vn.nenmong.membership.step;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Changes;
import vn.nenmong.entry.Values;
import vn.nenmong.membership.person.PersonFacts;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.Step;

/// Takes in for a time a member of another organization, of whom no more is written down than who
/// they are. They do not become a member here.
@Component
class TakeInGuest {

  /// @param person null where it was refused
  record Outcome(@Nullable UUID person, Decision decision) {}

  private final PersonFacts persons;
  private final TakeStep takeStep;
  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;

  TakeInGuest(
      PersonFacts persons,
      TakeStep takeStep,
      Changes changes,
      Audit audit,
      TransactionTemplate transaction) {
    this.persons = persons;
    this.takeStep = takeStep;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// Both or neither.
  ///
  /// @param who they are
  /// @throws vn.nenmong.entry.Rejected where they may be someone who is there
  Outcome run(Viewer viewer, UUID commune, Values who, Step step) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          changes.lock(commune);
          UUID person = persons.add(commune, who);
          audit.record(viewer, commune, "add", "guest", person, null);
          TakeStep.Outcome outcome = takeStep.run(viewer, person, step);
          if (!outcome.isTaken()) {
            status.setRollbackOnly();
          }
          return new Outcome(outcome.isTaken() ? person : null, outcome.decision());
        }));
  }
}
