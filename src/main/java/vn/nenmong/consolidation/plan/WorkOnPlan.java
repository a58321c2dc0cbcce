package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.score.buildin.hardsoftbigdecimal.HardSoftBigDecimalScore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.plan.PlanRun.Reached;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.Today;

/// Makes plans beside the requests, one at a time; how far each is stands in the database, so that
/// any page of any instance can tell, and stop it.
@Component
class WorkOnPlan {

  private static final Logger LOG = LoggerFactory.getLogger(WorkOnPlan.class);
  private static final int PULSE_MILLIS = 250;

  private final PlanRunRepository runs;
  private final PlanFacts facts;
  private final Today today;
  private final TimeOrderedIds ids;
  private final Semaphore turn = new Semaphore(1, true);

  WorkOnPlan(PlanRunRepository runs, PlanFacts facts, Today today) {
    this.runs = runs;
    this.facts = facts;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  UUID start(
      String account,
      Scope scope,
      UUID commune,
      PlanKind kind,
      Map<Criterion, BigDecimal> weights,
      Map<UUID, UUID> fixed) {
    UUID id = ids.next();
    runs.insert(id, commune, kind, today.date(), weights, fixed, account, today.now());
    begin(scope, id);
    return id;
  }

  /// Nothing where someone works on it, or it is done.
  void again(Scope scope, UUID id) {
    if (runs.again(id, today.now())) {
      begin(scope, id);
    }
  }

  /// On a thread of the machine: a virtual one would keep the requests of its carrier waiting, for
  /// it never waits itself.
  private void begin(Scope scope, UUID id) {
    Thread.ofPlatform().daemon().name("plan-" + id).start(Fence.carriedBy(() -> work(scope, id)));
  }

  private void work(Scope scope, UUID id) {
    UUID claim = UUID.randomUUID();
    turn.acquireUninterruptibly();
    try {
      if (runs.claim(id, claim, today.now())) {
        runs.finish(id, claim, look(scope, id, claim), today.now());
      }
    } catch (RuntimeException e) {
      LOG.error("A plan failed", e);
      runs.finish(id, claim, null, today.now());
    } finally {
      turn.release();
    }
  }

  private List<Alternative> look(Scope scope, UUID id, UUID claim) {
    PlanRun run = runs.find(scope, id).orElseThrow();
    Problem problem = facts.problem(run.kind(), scope, run.commune(), run.day(), run.fixed());
    Search search = new Search(problem, run.weights(), Effort.PATIENT);
    CountDownLatch over = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("plan-pulse-" + id)
        .start(Fence.carriedBy(() -> tell(id, claim, search, over)));
    try {
      return search.run();
    } finally {
      over.countDown();
    }
  }

  /// Tells how far it is until that is over, or to be stopped.
  private void tell(UUID id, UUID claim, Search search, CountDownLatch over) {
    try {
      while (runs.pulse(id, claim, search.percent(), reached(search.reached()), today.now())) {
        if (over.await(PULSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      search.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Reached reached(@Nullable HardSoftBigDecimalScore score) {
    return score == null ? null : new Reached(score.isFeasible(), score.softScore().negate());
  }
}
