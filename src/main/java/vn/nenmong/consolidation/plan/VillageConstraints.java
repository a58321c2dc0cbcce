package vn.nenmong.consolidation.plan;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What makes a plan of the villages good. Public for the solver, which makes one.
public final class VillageConstraints implements ConstraintProvider {

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      meetingValid(factory),
      seatServed(factory),
      distance(factory),
      distanceUnknown(factory),
      moved(factory),
      manyVillages(factory),
      founded(factory)
    };
  }

  Constraint meetingValid(ConstraintFactory factory) {
    return factory
        .forEach(ServedVillage.class)
        .groupBy(ServedVillage::cell, sum(ServedVillage::officials), count())
        .complement(ServingCell.class, _ -> 0, _ -> 0)
        .filter((cell, coming, villages) -> cell.lacks(coming, villages) > 0)
        .penalizeBigDecimal(
            Criterion.MEETING_VALID.cost(),
            (cell, coming, villages) -> BigDecimal.valueOf(cell.lacks(coming, villages)))
        .justifyWith((cell, coming, villages, _) ->
            new Because(List.of(cell.id()), BigDecimal.valueOf(cell.lacks(coming, villages))))
        .asConstraint(Criterion.MEETING_VALID.code());
  }

  Constraint seatServed(ConstraintFactory factory) {
    return villages(factory)
        .filter(ServedVillage::isGuest)
        .ifNotExists(
            ServedVillage.class,
            Joiners.equal(ServedVillage::seat, ServedVillage::id),
            Joiners.equal(ServedVillage::cell))
        .penalizeBigDecimal(Criterion.SEAT_SERVED.cost(), _ -> BigDecimal.ONE)
        .justifyWith((village, _) -> new Because(about(village), BigDecimal.ONE))
        .asConstraint(Criterion.SEAT_SERVED.code());
  }

  Constraint distance(ConstraintFactory factory) {
    return villages(factory)
        .filter(village -> village.kilometres() != null && kilometres(village).signum() > 0)
        .penalizeBigDecimal(Criterion.DISTANCE.cost(), VillageConstraints::kilometres)
        .justifyWith((village, _) -> new Because(about(village), kilometres(village)))
        .asConstraint(Criterion.DISTANCE.code());
  }

  Constraint distanceUnknown(ConstraintFactory factory) {
    return villages(factory)
        .filter(ServedVillage::isOfUnknownDistance)
        .penalizeBigDecimal(Criterion.DISTANCE_UNKNOWN.cost(), _ -> BigDecimal.ONE)
        .justifyWith((village, _) -> new Because(about(village), BigDecimal.ONE))
        .asConstraint(Criterion.DISTANCE_UNKNOWN.code());
  }

  Constraint moved(ConstraintFactory factory) {
    return villages(factory)
        .filter(ServedVillage::isMoved)
        .penalizeBigDecimal(Criterion.MOVED.cost(), _ -> BigDecimal.ONE)
        .justifyWith((village, _) -> new Because(about(village), BigDecimal.ONE))
        .asConstraint(Criterion.MOVED.code());
  }

  Constraint manyVillages(ConstraintFactory factory) {
    return factory
        .forEachUniquePair(ServedVillage.class, Joiners.equal(ServedVillage::cell))
        .penalizeBigDecimal(Criterion.MANY_VILLAGES.cost(), (_, _) -> BigDecimal.ONE)
        .justifyWith((one, other, _) ->
            Because.one(one.id(), other.id(), Objects.requireNonNull(one.chosen())))
        .asConstraint(Criterion.MANY_VILLAGES.code());
  }

  Constraint founded(ConstraintFactory factory) {
    return villages(factory)
        .filter(ServedVillage::isSeat)
        .penalizeBigDecimal(Criterion.FOUNDED.cost(), _ -> BigDecimal.ONE)
        .justifyWith((village, _) -> new Because(about(village), BigDecimal.ONE))
        .asConstraint(Criterion.FOUNDED.code());
  }

  private static UniConstraintStream<ServedVillage> villages(ConstraintFactory factory) {
    return factory.forEach(ServedVillage.class);
  }

  private static BigDecimal kilometres(ServedVillage village) {
    return Objects.requireNonNull(village.kilometres());
  }

  private static List<UUID> about(ServedVillage village) {
    return List.of(village.id(), Objects.requireNonNull(village.chosen()));
  }
}
