package vn.nenmong.kernel.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/// A day as people type it and as addresses have it: `30/06/2017` and `2017-06-30`.
public final class TypedDay {

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("[uuuu-MM-dd][d/M/uuuu]").withResolverStyle(ResolverStyle.STRICT);

  private TypedDay() {}

  /// @throws java.time.format.DateTimeParseException where it is neither, or no day of the calendar
  public static LocalDate parse(String typed) {
    return LocalDate.parse(typed.strip(), TYPED);
  }
}
