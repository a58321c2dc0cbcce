package vn.nenmong.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.TypedDay;

/// A weekday that is off, or a day of a weekend that is worked, as an office types it: a line each,
/// the day and its name, or the first and the last day and their name. Which of the two a single
/// day is follows from the day; of several in a row the weekdays are off.
record NewHoliday(LocalDate day, String name) {

  private static final String DAY = "(\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-\\d{2}-\\d{2})";
  private static final String TO = "(?:[-–—]|đến(?: hết)?(?: ngày)?|to)";

  /// A name begins with no «to», so that a last day without its year is not taken for a name.
  private static final Pattern LINE =
      Pattern.compile(
          "(?iu)(?:từ |from )?(?:ngày )?%s(?:\\s*%s\\s*%s)?[\\s;:,]+(?!%s\\s*\\d)([\\p{L}\\d].*)"
              .formatted(DAY, TO, DAY, TO));

  private static final Pattern ANOTHER_DAY = Pattern.compile(DAY);

  boolean worked() {
    return isWeekend(day);
  }

  /// @throws Refused at the first line that is not a day of the year, or days of it, and a name
  static List<NewHoliday> read(String lines, int year) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .flatMap(line -> line(line.strip(), year).stream())
        .toList();
  }

  private static List<NewHoliday> line(String line, int year) {
    Matcher typed = LINE.matcher(line);
    if (typed.matches() && !ANOTHER_DAY.matcher(typed.group(3)).find()) {
      List<LocalDate> days = days(typed.group(1), typed.group(2));
      if (!days.isEmpty() && days.stream().allMatch(day -> day.getYear() == year)) {
        return days.stream().map(day -> new NewHoliday(day, typed.group(3))).toList();
      }
    }
    throw new Refused("rule.holiday.line", line, String.valueOf(year));
  }

  private static List<LocalDate> days(String first, @Nullable String last) {
    try {
      LocalDate from = TypedDay.parse(first);
      if (last == null) {
        return List.of(from);
      }
      LocalDate to = TypedDay.parse(last);
      return to.isBefore(from) || to.getYear() > from.getYear()
          ? List.of()
          : from.datesUntil(to.plusDays(1)).filter(day -> !isWeekend(day)).toList();
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }
}
