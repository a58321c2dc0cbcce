package vn.nenmong.kernel.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A half-open span of days, `[from, to)`; an open end is null. The database's `daterange`.
///
/// @param from the first day, or null where the beginning is not known
/// @param to the first day after, or null while it goes on
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

  public Period {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("empty period: " + from + " to " + to);
    }
  }

  public static Period since(@Nullable LocalDate from) {
    return new Period(from, null);
  }

  /// From a first to a last day, both in it, as papers write it.
  public static Period ofDays(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Period(first, last == null ? null : last.plusDays(1));
  }

  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }

  /// The last day in it, or null while it goes on.
  public @Nullable LocalDate lastDay() {
    return to == null ? null : to.minusDays(1);
  }

  /// As PostgreSQL writes a `daterange`: `[2013-07-01,)`.
  public String toRange() {
    return (from == null ? "(" : "[" + from) + "," + (to == null ? "" : to) + ")";
  }

  /// Reads what PostgreSQL writes for a `daterange`, which it always gives half-open.
  public static Period ofRange(String range) {
    int comma = range.indexOf(',');
    String from = range.substring(1, comma);
    String to = range.substring(comma + 1, range.length() - 1);
    return new Period(
        from.isEmpty() ? null : LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to));
  }
}
