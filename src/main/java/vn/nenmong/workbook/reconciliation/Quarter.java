package vn.nenmong.workbook.reconciliation;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;

/// Three months, after which lists are reconciled.
public record Quarter(int year, int number) {

  static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /// The last one that is over on a day, that of its last day included.
  static Quarter lastOver(LocalDate day) {
    Quarter current = of(day);
    return current.lastDay().equals(day) ? current : of(current.firstDay().minusDays(1));
  }

  LocalDate firstDay() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  LocalDate lastDay() {
    Month last = Month.of(3 * number);
    return LocalDate.of(year, last, 1).plusMonths(1).minusDays(1);
  }

  /// `IV/2016`.
  public String words() {
    return switch (number) {
          case 1 -> "I";
          case 2 -> "II";
          case 3 -> "III";
          default -> "IV";
        }
        + "/"
        + year;
  }
}
