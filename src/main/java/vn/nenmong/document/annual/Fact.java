package vn.nenmong.document.annual;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A figure as the report takes it over.
///
/// @param number null for a text or where it is not known
/// @param text of a figure that is one, such as a date (`2013-07`)
/// @param rate whether it is a per cent
/// @param atLeast whether it counts only those who are still here
/// @param missing what is missing, where it is not known
record Fact(
    @Nullable BigDecimal number,
    @Nullable String text,
    boolean rate,
    boolean atLeast,
    String missing) {

  static Fact count(int number) {
    return new Fact(BigDecimal.valueOf(number), null, false, false, "");
  }

  static Fact rate(String percent) {
    return new Fact(new BigDecimal(percent), null, true, false, "");
  }

  static Fact missing(String what) {
    return new Fact(null, null, false, false, what);
  }
}
