package vn.nenmong.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.ReportPeriod;

/// Which communes handed in which registers for which years.
final class HandedIn {

  /// What the registers allow to say, the best first.
  enum Answer {
    /// What the register of the very year says.
    KNOWN,
    /// What the newest register says, which is of an earlier year.
    OLDER,
    /// Only those who are still here.
    AT_LEAST,
    UNKNOWN
  }

  private final List<UUID> communes;
  private final Map<String, Map<UUID, NavigableSet<Integer>>> years = new HashMap<>();

  HandedIn(List<UUID> communes) {
    this.communes = List.copyOf(communes);
  }

  void add(UUID commune, String register, int year) {
    years
        .computeIfAbsent(register, key -> new HashMap<>())
        .computeIfAbsent(commune, key -> new TreeSet<>())
        .add(year);
  }

  int communes() {
    return communes.size();
  }

  /// The newest year up to a year for which a register was handed in, or null.
  @Nullable Integer newest(String register, int year) {
    return communes.stream()
        .map(commune -> years(register, commune).floor(year))
        .filter(java.util.Objects::nonNull)
        .max(Integer::compare)
        .orElse(null);
  }

  /// What a register allows to say, commune by commune.
  List<Answer> answers(String register, Kind kind, ReportPeriod period) {
    return communes.stream()
        .map(commune -> answer(years(register, commune), kind, period))
        .toList();
  }

  private NavigableSet<Integer> years(String register, UUID commune) {
    return years.getOrDefault(register, Map.of()).getOrDefault(commune, new TreeSet<>());
  }

  private static Answer answer(NavigableSet<Integer> given, Kind kind, ReportPeriod period) {
    int year = period.year();
    return switch (kind) {
      case FACT, TOLD -> Answer.KNOWN;
      case YEARLY -> given.contains(year) ? Answer.KNOWN : Answer.UNKNOWN;
      case FLOW -> hasAll(given, period) ? Answer.KNOWN : Answer.UNKNOWN;
      case FLOW_OF_THOSE_STILL_HERE -> {
        if (hasAll(given, period)) {
          yield Answer.KNOWN;
        }
        yield given.ceiling(year) != null ? Answer.AT_LEAST : Answer.UNKNOWN;
      }
      case STOCK, STOCK_OF_THOSE_STILL_HERE -> {
        if (given.contains(year)) {
          yield Answer.KNOWN;
        }
        if (given.floor(year) != null) {
          yield Answer.OLDER;
        }
        yield kind == Kind.STOCK || given.isEmpty() ? Answer.UNKNOWN : Answer.AT_LEAST;
      }
    };
  }

  private static boolean hasAll(NavigableSet<Integer> given, ReportPeriod period) {
    return IntStream.rangeClosed(period.from().getYear(), period.year()).allMatch(given::contains);
  }
}
