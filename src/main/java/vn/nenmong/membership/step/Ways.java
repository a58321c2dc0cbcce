package vn.nenmong.membership.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.way.Around;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Progress;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Way;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Finds ways as they stand.
@Component
public class Ways {

  /// @param kept all steps, also those that do not hold any more
  record Found(Person person, Way way, List<StepRepository.Kept> kept) {}

  /// Someone whose way waits for something.
  public record Waiting(Person person, Way way) {}

  /// A candidate or probationary member, and how far they have come.
  public record Progressing(Person person, @Nullable UUID cell, Progress progress) {}

  /// An official member whose party age reaches a number of years.
  ///
  /// @param membership as far as their party age needs it
  /// @param badges those that they have
  public record Ageing(
      Person person, Registered.Membership membership, Set<Integer> badges, UUID cell) {}

  /// Of a step that nobody entered.
  private static final UUID TOLD = new UUID(0, 0);

  private final StepRepository steps;
  private final Rulebooks rulebooks;
  private final Today today;

  Ways(StepRepository steps, Rulebooks rulebooks, Today today) {
    this.steps = steps;
    this.rulebooks = rulebooks;
    this.today = today;
  }

  /// Someone's way, if they are in the scope.
  Optional<Found> find(Scope scope, UUID id) {
    return steps.person(scope, id).map(this::of);
  }

  /// Those of the scope whose ways wait for something.
  public List<Waiting> waiting(Scope scope) {
    List<Person> people = steps.waiting(scope, today.date());
    List<UUID> ids = people.stream().map(Person::id).toList();
    Map<UUID, List<StepRepository.Kept>> kept = steps.all(ids);
    Map<UUID, Registered> said = steps.registered(ids);
    List<Found> found =
        people.stream()
            .map(person ->
                of(
                    person,
                    kept.getOrDefault(person.id(), List.of()),
                    said.getOrDefault(person.id(), Registered.NOTHING)))
            .toList();
    Map<UUID, LocalDate> takenIn = takenIn(found);
    return found.stream()
        .map(of -> reconciled(of, takenIn))
        .map(of -> new Waiting(of.person(), of.way()))
        .toList();
  }

  /// Candidates and probationary members of the scope, with what blocks each by the rules of today.
  public List<Progressing> progressing(Scope scope) {
    LocalDate day = today.date();
    List<Waiting> all = waiting(scope);
    Function<UUID, Rulebook> rules =
        rulebooks.of(all.stream().map(of -> of.person().commune()).collect(Collectors.toSet()));
    Map<UUID, Around.Electorate> electorates =
        steps.electorates(
            all.stream()
                .flatMap(of -> Stream.ofNullable(of.way().cell()))
                .collect(Collectors.toSet()),
            day);
    Map<UUID, Around.Member> helpers =
        steps
            .members(
                all.stream().flatMap(of -> helpers(of.way()).stream()).collect(Collectors.toSet()),
                day)
            .stream()
            .collect(Collectors.toMap(Around.Member::id, member -> member));
    return all.stream()
        .flatMap(of ->
            Progress.of(
                of.way(),
                day,
                rules.apply(of.person().commune()),
                kind ->
                    new Around(
                        day,
                        of.person().born(),
                        of.way().cell() == null ? null : electorates.get(of.way().cell()),
                        0,
                        kind == StepKind.CELL_RESOLUTION
                            ? helpers(of.way()).stream()
                                .flatMap(id -> Stream.ofNullable(helpers.get(id)))
                                .toList()
                            : List.of(),
                        true))
                .map(progress -> new Progressing(of.person(), of.way().cell(), progress))
                .stream())
        .toList();
  }

  private static List<UUID> helpers(Way way) {
    return way.registered().candidature().helpers();
  }

  /// Official members of the scope whose party age reaches one of some numbers of years in a span
  /// of days.
  public List<Ageing> ageing(Scope scope, Set<Integer> years, LocalDate from, LocalDate until) {
    return steps.ageing(scope, years, from, until);
  }

  /// Cells and people by name.
  public Map<UUID, String> names(Collection<UUID> ids) {
    return steps.names(ids);
  }

  private Found of(Person person) {
    Found found = of(person, steps.all(person.id()), steps.registered(person.id()));
    return reconciled(found, takenIn(List.of(found)));
  }

  /// When other communes took in those whose letters are open.
  private Map<UUID, LocalDate> takenIn(Collection<Found> all) {
    List<UUID> open =
        all.stream()
            .filter(of -> of.way().openLetter().isPresent())
            .map(of -> of.person().id())
            .toList();
    return open.isEmpty() ? Map.of() : steps.takenIn(open);
  }

  /// Where the other side is a commune of this program too, its taking in tells what its receipt
  /// would.
  private static Found reconciled(Found found, Map<UUID, LocalDate> takenIn) {
    LocalDate day = takenIn.get(found.person().id());
    return day == null
        ? found
        : new Found(
            found.person(),
            found.way().after(Step.of(TOLD, StepKind.TRANSFER_ARRIVED, day)),
            found.kept());
  }

  private static Found of(Person person, List<StepRepository.Kept> kept, Registered said) {
    List<Step> holding =
        new ArrayList<>(
            kept.stream()
                .filter(StepRepository.Kept::holds)
                .map(StepRepository.Kept::step)
                .toList());
    if (holding.isEmpty() || !Way.of(holding).registered().equals(said)) {
      holding.add(registered(said));
    }
    return new Found(person, Way.of(holding), kept);
  }

  /// Whether a step is not entered but told by the registers of another commune.
  static boolean isTakenIn(Step step) {
    return step.kind() == StepKind.TRANSFER_ARRIVED && step.id().equals(TOLD);
  }

  /// What the registers say, as a step: of the day since which they say it.
  static Step registered(Registered said) {
    LocalDate day = said.since() == null ? LocalDate.of(1930, 2, 3) : said.since();
    return new Step(
        TOLD,
        StepKind.REGISTERED,
        day,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        said);
  }
}
