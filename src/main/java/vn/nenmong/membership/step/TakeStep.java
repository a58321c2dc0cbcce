package vn.nenmong.membership.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.Refused;
import vn.nenmong.membership.paper.PaperNumbers;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Way;
import vn.nenmong.membership.way.WayRules;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Takes one step more on someone's way, or one on each of several people's, if the rules of its
/// day allow it; the registers say then what follows from it.
@Component
public class TakeStep {

  /// @param change by which it can be taken back; null where it was refused
  /// @param number of its paper
  /// @param decision what the rules say
  public record Outcome(
      @Nullable UUID change, @Nullable UUID step, @Nullable String number, Decision decision) {

    public boolean isTaken() {
      return change != null;
    }
  }

  private final StepRepository steps;
  private final EffectRepository effects;
  private final Rulebooks rulebooks;
  private final PaperNumbers numbers;
  private final Changes changes;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final JsonMapper json = JsonMapper.builder().build();

  TakeStep(
      StepRepository steps,
      EffectRepository effects,
      Rulebooks rulebooks,
      PaperNumbers numbers,
      Changes changes,
      Audit audit,
      TransactionTemplate transaction) {
    this.steps = steps;
    this.effects = effects;
    this.rulebooks = rulebooks;
    this.numbers = numbers;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// @throws Refused where the person is not in the scope, or the registers do not let it be so
  public Outcome run(Viewer viewer, UUID person, Step step) {
    return Objects.requireNonNull(runAll(viewer, Map.of(person, step)).get(person));
  }

  /// One whose number is the one that was offered: where somebody took it meanwhile, it gets the
  /// next.
  Outcome runNumbered(Viewer viewer, UUID person, Step step) {
    return Objects.requireNonNull(runAll(viewer, Map.of(person, step), true).get(person));
  }

  /// All of them or none.
  ///
  /// @return what came of each; where one was refused, none was taken
  public Map<UUID, Outcome> runAll(Viewer viewer, Map<UUID, Step> wanted) {
    return runAll(viewer, wanted, false);
  }

  private Map<UUID, Outcome> runAll(Viewer viewer, Map<UUID, Step> wanted, boolean offered) {
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            Map<UUID, Outcome> outcomes = new HashMap<>();
            for (UUID id : wanted.keySet().stream().sorted().toList()) {
              Person person = person(viewer, id);
              changes.lock(person.commune());
              outcomes.put(
                  id, take(viewer, person, Objects.requireNonNull(wanted.get(id)), offered));
            }
            if (!outcomes.values().stream().allMatch(Outcome::isTaken)) {
              status.setRollbackOnly();
            }
            return outcomes;
          }));
    } catch (DataIntegrityViolationException e) {
      throw new Refused("membership.step.registers");
    }
  }

  Person person(Viewer viewer, UUID id) {
    return steps
        .person(viewer.scope(), id)
        .orElseThrow(() -> new Refused("membership.step.unknownPerson"));
  }

  /// Within a transaction that has the commune for itself.
  Outcome take(Viewer viewer, Person person, Step wanted) {
    return take(viewer, person, wanted, false);
  }

  /// @param offered whether the paper is to have the next number of its book, if it is one
  private Outcome take(Viewer viewer, Person person, Step wanted, boolean offered) {
    Rulebook rules = rulebooks.of(person.commune());
    changes.begin();
    Way way = way(viewer, person);
    Step numbered =
        offered
            ? wanted.numbered(
                Boolean.FALSE.equals(wanted.carried())
                    ? null
                    : numbers
                        .next(person, way.cell(), wanted.kind(), wanted.form(), wanted.day())
                        .orElse(null))
            : wanted;
    Step step = WayRules.complete(way, numbered, rules);
    Decision decision =
        WayRules.decide(
            way, step, rules, steps.around(person, way.cell(), people(way, step), step));
    if (!decision.isAccepted()) {
      return new Outcome(null, null, null, decision);
    }
    UUID id = steps.insert(person, viewer.account(), step, decision);
    numbers.enter(person, way.cell(), step, id);
    Registered now = way.after(step).registered();
    effects.apply(person, step, now);
    if (!steps.registered(person.id()).equals(now)) {
      throw new IllegalStateException(
          "registers say " + steps.registered(person.id()) + " after " + step.kind());
    }
    audit.record(
        viewer,
        person.commune(),
        "step",
        "step",
        person.id(),
        json.writeValueAsString(Map.of("values", values(step))));
    return new Outcome(changes.current(), id, step.number(), decision);
  }

  /// The steps that hold; and where the registers were changed by a form or an import since, or
  /// before the first step, what they say now.
  private Way way(Viewer viewer, Person person) {
    List<Step> holding = new ArrayList<>(holding(person.id()));
    Registered said = steps.registered(person.id());
    if (holding.isEmpty() || !Way.of(holding).registered().equals(said)) {
      Step registered = Ways.registered(said);
      steps.insert(person, viewer.account(), registered, Decision.NOTHING_ASKED);
      holding.add(registered);
    }
    return Way.of(holding);
  }

  private List<Step> holding(UUID person) {
    return steps.all(person).stream()
        .filter(StepRepository.Kept::holds)
        .map(StepRepository.Kept::step)
        .toList();
  }

  /// Those whom the step names; of the cell's vote on an admission, the helpers.
  private static List<UUID> people(Way way, Step step) {
    return step.kind() == StepKind.CELL_RESOLUTION
        ? way.registered().candidature().helpers()
        : step.people();
  }

  /// For the trail.
  private static Map<String, Object> values(Step step) {
    Map<String, Object> values = new HashMap<>();
    values.put("kind", step.kind().code());
    values.put("day", step.day().toString());
    if (step.number() != null) {
      values.put("number", step.number());
    }
    if (step.votes() != null) {
      values.put("votes", step.votes().inFavour() + "/" + step.votes().entitled());
    }
    if (step.form() != null) {
      values.put("form", step.form());
    }
    if (step.exception() != null) {
      values.put("exception", step.exception());
    }
    if (step.reason() != null) {
      values.put("reason", step.reason());
    }
    return values;
  }
}
