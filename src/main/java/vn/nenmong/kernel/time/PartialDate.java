package vn.nenmong.kernel.time;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;

/// A date as an old paper gives it: a day, a month or only a year. What was not given is never made
/// up: a year-only date is shown as its year, and compared by the days it may have been.
///
/// @param first the first day it may have been
/// @param precision what was given
public record PartialDate(LocalDate first, Precision precision) implements Comparable<PartialDate> {

  /// What part of a date is known. Stored by its lower-case name.
  public enum Precision {
    YEAR,
    MONTH,
    DAY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Precision of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Clears the parts that were not given, so that equal dates are equal.
  public PartialDate {
    first =
        switch (precision) {
          case DAY -> first;
          case MONTH -> first.withDayOfMonth(1);
          case YEAR -> first.withDayOfYear(1);
        };
  }

  public static PartialDate day(LocalDate day) {
    return new PartialDate(day, Precision.DAY);
  }

  public static PartialDate month(YearMonth month) {
    return new PartialDate(month.atDay(1), Precision.MONTH);
  }

  public static PartialDate year(int year) {
    return new PartialDate(Year.of(year).atDay(1), Precision.YEAR);
  }

  /// Reads the ISO form: `1956`, `2013-07`, `2013-07-26`.
  ///
  /// @throws java.time.DateTimeException when the text is none of the three or no date
  public static PartialDate parse(String iso) {
    return switch (iso.length()) {
      case 4 -> year(Year.parse(iso).getValue());
      case 7 -> month(YearMonth.parse(iso));
      default -> day(LocalDate.parse(iso));
    };
  }

  /// The same as [#parse]; by this name a text column of a row becomes one.
  public static PartialDate of(String iso) {
    return parse(iso);
  }

  /// The last day it may have been.
  public LocalDate last() {
    return switch (precision) {
      case DAY -> first;
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case YEAR -> LocalDate.of(first.getYear(), 12, 31);
    };
  }

  /// Whether every day it may have been lies before every day the other may have been.
  public boolean isCertainlyBefore(PartialDate other) {
    return last().isBefore(other.first);
  }

  /// Whether the two may be the same day: `1956` and `03/02/1956` agree.
  public boolean agreesWith(PartialDate other) {
    return !isCertainlyBefore(other) && !other.isCertainlyBefore(this);
  }

  public boolean isFullDay() {
    return precision == Precision.DAY;
  }

  /// `1956`, `2013-07`, `2013-07-26`.
  public String toIso() {
    return first
        .toString()
        .substring(
            0,
            switch (precision) {
              case YEAR -> 4;
              case MONTH -> 7;
              case DAY -> 10;
            });
  }

  /// `1956`, `07/2013`, `26/07/2013`.
  public String toVietnamese() {
    return switch (precision) {
      case YEAR -> "%d".formatted(first.getYear());
      case MONTH -> "%02d/%d".formatted(first.getMonthValue(), first.getYear());
      case DAY ->
          "%02d/%02d/%d".formatted(first.getDayOfMonth(), first.getMonthValue(), first.getYear());
    };
  }

  @Override
  public int compareTo(PartialDate other) {
    int byDay = first.compareTo(other.first);
    return byDay != 0 ? byDay : precision.compareTo(other.precision);
  }

  @Override
  public String toString() {
    return toIso();
  }
}
