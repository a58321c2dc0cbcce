package vn.nenmong.rule;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as regulations give it: `60 working days`, `30 days`, `12 months`.
public record Span(int length, Unit unit) {

  public enum Unit {
    WORKING_DAYS,
    DAYS,
    MONTHS;

    /// In keys of messages.
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    String words() {
      return key().replace('_', ' ');
    }
  }

  static final Pattern WRITTEN = Pattern.compile("(\\d{1,4}) (working days|days|months)");

  static Optional<Span> parse(String value) {
    Matcher written = WRITTEN.matcher(value);
    return written.matches()
        ? Optional.of(
            new Span(
                Integer.parseInt(written.group(1)),
                Unit.valueOf(written.group(2).toUpperCase(Locale.ROOT).replace(' ', '_'))))
        : Optional.empty();
  }

  /// Both, of the same unit.
  public Span plus(Span more) {
    if (unit != more.unit) {
      throw new IllegalArgumentException(this + " and " + more);
    }
    return new Span(length + more.length, unit);
  }

  /// The last day of it. The day it begins on does not count.
  public WorkingDays.Reached from(LocalDate start, WorkingDays calendar) {
    return switch (unit) {
      case WORKING_DAYS -> calendar.after(start, length);
      case DAYS -> WorkingDays.Reached.on(start.plusDays(length));
      case MONTHS -> WorkingDays.Reached.on(start.plusMonths(length));
    };
  }

  @Override
  public String toString() {
    return length + " " + unit.words();
  }
}
