package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.score.analysis.ConstraintAnalysis;
import ai.timefold.solver.core.api.score.analysis.MatchAnalysis;
import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.common.SelectionCacheType;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveListFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.PillarChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SubPillarType;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.plan.Alternative.Explained;
import vn.nenmong.consolidation.plan.Alternative.How;
import vn.nenmong.consolidation.plan.Alternative.Placed;

/// Looks for the best plan and for two others that differ from it in the constraint that costs it
/// most. Pure; another thread may ask how far it is, and stop it.
final class Search {

  static final int OTHERS = 2;

  /// Plans that are looked for at most.
  private static final int MOST = 9;

  /// What the weight of the heaviest constraint is multiplied by to find others.
  private static final List<BigDecimal> TIMES =
      Stream.of("10", "0.1", "3", "0.3", "0").map(BigDecimal::new).toList();

  /// Places that are told of one constraint: more than anyone reads.
  private static final int BECAUSE = 100;

  /// The same is found each time.
  private static final long SEED = 20_161_231L;

  private final Problem problem;
  private final Map<Criterion, BigDecimal> weights;
  private final SolverFactory<Plan> ofBest;
  private final SolverFactory<Plan> ofOthers;

  private volatile @Nullable Solver<Plan> solver;
  private volatile boolean stopped;
  private final AtomicInteger looked = new AtomicInteger();
  private volatile @Nullable HardSoftBigDecimalScore reached;

  Search(Problem problem, Map<Criterion, BigDecimal> weights, Effort effort) {
    this.problem = problem;
    this.weights = Map.copyOf(weights);
    this.ofBest = SolverFactory.create(config(effort));
    this.ofOthers = SolverFactory.create(config(effort.ofOthers()));
  }

  private SolverConfig config(Effort effort) {
    boolean villages = problem.kind() == PlanKind.VILLAGES;
    Class<? extends ConstraintProvider> constraints =
        villages ? VillageConstraints.class : ChargeConstraints.class;
    TerminationConfig end = new TerminationConfig().withMoveCountLimit(effort.moves());
    return new SolverConfig()
        .withSolutionClass(villages ? VillagePlan.class : ChargePlan.class)
        .withEntityClasses(villages ? ServedVillage.class : ChargedCell.class)
        .withConstraintProviderClass(constraints)
        .withRandomSeed(SEED)
        .withTerminationConfig(
            effort.longest() == null ? end : end.withSpentLimit(effort.longest()))
        .withPhases(
            new ConstructionHeuristicPhaseConfig(),
            villages ? searchOfVillages() : new LocalSearchPhaseConfig());
  }

  /// Takes worse plans too while it is young: a cell that was founded too soon is left again only
  /// by way of them.
  private LocalSearchPhaseConfig searchOfVillages() {
    BigDecimal heaviest = weights.values().stream().reduce(BigDecimal.ONE, BigDecimal::max);
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(movesOfVillages())
        .withAcceptorConfig(
            new LocalSearchAcceptorConfig()
                .withSimulatedAnnealingStartingTemperature(
                    HardSoftBigDecimalScore.ofSoft(heaviest.divide(BigDecimal.TWO)).toString()))
        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
  }

  /// One village elsewhere, two changed for each other, all of a cell elsewhere, a cell founded.
  private static UnionMoveSelectorConfig movesOfVillages() {
    return new UnionMoveSelectorConfig()
        .withMoveSelectors(
            new ChangeMoveSelectorConfig(),
            new SwapMoveSelectorConfig(),
            new PillarChangeMoveSelectorConfig().withSubPillarType(SubPillarType.NONE),
            new MoveListFactoryConfig()
                .withMoveListFactoryClass(FoundingMoves.class)
                .withCacheType(SelectionCacheType.PHASE));
  }

  /// Stops with what has been found.
  void stop() {
    stopped = true;
    Solver<Plan> running = solver;
    if (running != null) {
      running.terminateEarly();
    }
  }

  boolean isStopped() {
    return stopped;
  }

  /// Of a hundred, as far as can be told.
  int percent() {
    return Math.min(95, 10 + looked.get() * 90 / (OTHERS + 2));
  }

  /// What the best so far costs; null where there is none yet.
  @Nullable HardSoftBigDecimalScore reached() {
    return reached;
  }

  /// @return the best, then the others; as many as there are
  List<Alternative> run() {
    Alternative best = look(How.BEST, null, weights, Map.of());
    List<Alternative> found = new ArrayList<>(List.of(best));
    best.heaviest().ifPresent(heaviest -> others(heaviest, found));
    return found;
  }

