package vn.nenmong.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;

/// The options `--year Y`, `--on DAY` and `--from DAY --to DAY`, as the pages have them in their
/// addresses; without any of them, from 1 January until today.
final class PeriodOption {

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "year")
  private @Nullable String year;

  @Option(names = "--on", paramLabel = "DAY", descriptionKey = "on")
  private @Nullable String on;

  @Option(names = "--from", paramLabel = "DAY", descriptionKey = "from")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", descriptionKey = "to")
  private @Nullable String to;

  ReportPeriod get(Today today) {
    try {
      return read(today);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Refused("command.period.wrong");
    }
  }

  /// @throws Refused where a period is said in this way beside another
  void requireNone() {
    if (Stream.of(year, on, from, to).anyMatch(Objects::nonNull)) {
      throw new Refused("command.period.wrong");
    }
  }

  private ReportPeriod read(Today today) {
    if (year != null) {
      refuseAll(on, from, to);
      return ReportPeriod.year(Integer.parseInt(year));
    }
    if (on != null) {
      refuseAll(from, to);
      return ReportPeriod.until(LocalDate.parse(on));
    }
    if (from != null && to != null) {
      return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }
    refuseAll(from, to);
    return ReportPeriod.until(today.date());
  }

  private static void refuseAll(@Nullable String... others) {
    for (String other : others) {
      if (other != null) {
        throw new IllegalArgumentException("more or less than one period");
      }
    }
  }
}
