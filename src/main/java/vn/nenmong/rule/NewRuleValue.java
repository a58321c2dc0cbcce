package vn.nenmong.rule;

import java.time.LocalDate;

/// A value that an office adds to a rule.
///
/// @param from the day from which it holds
record NewRuleValue(String code, LocalDate from, String value, Source source) {

  NewRuleValue as(String kept) {
    return new NewRuleValue(code, from, kept, source);
  }
}