  private void others(Explained heaviest, List<Alternative> found) {
    Criterion criterion = heaviest.criterion();
    for (BigDecimal times : TIMES) {
      addIfOther(found, criterion, () -> weighing(heaviest, times));
    }
    for (Because worst : heaviest.because()) {
      addIfOther(found, criterion, () -> without(found.getFirst(), criterion, worst));
    }
  }

  private void addIfOther(
      List<Alternative> found, Criterion criterion, Supplier<Alternative> look) {
    if (stopped || found.size() > OTHERS || looked.get() >= MOST) {
      return;
    }
    Alternative other = look.get();
    Alternative best = found.getFirst();
    boolean differs = other.amount(criterion).compareTo(best.amount(criterion)) != 0;
    boolean isNew = found.stream().noneMatch(one -> one.placed().equals(other.placed()));
    if (differs && isNew && (other.feasible() || !best.feasible())) {
      found.add(other);
    }
  }

  private Alternative weighing(Explained heaviest, BigDecimal times) {
    How how = times.compareTo(BigDecimal.ONE) > 0 ? How.HEAVIER : How.LIGHTER;
    Map<Criterion, BigDecimal> changed = new TreeMap<>(weights);
    changed.computeIfPresent(heaviest.criterion(), (_, weight) -> weight.multiply(times));
    return look(how, heaviest.criterion(), changed, Map.of());
  }

  private Alternative without(Alternative best, Criterion criterion, Because worst) {
    UUID of = worst.about().getFirst();
    Map<UUID, Set<UUID>> ruledOut =
        best.placed().stream()
            .filter(placed -> placed.of().equals(of))
            .collect(Collectors.toMap(Placed::of, placed -> Set.of(placed.to())));
    return look(How.WITHOUT, criterion, weights, ruledOut);
  }

  private Alternative look(
      How how,
      @Nullable Criterion criterion,
      Map<Criterion, BigDecimal> by,
      Map<UUID, Set<UUID>> ruledOut) {
    Plan plan = solve(problem.plan(by, ruledOut), how == How.BEST);
    looked.incrementAndGet();
    return explain(how, criterion, plan);
  }

  private Plan solve(Plan plan, boolean best) {
    Solver<Plan> one = (best ? ofBest : ofOthers).buildSolver();
    if (best) {
      one.addEventListener(event -> reached = (HardSoftBigDecimalScore) event.getNewBestScore());
    }
    solver = one;
    return one.solve(plan);
  }

  /// By the weights of the run, whatever it was looked for by, so that plans can be compared.
  private Alternative explain(How how, @Nullable Criterion criterion, Plan plan) {
    Map<UUID, UUID> chosen =
        plan.choices().stream()
            .collect(
                Collectors.toMap(Choice::id, choice -> Objects.requireNonNull(choice.chosen())));
    Plan again = problem.with(weights, chosen);
    ScoreAnalysis<HardSoftBigDecimalScore> analysis =
        SolutionManager.<Plan, HardSoftBigDecimalScore>create(ofBest).analyze(again);
    return new Alternative(
        how,
        criterion,
        analysis.score().isFeasible(),
        analysis.score().softScore().negate(),
        plan.choices().stream()
            .map(Choice::id)
            .map(of -> placed(of, Objects.requireNonNull(chosen.get(of))))
            .toList(),
        Criterion.of(problem.kind()).stream()
            .map(one -> explained(one, analysis.getConstraintAnalysis(one.code())))
            .toList());
  }

  private Placed placed(UUID of, UUID to) {
    return new Placed(
        of, problem.before(of), to, problem.kilometres(of, to), problem.reasons(of, to));
  }

  private Explained explained(
      Criterion criterion, @Nullable ConstraintAnalysis<HardSoftBigDecimalScore> analysis) {
    List<Because> because =
        Optional.ofNullable(analysis).stream()
            .flatMap(found -> found.matches().stream())
            .map(Search::because)
            .sorted(Comparator.comparing(Because::amount).reversed())
            .toList();
    BigDecimal amount =
        because.stream().map(Because::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal weight = weights.get(criterion);
    return new Explained(
        criterion,
        weight,
        amount,
        weight == null ? amount : amount.multiply(weight),
        because.size(),
        because.stream().limit(BECAUSE).toList());
  }

  private static Because because(MatchAnalysis<HardSoftBigDecimalScore> match) {
    return (Because) match.justification();
  }
}
