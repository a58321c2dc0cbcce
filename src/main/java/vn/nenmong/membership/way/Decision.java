package vn.nenmong.membership.way;

import java.util.List;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;

/// What the rules say of a step.
///
/// @param refusals every reason against it; with a paper that allows it those that are excusable
///   are left out
/// @param relied rules that were asked
/// @param unknown rules of which nothing is known for the day
public record Decision(List<Refusal> refusals, List<RuleValue> relied, List<Rule> unknown) {

  /// Of what is no step of anyone's own.
  public static final Decision NOTHING_ASKED = new Decision(List.of(), List.of(), List.of());

  public Decision {
    refusals = List.copyOf(refusals);
    relied = List.copyOf(relied);
    unknown = List.copyOf(unknown);
  }

  public boolean isAccepted() {
    return refusals.isEmpty();
  }

  /// Whether a paper of a competent body would do away with all reasons.
  public boolean isExcusable() {
    return !refusals.isEmpty() && refusals.stream().allMatch(Refusal::excusable);
  }
}
