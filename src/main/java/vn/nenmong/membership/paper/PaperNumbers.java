package vn.nenmong.membership.paper;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Refused;
import vn.nenmong.membership.way.Ask;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;

/// Gives numbers to the papers of steps and keeps those that were given.
@Component
public class PaperNumbers {

  private final NumberRepository numbers;

  PaperNumbers(NumberRepository numbers) {
    this.numbers = numbers;
  }

  /// The next number for the paper of a step, where it is sure in whose book it stands. Nobody else
  /// has it, if the transaction has the commune for itself.
  ///
  /// @param cell the person's
  /// @param form of the step
  public Optional<String> next(
      Person person, @Nullable UUID cell, StepKind kind, @Nullable String form, LocalDate day) {
    return IssuedPaper.of(kind)
        .filter(_ -> kind.asks(Ask.NUMBER))
        .flatMap(paper ->
            paper
                .organ(form)
                .flatMap(organ ->
                    Optional.ofNullable(of(organ, person, cell, day))
                        .map(organization ->
                            new PaperNumber(
                                numbers.next(organization, paper.document(), day),
                                paper.document(),
                                organ))))
        .map(PaperNumber::toString);
  }

  /// Keeps the number of a step that was taken, if it is one of the commune's or cell's books.
  ///
  /// @throws Refused where another paper has it
  public void enter(Person person, @Nullable UUID cell, Step step, UUID id) {
    Optional<PaperNumber> written =
        IssuedPaper.of(step.kind())
            .filter(IssuedPaper::bearsNumberOfStep)
            .flatMap(_ -> Optional.ofNullable(step.number()))
            .flatMap(PaperNumber::parse);
    if (written.isEmpty()) {
      return;
    }
    PaperNumber number = written.get();
    UUID organization = of(number.organ(), person, cell, step.day());
    if (organization != null
        && !numbers.enter(organization, number, step.kind().code(), step.day(), person.id(), id)) {
      throw new Refused("membership.paper.taken", number.toString());
    }
  }

  private @Nullable UUID of(
      PaperNumber.Organ organ, Person person, @Nullable UUID cell, LocalDate day) {
    return organ == PaperNumber.Organ.CELL ? cell : numbers.committee(person.commune(), day);
  }
}
