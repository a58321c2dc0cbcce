package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;

/// What people hold of bodies for a while, an office, a charge or a village post: which of the
/// database is the one that a row tells of.
final class Holdings {

  /// @param body the organization or village
  /// @param title what is held, or empty where it is always the same
  record Holding(
      UUID id, UUID person, UUID body, String title, @Nullable PartialDate since, Period period) {}

  private record Key(UUID person, UUID body, String title) {}

  private final Map<Key, List<Holding>> open = new HashMap<>();
  private final Map<Key, List<Period>> told = new HashMap<>();

  void know(Holding holding) {
    open.computeIfAbsent(
            key(holding.person(), holding.body(), holding.title()), k -> new ArrayList<>(1))
        .add(holding);
  }

  /// Whether a row of the file overlaps one before it of the same person, body and title.
  boolean overlaps(UUID person, UUID body, String title, Period period) {
    List<Period> before = told.computeIfAbsent(key(person, body, title), k -> new ArrayList<>(1));
    boolean overlapping =
        before.stream().anyMatch(other -> Timeline.intersect(other, period).isPresent());
    before.add(period);
    return overlapping;
  }

  /// The one that began on the same date, or the only one that the period overlaps. It is taken
  /// out.
  Optional<Holding> take(
      UUID person, UUID body, String title, @Nullable PartialDate since, Period period) {
    List<Holding> same = open.getOrDefault(key(person, body, title), List.of());
    Optional<Holding> found =
        same.stream()
            .filter(holding -> since != null && Objects.equals(holding.since(), since))
            .findFirst();
    if (found.isEmpty()) {
      List<Holding> overlapping =
          same.stream()
              .filter(holding -> Timeline.intersect(holding.period(), period).isPresent())
              .toList();
      found = overlapping.size() == 1 ? Optional.of(overlapping.getFirst()) : Optional.empty();
    }
    found.ifPresent(same::remove);
    return found;
  }

  /// Those no row told of.
  List<Holding> left() {
    return open.values().stream().flatMap(List::stream).toList();
  }

  private static Key key(UUID person, UUID body, String title) {
    return new Key(person, body, NameKey.of(title));
  }

  /// From the day given, or else from the new year of the file, the first that is told; within the
  /// life of the body. Empty where it lies outside.
  static Optional<Period> period(
      @Nullable PartialDate since, @Nullable PartialDate until, LocalDate newYear, Period life) {
    LocalDate from = since == null ? newYear : since.first();
    LocalDate to = until == null ? null : until.last().plusDays(1);
    if (since == null && to != null && !from.isBefore(to)) {
      from = null;
    }
    if (from != null && to != null && !from.isBefore(to)) {
      return Optional.empty();
    }
    return Timeline.intersect(new Period(from, to), life);
  }
}
