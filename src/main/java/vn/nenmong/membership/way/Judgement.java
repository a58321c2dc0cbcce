package vn.nenmong.membership.way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.Fraction;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// Collects every reason against a step.
final class Judgement {

  final Way way;
  final Step step;
  final Around around;
  private final Rulebook rules;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<RuleValue> relied = new ArrayList<>();
  private final List<Rule> unknown = new ArrayList<>();

  Judgement(Way way, Step step, Rulebook rules, Around around) {
    this.way = way;
    this.step = step;
    this.rules = rules;
    this.around = around;
  }

  Rulebook rules() {
    return rules;
  }

  /// What cannot be otherwise, whatever the rules.
  void require(boolean holds, String key, Object... arguments) {
    if (!holds) {
      refuse(null, false, key, arguments);
    }
  }

  /// The same, told with the rule that it follows from, where one is known for the day.
  void require(Rule rule, boolean holds, String key, Object... arguments) {
    if (!holds) {
      refuse(rules.on(step.day(), rule).orElse(null), false, key, arguments);
    }
  }

  /// The value of a rule on the day of the step. Where none is known, nothing is refused by it.
  Optional<RuleValue> rule(Rule rule) {
    Optional<RuleValue> value = rules.on(step.day(), rule);
    value.ifPresentOrElse(relied::add, () -> unknown.add(rule));
    return value;
  }

  /// Refuses where a rule is known and does not hold.
  void byRule(Rule rule, Predicate<RuleValue> holds, String key, Object... arguments) {
    rule(rule).filter(holds.negate()).ifPresent(value -> refuse(value, false, key, arguments));
  }

  /// The same, where a competent body may allow it.
  void unlessAllowed(Rule rule, Predicate<RuleValue> holds, String key, Object... arguments) {
    rule(rule).filter(holds.negate()).ifPresent(value -> refuse(value, true, key, arguments));
  }

  /// A vote that is said to have carried must reach its majority, and one that failed must not.
  /// What is no vote alone, as a decision, is one that carried.
  void majority(Rule rule) {
    Votes votes = step.votes();
    if (votes == null) {
      refuse(null, false, "way.refusal.noVotes");
      return;
    }
    require(
        rule,
        votes.inFavour() <= votes.entitled(),
        "way.refusal.moreThanEntitled",
        votes.inFavour(),
        votes.entitled());
    rule(rule)
        .ifPresent(value -> {
          Fraction majority = value.fraction().orElseThrow();
          boolean reached = votes.reaches(majority);
          boolean carried = step.isCarried() || !step.kind().asks(Ask.OUTCOME);
          if (carried && !reached) {
            refuse(
                value,
                false,
                "way.refusal.majority",
                votes.inFavour(),
                votes.entitled(),
                majority.needed(votes.entitled()));
          } else if (Boolean.FALSE.equals(step.carried()) && reached) {
            refuse(value, false, "way.refusal.carried", votes.inFavour(), votes.entitled());
          }
        });
  }

  /// How many have a vote in the cell is counted from the register.
  void electorate() {
    Around.Electorate cell = around.cell();
    Votes votes = step.votes();
    if (cell == null || votes == null) {
      return;
    }
    require(
        Rule.VOTE_DENOMINATOR,
        votes.entitled() <= cell.official(),
        "way.refusal.notSoMany",
        votes.entitled(),
        cell.official());
    rule(Rule.VOTE_DENOMINATOR)
        .ifPresent(rule -> {
          int most = cell.most(rule.words());
          int least = cell.least(rule.words());
          boolean counted = votes.entitled() <= most && votes.entitled() >= least;
          if (!counted && votes.entitled() <= cell.official()) {
            String key = least == most ? "way.refusal.entitled" : "way.refusal.entitledBetween";
            refuse(rule, false, key, votes.entitled(), most, least);
          }
        });
    unlessAllowed(
        Rule.CELL_OFFICIAL_LEAST,
        value -> cell.official() >= value.integer(),
        "way.refusal.smallCell",
        cell.official());
  }

  void refuse(@Nullable RuleValue rule, boolean excusable, String key, Object... arguments) {
    refusals.add(new Refusal(key, List.of(arguments), rule, excusable));
  }

  Decision decision() {
    boolean allowed = step.exception() != null;
    return new Decision(
        refusals.stream().filter(refusal -> !(allowed && refusal.excusable())).toList(),
        relied.stream().distinct().toList(),
        unknown.stream().distinct().toList());
  }
}
