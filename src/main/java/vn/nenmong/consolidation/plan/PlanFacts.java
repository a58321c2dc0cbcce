package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.plan.PlanFactsRepository.Cell;
import vn.nenmong.consolidation.plan.PlanFactsRepository.Member;
import vn.nenmong.consolidation.plan.PlanFactsRepository.Village;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Makes problems of what the registers and the rules of the day say.
@Component
class PlanFacts {

  private final PlanFactsRepository facts;
  private final Rulebooks rulebooks;

  PlanFacts(PlanFactsRepository facts, Rulebooks rulebooks) {
    this.facts = facts;
    this.rulebooks = rulebooks;
  }

  Problem problem(PlanKind kind, Scope scope, UUID commune, LocalDate day, Map<UUID, UUID> fixed) {
    return switch (kind) {
      case VILLAGES -> villages(scope, commune, day, fixed);
      case CHARGE -> charge(scope, commune, day, fixed);
    };
  }

  /// @throws Refused where no rule tells how many official members a cell needs
  VillageProblem villages(Scope scope, UUID commune, LocalDate day, Map<UUID, UUID> fixed) {
    List<Village> all = facts.villages(scope, commune, day);
    Kilometres kilometres = Kilometres.of(all);
    int least = least(commune, day).integer();
    List<Village> planned = all.stream().filter(village -> !village.hasOwnCell()).toList();
    List<ServingCell> cells =
        Stream.concat(
                facts.cells(scope, commune, day).stream()
                    .filter(cell -> !seats(all, cell.id()).isEmpty())
                    .map(cell ->
                        new ServingCell(
                            cell.id(),
                            cell.officials() - leaving(planned, cell),
                            cell.officials(),
                            least)),
                planned.stream().map(village -> ServingCell.at(village.id(), least)))
            .toList();
    return new VillageProblem(
        cells,
        planned.stream()
            .map(village ->
                new VillageProblem.Village(
                    village.id(),
                    village.ofCell(),
                    village.cellId(),
                    distances(
                        cells,
                        ServingCell::id,
                        cell -> kilometres.toNearest(village.id(), seats(all, cell)))))
            .toList(),
        fixed);
  }

  ChargeProblem charge(Scope scope, UUID commune, LocalDate day, Map<UUID, UUID> fixed) {
    List<Village> villages = facts.villages(scope, commune, day);
    Kilometres kilometres = Kilometres.of(villages);
    List<Member> committee = facts.committee(scope, commune, day);
    Map<UUID, List<UUID>> charges = facts.charges(scope, commune, day);
    return new ChargeProblem(
        committee.stream()
            .map(member ->
                new CommitteeMember(
                    member.id(),
                    member.cell(),
                    CommitteeMember.languages(member.ethnicity(), member.languages()),
                    member.experienced()))
            .toList(),
        facts.cells(scope, commune, day).stream()
            .map(cell ->
                new ChargeProblem.Cell(
                    cell.id(),
                    language(cell),
                    charges.getOrDefault(cell.id(), List.of()),
                    distances(
                        committee,
                        Member::id,
                        member ->
                            kilometres.toNearest(member.village(), led(villages, cell.id())))))
            .toList(),
        fixed);
  }

  /// Of the most common people among its members; none that has to be learnt where these are Kinh.
  private static @Nullable String language(Cell cell) {
    String language = cell.ethnicity() == null ? null : Vietnamese.fold(cell.ethnicity());
    return "kinh".equals(language) ? null : language;
  }

  /// How many official members a cell of a commune needs.
  RuleValue least(UUID commune, LocalDate day) {
    return least(rulebooks.of(commune), day);
  }

  static RuleValue least(Rulebook rules, LocalDate day) {
    return rules
        .on(day, Rule.CELL_OFFICIAL_LEAST)
        .orElseThrow(() -> new Refused("consolidation.plan.noRule"));
  }

  private static int leaving(List<Village> planned, Cell cell) {
    return planned.stream()
        .filter(village -> cell.id().equals(village.cellId()))
        .mapToInt(Village::ofCell)
        .sum();
  }

  /// Where a cell meets: the villages that have it as their own, or else those that it serves.
  private static List<Village> seats(List<Village> villages, UUID cell) {
    List<Village> led = villages.stream().filter(village -> cell.equals(village.cellId())).toList();
    List<Village> own = led.stream().filter(Village::hasOwnCell).toList();
    return own.isEmpty() ? led : own;
  }

  private static Stream<UUID> seats(List<Village> villages, ServingCell cell) {
    return cell.seat() == null
        ? seats(villages, cell.id()).stream().map(Village::id)
        : Stream.of(cell.seat());
  }

  private static Stream<UUID> led(List<Village> villages, UUID cell) {
    return villages.stream().filter(village -> cell.equals(village.cellId())).map(Village::id);
  }

  private static <V> Map<UUID, BigDecimal> distances(
      List<V> values, Function<V, UUID> id, Function<V, Optional<BigDecimal>> kilometres) {
    Map<UUID, BigDecimal> known = new HashMap<>();
    values.forEach(
        value -> kilometres.apply(value).ifPresent(far -> known.put(id.apply(value), far)));
    return known;
  }
}
