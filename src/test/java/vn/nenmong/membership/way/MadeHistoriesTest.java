package vn.nenmong.membership.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.TestRules;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.Rulebook;

/// Thousands of histories of steps drawn at random, sensible and senseless. Whatever was accepted
/// keeps what the Charter and its regulations demand, told here a second time and another way.
@BesideOthers
class MadeHistoriesTest {

  private static final Rulebook RULES = TestRules.of(TestDatabase.create());
  private static final Map<StepKind, List<String>> FORMS =
      Stream.of(StepKind.values())
          .collect(Collectors.toMap(kind -> kind, kind -> kind.forms(RULES)));
  private static final int HISTORIES = 200;
  private static final int TRIES = 160;

  @TestFactory
  List<DynamicTest> noHistoryReachesAStateThatTheRulesForbid() {
    return IntStream.range(0, 10)
        .mapToObj(batch ->
            DynamicTest.dynamicTest(
                "seed " + batch,
                () -> {
                  for (int i = 0; i < HISTORIES; i++) {
                    long seed = batch * 1_000_000L + i;
                    new History(seed).run();
                  }
                }))
        .toList();
  }

  /// The draws are wide, so that some of all kinds are accepted.
  @TestFactory
  DynamicTest everyKindOfStepIsTakenInSomeHistory() {
    return DynamicTest.dynamicTest(
        "every kind",
        () -> {
          Set<StepKind> taken = EnumSet.noneOf(StepKind.class);
          for (long seed = 0; seed < 2_000; seed++) {
            History history = new History(seed);
            history.run();
            history.steps.forEach(step -> taken.add(step.kind()));
          }
          assertThat(EnumSet.complementOf(EnumSet.copyOf(taken))).isEmpty();
        });
  }

  /// Drawn seldom, so that a way does not end before it has begun.
  private static final Set<StepKind> ENDING =
      EnumSet.of(
          StepKind.WITHDRAWN,
          StepKind.DOSSIER_MOVED,
          StepKind.TRANSFER_OUT,
          StepKind.STRIKE_DECISION,
          StepKind.RESIGNATION,
          StepKind.DEATH,
          StepKind.DISCIPLINE_DECISION);

  private static final class History {

    final List<Step> steps = new ArrayList<>();
    private final long seed;
    private final Random random;
    private LocalDate day;

    History(long seed) {
      this.seed = seed;
      random = new Random(seed);
      day = LocalDate.of(2016, 8, 1).plusDays(random.nextInt(2_500));
      steps.add(start());
    }

    private Step start() {
      boolean candidate = random.nextInt(4) > 0;
      boolean outside = !candidate && random.nextInt(4) == 0;
      PartialDate admitted =
          PartialDate.day(day.minusYears(random.nextInt(60)).minusDays(random.nextInt(300)));
      boolean official = random.nextBoolean();
      Registered said =
          outside
              ? Registered.NOTHING
              : candidate
                  ? new Registered(
                      Phase.CANDIDATE,
                      day,
                      MadeWay.CELL,
                      Registered.Candidature.NONE,
                      Registered.Membership.NONE)
                  : new Registered(
                      official ? Phase.OFFICIAL : Phase.PROBATIONARY,
                      admitted.first(),
                      MadeWay.CELL,
                      Registered.Candidature.NONE,
                      new Registered.Membership(
                          admitted,
                          null,
                          official ? PartialDate.day(admitted.first().plusYears(1)) : null,
                          null,
                          false,
                          random.nextBoolean() ? "0123" : null,
                          null));
      return MadeWay.made(StepKind.REGISTERED, day).registered(said).step();
    }

    void run() {
      for (int i = 0; i < TRIES; i++) {
        Way way = Way.of(steps);
        Step step = draw(way);
        Around around =
            new Around(
                LocalDate.of(2026, 12, 31),
                PartialDate.parse("1985-0" + (1 + random.nextInt(9))),
                new Around.Electorate(9, random.nextInt(2), random.nextInt(2)),
                11,
                List.of(
                    new Around.Member(
                        MadeWay.HELPER,
                        "A",
                        random.nextInt(6) > 0,
                        random.nextInt(6) == 0,
                        LocalDate.of(2010, 1, 1)),
                    MadeWay.member(MadeWay.SECOND, "B")),
                true);
        if (WayRules.decide(way, step, RULES, around).isAccepted()) {
          steps.add(step);
          if (step.day().isAfter(day)) {
            day = step.day();
          }
          check(step);
        }
      }
    }

