package vn.nenmong.consolidation.plan;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.toList;

import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What makes a plan of the charges good. Public for the solver, which makes one.
public final class ChargeConstraints implements ConstraintProvider {

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      ownCell(factory),
      language(factory),
      nearness(factory),
      load(factory),
      experience(factory),
      handedOver(factory)
    };
  }

  Constraint ownCell(ConstraintFactory factory) {
    return each(factory, Criterion.OWN_CELL, ChargedCell::isOwn);
  }

  Constraint language(ConstraintFactory factory) {
    return each(factory, Criterion.LANGUAGE, ChargedCell::isOfOtherLanguage);
  }

  Constraint nearness(ConstraintFactory factory) {
    return factory
        .forEach(ChargedCell.class)
        .filter(cell -> cell.kilometres() != null && kilometres(cell).signum() > 0)
        .penalizeBigDecimal(Criterion.NEARNESS.cost(), ChargeConstraints::kilometres)
        .justifyWith((cell, _) -> new Because(about(cell), kilometres(cell)))
        .asConstraint(Criterion.NEARNESS.code());
  }

  /// The third cell of someone weighs twice as much as the second.
  Constraint load(ConstraintFactory factory) {
    return factory
        .forEach(ChargedCell.class)
        .groupBy(ChargedCell::person, toList())
        .filter((_, cells) -> cells.size() > 1)
        .penalizeBigDecimal(Criterion.LOAD.cost(), (_, cells) -> pairs(cells))
        .justifyWith((person, cells, _) ->
            new Because(
                Stream.concat(cells.stream().map(ChargedCell::id), Stream.of(person.id())).toList(),
                pairs(cells)))
        .asConstraint(Criterion.LOAD.code());
  }

  Constraint experience(ConstraintFactory factory) {
    return each(factory, Criterion.EXPERIENCE, ChargedCell::isOfNovice);
  }

  Constraint handedOver(ConstraintFactory factory) {
    return each(factory, Criterion.HANDED_OVER, ChargedCell::isHandedOver);
  }

  private static Constraint each(
      ConstraintFactory factory, Criterion criterion, Predicate<ChargedCell> broken) {
    HardSoftBigDecimalScore cost = criterion.cost();
    return factory
        .forEach(ChargedCell.class)
        .filter(broken)
        .penalizeBigDecimal(cost, _ -> BigDecimal.ONE)
        .justifyWith((cell, _) -> new Because(about(cell), BigDecimal.ONE))
        .asConstraint(criterion.code());
  }

  private static BigDecimal pairs(List<ChargedCell> cells) {
    return BigDecimal.valueOf(cells.size() * (cells.size() - 1L) / 2);
  }

  private static BigDecimal kilometres(ChargedCell cell) {
    return Objects.requireNonNull(cell.kilometres());
  }

  private static List<UUID> about(ChargedCell cell) {
    return List.of(cell.id(), Objects.requireNonNull(cell.chosen()));
  }
}
