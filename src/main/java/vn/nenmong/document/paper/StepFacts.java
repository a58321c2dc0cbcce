package vn.nenmong.document.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.document.store.BodyRepository.Body;
import vn.nenmong.membership.paper.IssuedPaper;
import vn.nenmong.membership.step.FindStep;
import vn.nenmong.rule.Source;

/// All that the paper of a step tells, before it is put into words.
///
/// @param cell of the person; null where they have none
/// @param probationEnd by the rule of the day of admission; null where it can't be told
/// @param basis documents by whose rules the step was taken, as far as these are known for sure
record StepFacts(
    IssuedPaper paper,
    FindStep.Found step,
    StepPaperRepository.Someone person,
    Body commune,
    @Nullable Body cell,
    @Nullable LocalDate probationEnd,
    List<Source> basis) {

  StepFacts {
    basis = List.copyOf(basis);
  }
}