    /// Mostly what a page would offer, sometimes anything; mostly later, sometimes earlier.
    private Step draw(Way way) {
      StepKind[] all = StepKind.values();
      StepKind kind = all[1 + random.nextInt(all.length - 1)];
      if (random.nextInt(10) > 0) {
        List<StepKind> open =
            List.of(all).stream()
                .filter(some -> WayRules.isOpen(way, some))
                .filter(some -> random.nextInt(30) == 0 || !ENDING.contains(some))
                .toList();
        kind = open.isEmpty() ? kind : open.get(random.nextInt(open.size()));
      }
      LocalDate on =
          day.plusDays(random.nextInt(10) == 0 ? -random.nextInt(60) : random.nextInt(40));
      if (kind == StepKind.RECOGNITION_CELL && random.nextBoolean()) {
        on = way.admissionDay().orElse(day).plusMonths(12).plusDays(random.nextInt(20) - 2);
      }
      boolean carried = random.nextInt(4) > 0;
      int entitled = 7 + random.nextInt(3);
      int inFavour = carried ? entitled - random.nextInt(4) : random.nextInt(entitled + 2);
      List<String> forms = FORMS.getOrDefault(kind, List.of());
      String form = forms.isEmpty() ? null : forms.get(random.nextInt(forms.size()));
      if (kind == StepKind.HELPERS) {
        form = "two_members";
      }
      return new Step(
          UUID.randomUUID(),
          kind,
          on,
          "1",
          null,
          kind.asks(Ask.VOTES) ? new Votes(inFavour, entitled) : null,
          kind.asks(Ask.OUTCOME) ? Boolean.valueOf(carried) : null,
          kind.asks(Ask.RECEIVED) && random.nextBoolean() ? on.plusDays(random.nextInt(9)) : null,
          kind.asks(Ask.EFFECTIVE) && random.nextBoolean()
              ? on.minusDays(random.nextInt(90))
              : null,
          kind.asks(Ask.UNTIL) ? on.plusDays(random.nextInt(500)) : null,
          kind.asks(Ask.CELL) && random.nextInt(3) > 0 ? MadeWay.OTHER_CELL : null,
          kind.asks(Ask.PEOPLE) ? List.of(MadeWay.HELPER, MadeWay.SECOND) : List.of(),
          form,
          kind.asks(Ask.PLACE) && random.nextInt(3) == 0 ? "nơi khác" : null,
          random.nextInt(12) == 0 ? "01-CV" : null,
          random.nextBoolean() ? "x" : null,
          null);
    }

    private void check(Step step) {
      String why = "seed " + seed + ", after " + step;
      Way before = Way.of(steps.subList(0, steps.size() - 1));
      Way now = Way.of(steps);
      switch (step.kind()) {
        case CEREMONY -> {
          Step decision = last(before, StepKind.ADMISSION_DECISION, why);
          Step committee = last(before, StepKind.COMMITTEE_RESOLUTION, why);
          Step cell = last(before, StepKind.CELL_RESOLUTION, why);
          assertThat(step.day()).as(why).isAfterOrEqualTo(decision.day());
          assertThat(decision.day()).as(why).isAfterOrEqualTo(committee.day());
          assertThat(committee.day()).as(why).isAfterOrEqualTo(cell.day());
          Votes votes = Objects.requireNonNull(cell.votes());
          assertThat(votes.inFavour() * 3).as(why).isGreaterThanOrEqualTo(votes.entitled() * 2);
          assertThat(votes.inFavour()).as(why).isLessThanOrEqualTo(votes.entitled());
          assertThat(before.registered().candidature().helpers()).as(why).isNotEmpty();
          assertThat(before.registered().candidature().classTaken()).as(why).isNotNull();
          assertThat(before.registered().candidature().dossierCompleted()).as(why).isNotNull();
          assertThat(now.phase()).as(why).isEqualTo(Phase.PROBATIONARY);
        }
        case RECOGNITION_DECISION -> {
          if (step.isCarried()) {
            Step cell = last(before, StepKind.RECOGNITION_CELL, why);
            assertThat(cell.day())
                .as(why)
                .isAfterOrEqualTo(before.admissionDay().orElseThrow().plusMonths(12));
            assertThat(step.day()).as(why).isAfterOrEqualTo(cell.day());
            assertThat(now.phase()).as(why).isEqualTo(Phase.OFFICIAL);
          }
        }
        case CARD_ISSUED, BADGE ->
            assertThat(now.registered().membership().recognised()).as(why).isNotNull();
        case DISCIPLINE_DECISION -> {
          if (step.hasForm("removal") || step.hasForm("expulsion")) {
            assertThat(before.phase()).as(why).isEqualTo(Phase.OFFICIAL);
          }
        }
        default -> {}
      }
      assertThat(now.phase().isMember())
          .as(why)
          .isEqualTo(
              now.registered().membership().leftBy() == null
                  && now.registered().membership().admitted() != null
                  && now.phase() != Phase.CANDIDATE
                  && now.phase() != Phase.OUTSIDE);
      assertThat(now.registered().membership().recognised() != null)
          .as(why)
          .isEqualTo(
              now.phase() == Phase.OFFICIAL
                  || (now.phase() == Phase.GONE && wasOfficial(now))
                  || (now.phase() == Phase.CANDIDATE && wasOfficial(now)));
      assertThat(now.readmissions()).as(why).isLessThanOrEqualTo(1);
    }

    private static boolean wasOfficial(Way way) {
      return way.registered().membership().recognised() != null;
    }

    private static Step last(Way way, StepKind kind, String why) {
      Optional<Step> found = way.carried(kind);
      assertThat(found).as(why).isPresent();
      return found.get();
    }
  }
}
