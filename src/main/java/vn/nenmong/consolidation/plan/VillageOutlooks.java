package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.plan.PlanFactsRepository.Village;
import vn.nenmong.consolidation.plan.VillageOutlook.Coming;
import vn.nenmong.consolidation.plan.VillageOutlook.Reserve;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.step.Ways;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Works out when each village of a commune could have a cell of its own, by the registers and
/// rules of today.
@Component
class VillageOutlooks {

  /// Cells that are named as able to send someone.
  private static final int RESERVES = 2;

  private final PlanFactsRepository facts;
  private final PlanFacts problems;
  private final Ways ways;
  private final Rulebooks rulebooks;
  private final Today today;

  VillageOutlooks(
      PlanFactsRepository facts, PlanFacts problems, Ways ways, Rulebooks rulebooks, Today today) {
    this.facts = facts;
    this.problems = problems;
    this.ways = ways;
    this.rulebooks = rulebooks;
    this.today = today;
  }

  VillagesFound of(Scope scope, UUID commune) {
    LocalDate day = today.date();
    Rulebook rules = rulebooks.of(commune);
    RuleValue least = PlanFacts.least(rules, day);
    List<Village> all = facts.villages(scope, commune, day);
    VillageProblem problem = problems.villages(scope, commune, day, Map.of());
    Map<UUID, List<Coming>> coming = coming(scope, commune, day, rules);
    List<VillageOutlook> outlooks =
        all.stream()
            .filter(village -> !village.hasOwnCell())
            .map(village ->
                new VillageOutlook(
                    village.id(),
                    village.name(),
                    village.cellId(),
                    village.cellId() == null
                        ? null
                        : problem.kilometres(village.id(), village.cellId()),
                    village.members(),
                    village.officials(),
                    village.officials() - village.ofCell(),
                    least.integer(),
                    day,
                    coming.getOrDefault(village.id(), List.of()),
                    reserves(problem, village)))
            .toList();
    return new VillagesFound(outlooks, least, all.size() - outlooks.size());
  }

  private Map<UUID, List<Coming>> coming(Scope scope, UUID commune, LocalDate day, Rulebook rules) {
    Map<UUID, UUID> homes = facts.homes(scope, commune, day);
    return ways.waiting(scope).stream()
        .filter(of -> homes.containsKey(of.person().id()))
        .collect(
            Collectors.groupingBy(
                of -> homes.get(of.person().id()),
                Collectors.mapping(
                    of ->
                        new Coming(
                            of.person(),
                            of.way().phase(),
                            Earliest.official(of.way(), of.person().born(), day, rules)
                                .orElse(null)),
                    Collectors.toList())));
  }

  private static List<Reserve> reserves(VillageProblem problem, Village village) {
    return problem.cells().stream()
        .filter(cell -> cell.now() > cell.least())
        .map(cell ->
            new Reserve(
                cell.id(), cell.now() - cell.least(), problem.kilometres(village.id(), cell.id())))
        .sorted(
            Comparator.comparing(
                    Reserve::kilometres,
                    Comparator.<@Nullable BigDecimal>nullsLast(Comparator.naturalOrder()))
                .thenComparing(Reserve::cell))
        .limit(RESERVES)
        .toList();
  }
}
