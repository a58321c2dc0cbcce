package vn.nenmong.entry;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What two fields can't say together. What is not filled in contradicts nothing.
public final class Check {

  private Check() {}

  /// @param key message key of what is wrong, whose argument is the most
  /// @throws Rejected at the first field, where it says more than the other
  public static void atMost(Values values, String field, String most, String key) {
    Integer number = values.integer(field);
    Integer limit = values.integer(most);
    if (number != null && limit != null && number > limit) {
      throw new Rejected(field, key, limit);
    }
  }

  /// The same of two years, which are written without a point.
  public static void notLater(Values values, String year, String last, String key) {
    Integer number = values.integer(year);
    Integer limit = values.integer(last);
    if (number != null && limit != null && number > limit) {
      throw new Rejected(year, key, String.valueOf(limit));
    }
  }

  /// @throws Rejected at the second field, where it is not after the first
  public static void ascending(Values values, String from, String to, String key) {
    Integer first = values.integer(from);
    Integer last = values.integer(to);
    if (first != null && last != null && last <= first) {
      throw new Rejected(to, key, String.valueOf(first));
    }
  }

  /// @throws Rejected at the second field, where it is before the first
  public static void inOrder(Values values, String from, String to, String key) {
    LocalDate first = values.day(from);
    LocalDate last = values.day(to);
    if (first != null && last != null && last.isBefore(first)) {
      throw new Rejected(to, key);
    }
  }

  /// @throws Rejected where a number is below zero
  public static void notNegative(Values values, String field) {
    BigDecimal number = values.decimal(field);
    if (number != null && number.signum() < 0) {
      throw new Rejected(field, "entry.problem.negative");
    }
  }
}
