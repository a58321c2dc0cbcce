package vn.nenmong.membership.way;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.RuleValue;

/// Why a step can't be taken.
///
/// @param key message key of the reason
/// @param rule that forbids it; null where it is no rule's but cannot be so
/// @param excusable whether a competent body may allow it, by a paper
public record Refusal(
    String key, List<Object> arguments, @Nullable RuleValue rule, boolean excusable) {

  public Refusal {
    arguments = List.copyOf(arguments);
  }
}
