package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// The committee and deputies of a cell against what the rules of the day want for its size. What
/// offices are not known of any cell of the commune is not missed in one.
final class Leadership {

  static final List<Rule> RULES =
      List.of(Rule.CELL_COMMITTEE_LEAST, Rule.CELL_COMMITTEE_MOST, Rule.CELL_DEPUTIES);

  private Leadership() {}

  static List<Concern> concerns(int official, Work work, Rulebook rules, LocalDate day) {
    List<Concern> concerns = new ArrayList<>();
    Optional<Integer> least = value(rules, day, Rule.CELL_COMMITTEE_LEAST);
    boolean large = least.isPresent() && official >= least.get();
    if (large && work.knows(Work.COMMITTEES) && work.committee() == 0) {
      concerns.add(concern("committee_missing", official, least.get()));
    }
    value(rules, day, Rule.CELL_COMMITTEE_MOST)
        .filter(most -> work.committee() > 0 && work.leaders() > most)
        .ifPresent(most -> concerns.add(concern("committee_large", work.leaders(), most)));
    if (large && work.knows(Work.DEPUTIES) && work.deputies() == 0) {
      concerns.add(concern("deputy_missing", official, least.get()));
    }
    value(rules, day, Rule.CELL_DEPUTIES)
        .filter(most -> work.deputies() > most)
        .ifPresent(most -> concerns.add(concern("deputies_many", work.deputies(), most)));
    return concerns;
  }

  private static Concern concern(String word, Integer found, Integer bound) {
    return new Concern(Reason.COMMITTEE, word, List.of(found, bound));
  }

  private static Optional<Integer> value(Rulebook rules, LocalDate day, Rule rule) {
    return rules.on(day, rule).map(RuleValue::integer);
  }
}
