package vn.nenmong.consolidation.village;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.health.Concern;
import vn.nenmong.consolidation.health.Dangers;
import vn.nenmong.consolidation.health.Dangers.At;
import vn.nenmong.consolidation.village.VillageRepository.YearOfCoverage;
import vn.nenmong.kernel.memory.Remembered;
import vn.nenmong.kernel.text.Apart;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Reach;

/// Villages and how they are covered, on a day and through the years before.
@Component
public class Villages {

  private record AllOf(Reach reach) {}

  private record StatesOf(Scope scope, List<OrganizationRef> tops, LocalDate day) {}

  private record YearOf(Scope scope, List<UUID> villages, int year) {}

  private record CentresOf(Set<UUID> communes, LocalDate day) {}

  private final VillageRepository villages;
  private final Dangers dangers;
  private final Organizations organizations;
  private final Remembered remembered;

  Villages(
      VillageRepository villages,
      Dangers dangers,
      Organizations organizations,
      Remembered remembered) {
    this.villages = villages;
    this.dangers = dangers;
    this.organizations = organizations;
    this.remembered = remembered;
  }

  /// The villages of a reach, by name.
  public List<VillageRow> of(Reach reach) {
    return remembered.answer(new AllOf(reach), () -> listed(reach));
  }

  private List<VillageRow> listed(Reach reach) {
    List<VillageRow> rows = villages.list(reach);
    if (rows.stream().noneMatch(row -> row.coverage() == Coverage.OWN)) {
      return rows;
    }
    Map<UUID, List<Concern>> found = dangers(reach.scope(), reach.tops(), reach.day());
    return rows.stream().map(row -> row.with(of(found, row.cellId()))).toList();
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

  /// All villages of a scope.
  ///
  /// @param tops the highest organizations of the scope
  public List<VillageState> states(Scope scope, List<OrganizationRef> tops, LocalDate day) {
    return remembered.answer(new StatesOf(scope, tops, day), () -> workedOut(scope, tops, day));
  }

  private List<VillageState> workedOut(Scope scope, List<OrganizationRef> tops, LocalDate day) {
    Map<UUID, List<Concern>> found = dangers(scope, tops, day);
    return villages.states(scope, day).stream()
        .map(state ->
            state.coverage() == Coverage.OWN && !of(found, state.cell()).isEmpty()
                ? new VillageState(state.commune(), state.cell(), Coverage.DANGER)
                : state)
        .toList();
  }

  private Map<UUID, List<Concern>> dangers(Scope scope, List<OrganizationRef> tops, LocalDate day) {
    Map<UUID, List<Concern>> found = new HashMap<>();
    tops.forEach(top -> found.putAll(dangers.of(scope, top, day)));
    return found;
  }

  private static List<Concern> of(Map<UUID, List<Concern>> found, @Nullable UUID cell) {
    return cell == null ? List.of() : found.getOrDefault(cell, List.of());
  }

  /// The same village with what its cell is in danger of.
  VillageRow judged(VillageRow row, Scope scope, LocalDate day) {
    UUID cell = row.cellId();
    if (cell == null || row.coverage() != Coverage.OWN) {
      return row;
    }
    return organizations
        .find(scope, cell, day)
        .map(unit -> row.with(dangers.of(scope, unit, day).getOrDefault(cell, List.of())))
        .orElse(row);
  }

  /// How villages were covered in the years up to a day, by their ids: at the end of each, and the
  /// last as of the day. The cells of the years before are judged by today's bounds.
  ///
  /// @param rows judged already, as of the day
  public Map<UUID, Strip> strips(List<VillageRow> rows, Scope scope, LocalDate day) {
    List<UUID> found = rows.stream().map(VillageRow::id).toList();
    int last = day.getYear();
    Map<Integer, Map<UUID, Coverage>> years = new HashMap<>();
    remembered
        .answers(
            IntStream.range(last - Strip.YEARS + 1, last)
                .mapToObj(year -> new YearOf(scope, found, year))
                .collect(Collectors.toSet()),
            open -> atTheEndOf(open, scope, found))
        .forEach((of, states) -> years.put(of.year(), states));
    return rows.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                VillageRow::id,
                row ->
                    Strip.until(
                        last,
                        year -> years.getOrDefault(year, Map.of()).get(row.id()),
                        row.coverage())));
  }

  private Map<YearOf, Map<UUID, Coverage>> atTheEndOf(
      Set<YearOf> years, Scope scope, List<UUID> found) {
    List<YearOfCoverage> covered =
        villages.years(found, years.stream().map(YearOf::year).collect(Collectors.toSet()));
    Set<At> endangered =
        dangers.among(
            scope,
            covered.stream()
                .filter(one -> one.coverage() == Coverage.OWN)
                .flatMap(one -> at(one).stream())
                .collect(Collectors.toSet()));
    Map<YearOf, Map<UUID, Coverage>> states = new HashMap<>();
    years.forEach(year -> states.put(year, new HashMap<>()));
    for (YearOfCoverage one : covered) {
      boolean danger = at(one).filter(endangered::contains).isPresent();
      Objects.requireNonNull(states.get(new YearOf(scope, found, one.year())))
          .put(one.village(), danger ? Coverage.DANGER : one.coverage());
    }
    return states;
  }

  /// The cell that led a village at the end of a year.
  private static Optional<At> at(YearOfCoverage one) {
    return Optional.ofNullable(one.cell())
        .map(cell -> new At(cell, LocalDate.of(one.year(), 12, 31)));
  }
}
