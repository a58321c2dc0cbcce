package vn.nenmong.kernel.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// The span of days that figures are asked for. Stocks are taken at its last day, flows within it.
///
/// @param from the first day, in it
/// @param to the last day, in it
public record ReportPeriod(LocalDate from, LocalDate to) {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  public ReportPeriod {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("period ends before it begins: " + from + " to " + to);
    }
    if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("not a year of our time: " + from + " to " + to);
    }
  }

  public static ReportPeriod year(int year) {
    return new ReportPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /// Stocks at a day, flows from 1 January of its year to it.
  public static ReportPeriod until(LocalDate day) {
    return new ReportPeriod(day.withDayOfYear(1), day);
  }

  /// The year its last day lies in: the year of yearly counts, indicators and reviews.
  public int year() {
    return to.getYear();
  }

  public boolean isWholeYear() {
    return equals(year(to.getYear()));
  }

  /// The same span a year before.
  public ReportPeriod yearBefore() {
    if (isWholeYear()) {
      return year(year() - 1);
    }
    return new ReportPeriod(from.minusYears(1), to.minusYears(1));
  }

  public long months() {
    return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
  }

  /// `2016` for a year, `2016-01-01/2016-06-30` for another span.
  public String code() {
    return isWholeYear() ? Integer.toString(year()) : from + "/" + to;
  }
}
