package vn.nenmong.consolidation.village;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.health.Concern;
import vn.nenmong.consolidation.health.Dangers;
import vn.nenmong.consolidation.health.Dangers.At;
import vn.nenmong.consolidation.village.VillageRepository.CoveredOn;
import vn.nenmong.kernel.memory.Remembered;
import vn.nenmong.kernel.text.Apart;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Reach;

/// Villages and how they are covered, on a day and through the years before.
@Component
public class Villages {

  private record AllOf(Reach reach) {}

  private record CountsOf(Scope scope, List<OrganizationRef> tops, LocalDate day) {}

  private record DayOf(Scope scope, List<UUID> villages, LocalDate day) {}

  private record CentresOf(Set<UUID> communes, LocalDate day) {}

  /// Villages as of a day.
  ///
  /// @param strips how each was covered in the years up to it, by their ids: at the end of each,
  ///   and in the last on the day. The cells of the years before are judged by today's bounds.
  public record Covered(List<VillageRow> rows, Map<UUID, Strip> strips) {

    public Covered {
      rows = List.copyOf(rows);
      strips = Map.copyOf(strips);
    }
  }

  private record State(Coverage coverage, List<Concern> dangers) {}

  private final VillageRepository villages;
  private final Dangers dangers;
  private final Remembered remembered;

  Villages(VillageRepository villages, Dangers dangers, Remembered remembered) {
    this.villages = villages;
    this.dangers = dangers;
    this.remembered = remembered;
  }

  /// The villages of a reach, by name.
  public List<VillageRow> of(Reach reach) {
    List<VillageRow> rows = listed(reach);
    return judged(rows, reach.day(), states(rows, reach.scope(), Set.of(reach.day())));
  }

  /// The same, and how they were covered before.
  public Covered covered(Reach reach) {
    return covered(listed(reach), reach.scope(), reach.day());
  }

  /// A village, and how it was covered before.
  Covered covered(VillageRow row, Scope scope, LocalDate day) {
    return covered(List.of(row), scope, day);
  }

  private List<VillageRow> listed(Reach reach) {
    return remembered.answer(new AllOf(reach), () -> villages.list(reach));
  }

  private Covered covered(List<VillageRow> rows, Scope scope, LocalDate day) {
    int last = day.getYear();
    Map<Integer, LocalDate> days =
        IntStream.rangeClosed(last - Strip.YEARS + 1, last)
            .boxed()
            .collect(
                Collectors.toMap(
                    Function.identity(), year -> year == last ? day : LocalDate.of(year, 12, 31)));
    Map<LocalDate, Map<UUID, State>> states = states(rows, scope, Set.copyOf(days.values()));
    return new Covered(
        judged(rows, day, states),
        rows.stream()
            .collect(
                Collectors.toMap(
                    VillageRow::id,
                    row ->
                        Strip.until(
                            last,
                            year -> coverage(of(states, row, days.getOrDefault(year, day)))))));
  }

  private static List<VillageRow> judged(
      List<VillageRow> rows, LocalDate day, Map<LocalDate, Map<UUID, State>> states) {
    return rows.stream()
        .map(row -> {
          State state = of(states, row, day);
          return state == null ? row : row.with(state.dangers());
        })
        .toList();
  }

  private static @Nullable State of(
      Map<LocalDate, Map<UUID, State>> states, VillageRow row, LocalDate day) {
    return states.getOrDefault(day, Map.of()).get(row.id());
  }

  private static @Nullable Coverage coverage(@Nullable State state) {
    return state == null ? null : state.coverage();
  }

  /// Of villages on some days, all that is not known asked at once.
  private Map<LocalDate, Map<UUID, State>> states(
      List<VillageRow> rows, Scope scope, Set<LocalDate> days) {
    List<UUID> found = rows.stream().map(VillageRow::id).toList();
    return remembered
        .answers(
            days.stream().map(one -> new DayOf(scope, found, one)).collect(Collectors.toSet()),
            open -> asked(open, scope, found))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(each -> each.getKey().day(), Map.Entry::getValue));
  }

  private Map<DayOf, Map<UUID, State>> asked(Set<DayOf> open, Scope scope, List<UUID> found) {
    List<CoveredOn> covered =
        villages.covered(found, open.stream().map(DayOf::day).collect(Collectors.toSet()));
    Map<At, List<Concern>> dangers =
        this.dangers.of(
            scope, covered.stream().flatMap(one -> own(one).stream()).collect(Collectors.toSet()));
    Map<DayOf, Map<UUID, State>> states = new HashMap<>();
    open.forEach(one -> states.put(one, new HashMap<>()));
    for (CoveredOn one : covered) {
      List<Concern> of = own(one).map(dangers::get).orElse(List.of());
      Objects.requireNonNull(states.get(new DayOf(scope, found, one.day())))
          .put(one.village(), new State(of.isEmpty() ? one.coverage() : Coverage.DANGER, of));
    }
    return states;
  }

  /// The own cell of a village on that day.
  private static Optional<At> own(CoveredOn one) {
    return Optional.ofNullable(one.cell())
        .filter(_ -> one.coverage() == Coverage.OWN)
        .map(cell -> new At(cell, one.day()));
  }

  /// The communes from whose centres distances to villages are told, with their names; none where
  /// that is one alone.
  public Map<UUID, String> centres(List<VillageRow> rows, LocalDate day) {
    Set<UUID> communes = rows.stream().map(VillageRow::origin).collect(Collectors.toSet());
    return communes.size() > 1
        ? remembered.answer(new CentresOf(communes, day), () -> villages.centres(communes, day))
        : Map.of();
  }

  /// The names of villages by their ids, those of one name told apart by the commune that they came
  /// of.
  public Map<UUID, String> names(List<VillageRow> rows, LocalDate day) {
    Map<UUID, String> centres = centres(rows, day);
    return Apart.names(
        rows, VillageRow::id, VillageRow::name, village -> centres.get(village.origin()));
  }

  /// How many villages of each commune of a scope are covered how, by the ids of the communes.
  ///
  /// @param tops the highest organizations of the scope
  public Map<UUID, Map<Coverage, Integer>> counts(
      Scope scope, List<OrganizationRef> tops, LocalDate day) {
    return remembered.answer(new CountsOf(scope, tops, day), () -> counted(scope, tops, day));
  }

  private Map<UUID, Map<Coverage, Integer>> counted(
      Scope scope, List<OrganizationRef> tops, LocalDate day) {
    Map<UUID, List<Concern>> found = dangers(scope, tops, day);
    Map<UUID, Map<Coverage, Integer>> counts = new HashMap<>();
    for (VillageState state : villages.states(scope, day)) {
      boolean danger = state.coverage() == Coverage.OWN && !of(found, state.cell()).isEmpty();
      counts
          .computeIfAbsent(state.commune(), _ -> new EnumMap<>(Coverage.class))
          .merge(danger ? Coverage.DANGER : state.coverage(), 1, Integer::sum);
    }
    return counts;
  }

  private Map<UUID, List<Concern>> dangers(Scope scope, List<OrganizationRef> tops, LocalDate day) {
    Map<UUID, List<Concern>> found = new HashMap<>();
    tops.forEach(top -> found.putAll(dangers.of(scope, top, day)));
    return found;
  }

  private static List<Concern> of(Map<UUID, List<Concern>> found, @Nullable UUID cell) {
    return cell == null ? List.of() : found.getOrDefault(cell, List.of());
  }
}
