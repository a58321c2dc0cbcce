package vn.nenmong.finding;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

/// What someone typed to find something: a name or a part of one, a number, or a date.
///
/// @param typed composed and trimmed
/// @param date when it can be read as one: `1956`, `7/2013`, `26.07.2013`
record Wanted(String typed, @Nullable PartialDate date) {

  private static final Pattern DATE =
      Pattern.compile("(?:(?:(\\d{1,2})[./-])?(\\d{1,2})[./-])?((?:19|20)\\d{2})");

  /// Fewer letters would find nearly everyone.
  private static final int LEAST = 2;

  static Wanted of(String text) {
    String typed = Vietnamese.clean(text);
    return new Wanted(typed, date(typed));
  }

  boolean isEnough() {
    return typed.length() >= LEAST;
  }

  /// For `like`, in folded text.
  String folded() {
    return "%" + literal(Vietnamese.fold(typed)) + "%";
  }

  /// For `like`, in text as it is written but for capitals.
  String asWritten() {
    return "%" + literal(typed.toLowerCase(Vietnamese.LOCALE)) + "%";
  }

  /// For `like`, in numbers; null where there is no digit.
  @Nullable String number() {
    return typed.chars().anyMatch(Character::isDigit)
        ? "%" + literal(typed.toUpperCase(Vietnamese.LOCALE)) + "%"
        : null;
  }

  /// For `like`, in dates from the largest part to the smallest.
  @Nullable String dates() {
    return date == null ? null : date.toIso() + "%";
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static @Nullable PartialDate date(String typed) {
    Matcher parts = DATE.matcher(typed);
    if (!parts.matches()) {
      return null;
    }
    StringBuilder iso = new StringBuilder(parts.group(3));
    for (int i = 2; i >= 1; i--) {
      if (parts.group(i) != null) {
        iso.append("-%02d".formatted(Integer.parseInt(parts.group(i))));
      }
    }
    try {
      return PartialDate.parse(iso.toString());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
