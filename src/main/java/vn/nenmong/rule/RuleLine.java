package vn.nenmong.rule;

import org.jspecify.annotations.Nullable;

/// A rule in the list.
///
/// @param current what it says on the day that is looked at, if anything is known
public record RuleLine(String code, @Nullable RuleValue current) {

  public boolean decides() {
    return Rule.decides(code);
  }
}
