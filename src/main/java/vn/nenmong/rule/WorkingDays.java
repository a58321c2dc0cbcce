package vn.nenmong.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The days on which cadres and civil servants work: Monday to Friday but for public holidays, days
/// in lieu and swapped days, and the Saturdays that are worked in exchange. A year whose days off
/// are not known is not counted in.
public final class WorkingDays {

  /// A day off, or a weekend that is worked.
  public record Holiday(LocalDate day, boolean worked, String name) {}

  /// A day that was passed over in counting, or one of a weekend that was counted.
  ///
  /// @param why name of the holiday or of the exchange; null for a weekend
  public record Passed(LocalDate day, boolean worked, @Nullable String why) {}

  /// Where counting came to.
  ///
  /// @param day the last day; null where a year is in the way whose days off are not known
  /// @param unknownYear that year, or null
  public record Reached(
      @Nullable LocalDate day, @Nullable Integer unknownYear, List<Passed> passed) {

    static Reached on(LocalDate day) {
      return new Reached(day, null, List.of());
    }
  }

  private final Map<LocalDate, Holiday> holidays;
  private final Set<Integer> years;

  /// @param years those whose holidays are all known
  public WorkingDays(Map<LocalDate, Holiday> holidays, Set<Integer> years) {
    this.holidays = Map.copyOf(holidays);
    this.years = Set.copyOf(years);
  }

  public boolean isWorked(LocalDate day) {
    Holiday holiday = holidays.get(day);
    return holiday == null ? !isWeekend(day) : holiday.worked();
  }

  /// The n-th working day after a day.
  public Reached after(LocalDate start, int n) {
    List<Passed> passed = new ArrayList<>();
    LocalDate day = start;
    int left = n;
    while (left > 0) {
      day = day.plusDays(1);
      if (!years.contains(day.getYear())) {
        return new Reached(null, day.getYear(), passed);
      }
      Holiday holiday = holidays.get(day);
      boolean worked = isWorked(day);
      if (!worked || holiday != null) {
        passed.add(new Passed(day, worked, holiday == null ? null : holiday.name()));
      }
      if (worked) {
        left--;
      }
    }
    return new Reached(day, null, passed);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }
}
