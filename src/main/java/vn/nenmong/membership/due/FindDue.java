package vn.nenmong.membership.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.step.Ways;
import vn.nenmong.membership.way.Badges;
import vn.nenmong.membership.way.Due;
import vn.nenmong.membership.way.Dues;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Works out what is due on the ways of everyone in a scope, by the rules of each one's commune.
@Component
public class FindDue {

  private final Ways ways;
  private final Rulebooks rulebooks;
  private final Today today;

  FindDue(Ways ways, Rulebooks rulebooks, Today today) {
    this.ways = ways;
    this.rulebooks = rulebooks;
    this.today = today;
  }

  /// What is late, and what falls due until a day; the earliest first, what has no day last.
  ///
  /// @param until last day that is looked for
  public List<DueLine> until(Scope scope, LocalDate until) {
    List<Ways.Waiting> waiting = ways.waiting(scope);
    Function<UUID, Rulebook> rules =
        rulebooks.of(waiting.stream().map(of -> of.person().commune()).collect(Collectors.toSet()));
    List<DueLine> lines = new ArrayList<>();
    for (Ways.Waiting of : waiting) {
      Dues.of(of.way(), rules.apply(of.person().commune())).stream()
          .filter(due -> isDue(due, until) && !due.isOver(today.date()))
          .forEach(due -> lines.add(new DueLine(of.person(), of.way().cell(), due)));
    }
    badges(scope, today.date(), until)
        .forEach(badge ->
            lines.add(
                new DueLine(
                    badge.person(),
                    badge.cell(),
                    new Due(
                        Due.What.BADGE,
                        Due.Who.COMMITTEE,
                        badge.next().reached(),
                        badge.next().award(),
                        null))));
    lines.sort(Comparator.comparing(DueLine::key));
    return lines;
  }

  /// How much is late today in each cell where something is.
  public Map<UUID, Integer> late(Scope scope) {
    LocalDate day = today.date();
    Map<UUID, Integer> late = new HashMap<>();
    for (DueLine line : until(scope, day)) {
      if (line.cell() != null && line.due().isOverdue(day)) {
        late.merge(line.cell(), 1, Integer::sum);
      }
    }
    return late;
  }

  /// What has no day is due from the day on which it can be done.
  private static boolean isDue(Due due, LocalDate until) {
    LocalDate day = due.day() == null ? due.since() : due.day();
    return day == null || !day.isAfter(until);
  }

  /// Those whose badges are to be awarded in a span of days, by the rules of each one's commune.
  List<BadgeLine> badges(Scope scope, LocalDate from, LocalDate until) {
    Rulebook common = rulebooks.common();
    Set<Integer> years =
        common.on(until, Rule.BADGE_YEARS).map(RuleValue::words).orElse(Set.of()).stream()
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    if (years.isEmpty()) {
      return List.of();
    }
    List<Ways.Ageing> ageing = ways.ageing(scope, years, from.minusYears(1), until);
    Function<UUID, Rulebook> rules =
        rulebooks.of(ageing.stream().map(of -> of.person().commune()).collect(Collectors.toSet()));
    return ageing.stream()
        .flatMap(of ->
            Badges.next(
                of.membership(), of.badges(), from, until, rules.apply(of.person().commune()))
                .map(next -> new BadgeLine(of.person(), of.cell(), next))
                .stream())
        .sorted(
            Comparator.comparing((BadgeLine line) -> line.next().award())
                .thenComparingInt(line -> line.next().years())
                .thenComparing(line -> line.person().id()))
        .toList();
  }
}
