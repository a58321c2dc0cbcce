package vn.nenmong.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.TypedDay;

/// A weekday that is off, or a day of a weekend that is worked, as an office types it: a line each,
/// the day and its name. Which of the two it is follows from the day.
record NewHoliday(LocalDate day, String name) {

  boolean worked() {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  /// @throws Refused at the first line that is not a day of the year and a name
  static List<NewHoliday> read(String lines, int year) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line(line.strip(), year))
        .toList();
  }

  private static NewHoliday line(String line, int year) {
    String[] parts = line.split("[\\s;,]+", 2);
    try {
      LocalDate day = TypedDay.parse(parts[0]);
      if (day.getYear() == year && parts.length == 2) {
        return new NewHoliday(day, parts[1].strip());
      }
    } catch (DateTimeException e) {
      // Told below, with the line.
    }
    throw new Refused("rule.holiday.line", line, String.valueOf(year));
  }
}
