package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveListFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Founds a joint cell at once with just the villages that give it the official members it needs:
/// one after the other they would go to a cell that could hold no meeting. Public for the solver,
/// which makes one.
public final class FoundingMoves implements MoveListFactory<VillagePlan> {

  /// Villages around a seat that are tried with it, the nearest ones.
  private static final int NEAR = 8;

  @Override
  public List<Founding> createMoveList(VillagePlan plan) {
    return plan.cells().stream()
        .filter(ServingCell::isNew)
        .flatMap(cell -> foundings(cell, plan.choices()))
        .toList();
  }

  private static Stream<Founding> foundings(ServingCell cell, List<ServedVillage> villages) {
    return villages.stream()
        .filter(seat -> seat.id().equals(cell.seat()) && seat.mayHave(cell))
        .flatMap(seat -> {
          List<ServedVillage> near = near(cell, villages);
          List<Founding> found = new ArrayList<>();
          for (int chosen = 0; chosen < 1 << near.size(); chosen++) {
            List<ServedVillage> group = group(near, chosen);
            int officials = seat.officials() + officials(group);
            if (officials >= cell.least()
                && group.stream().allMatch(one -> officials - one.officials() < cell.least())) {
              group.add(seat);
              found.add(new Founding(cell, group));
            }
          }
          return found.stream();
        });
  }

  /// Those beside the seat with official members.
  private static List<ServedVillage> near(ServingCell cell, List<ServedVillage> villages) {
    return villages.stream()
        .filter(village -> village.officials() > 0 && !village.id().equals(cell.seat()))
        .filter(village -> village.mayHave(cell))
        .sorted(
            Comparator.comparing(
                village -> village.kilometresTo(cell),
                Comparator.<@Nullable BigDecimal>nullsLast(Comparator.naturalOrder())))
        .limit(NEAR)
        .toList();
  }

  private static List<ServedVillage> group(List<ServedVillage> near, int chosen) {
    List<ServedVillage> group = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      if ((chosen & 1 << i) != 0) {
        group.add(near.get(i));
      }
    }
    return group;
  }

  private static int officials(List<ServedVillage> villages) {
    return villages.stream().mapToInt(ServedVillage::officials).sum();
  }

  static final class Founding extends AbstractMove<VillagePlan> {

    private final ServingCell cell;
    private final List<ServedVillage> villages;

    Founding(ServingCell cell, List<ServedVillage> villages) {
      this.cell = cell;
      this.villages = villages;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<VillagePlan> director) {
      return villages.stream().anyMatch(village -> !cell.equals(village.cell()));
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<VillagePlan> director) {
      for (ServedVillage village : villages) {
        director.beforeVariableChanged(village, "cell");
        village.in(cell);
        director.afterVariableChanged(village, "cell");
      }
    }
  }
}
