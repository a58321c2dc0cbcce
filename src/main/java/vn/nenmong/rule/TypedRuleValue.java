package vn.nenmong.rule;

import org.jspecify.annotations.Nullable;

/// What someone has typed to add a value to a rule.
public record TypedRuleValue(
    @Nullable String value,
    @Nullable String since,
    @Nullable String number,
    @Nullable String body,
    @Nullable String date,
    @Nullable String clause,
    @Nullable String evidence) {

  static final TypedRuleValue NOTHING =
      new TypedRuleValue(null, null, null, null, null, null, null);
}
