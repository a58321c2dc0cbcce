package vn.nenmong.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.Period;

/// All rules of one commune: the date of a fact chooses the value. Pure, so that what is decided by
/// it can be tried without a database.
public final class Rulebook {

  private final Map<String, List<RuleValue>> byCode;
  private final List<UUID> units;
  private final WorkingDays calendar;

  /// @param values the program's and those of the units
  /// @param units the bodies above the commune, the highest first, and the commune itself
  public Rulebook(Collection<RuleValue> values, List<UUID> units, WorkingDays calendar) {
    this.units = List.copyOf(units);
    this.calendar = calendar;
    this.byCode =
        values.stream()
            .filter(value -> value.unit() == null || units.contains(value.unit()))
            .sorted(Comparator.comparing(Rulebook::start))
            .collect(Collectors.groupingBy(RuleValue::code, TreeMap::new, Collectors.toList()));
  }

  /// What a rule says on a day: of several rows the one that began last, and of two that began
  /// together the one for the smaller part.
  public Optional<RuleValue> on(LocalDate day, String code) {
    return history(code).stream()
        .filter(value -> value.valid().contains(day))
        .max(Comparator.comparing(Rulebook::start).thenComparingInt(this::depth));
  }

  public Optional<RuleValue> on(LocalDate day, Rule rule) {
    return on(day, rule.code());
  }

  /// All that is known for a day, by code.
  public List<RuleValue> on(LocalDate day) {
    return codes().stream().flatMap(code -> on(day, code).stream()).toList();
  }

  /// Every row of a rule, the first first.
  public List<RuleValue> history(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  public Collection<String> codes() {
    return byCode.keySet();
  }

  public WorkingDays calendar() {
    return calendar;
  }

  /// Where a time limit that begins on a day ends; empty where no rule is known for that day.
  public Optional<Deadline> deadline(Rule rule, LocalDate start) {
    return deadline(rule.code(), start);
  }

  public Optional<Deadline> deadline(String code, LocalDate start) {
    return on(start, code)
        .flatMap(value ->
            value.span().map(span -> new Deadline(value, start, span.from(start, calendar))));
  }

  /// How long the value of a day has held and will, whatever document says it.
  public Period validity(RuleValue value, LocalDate day) {
    List<LocalDate> bounds = bounds(value.code());
    LocalDate from = null;
    for (LocalDate bound : bounds) {
      if (!bound.isAfter(day) && !same(bound.minusDays(1), value)) {
        from = bound;
      }
    }
    LocalDate to =
        bounds.stream()
            .filter(bound -> bound.isAfter(day) && !same(bound, value))
            .findFirst()
            .orElse(null);
    return new Period(from, to);
  }

  private boolean same(LocalDate day, RuleValue value) {
    return on(day, value.code()).map(RuleValue::value).equals(Optional.of(value.value()));
  }

  /// The days on which something may change.
  private List<LocalDate> bounds(String code) {
    return history(code).stream()
        .flatMap(value -> Stream.of(value.valid().from(), value.valid().to()))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  private static LocalDate start(RuleValue value) {
    LocalDate from = value.valid().from();
    return from == null ? LocalDate.MIN : from;
  }

  private int depth(RuleValue value) {
    @Nullable UUID unit = value.unit();
    return unit == null ? -1 : units.indexOf(unit);
  }
}
