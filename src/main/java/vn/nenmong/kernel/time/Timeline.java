package vn.nenmong.kernel.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values that held one after another, without overlaps, the earliest first.
public record Timeline<T>(List<Span<T>> spans) {

  public record Span<T>(Period period, T value) {}

  public Timeline {
    spans = List.copyOf(spans);
  }

  public static <T> Timeline<T> of(Period period, T value) {
    return new Timeline<>(List.of(new Span<>(period, value)));
  }

  public Optional<T> at(LocalDate day) {
    return spans.stream().filter(span -> span.period().contains(day)).map(Span::value).findFirst();
  }

  /// The same with another value in the span that holds on a day, but only inside a window: what
  /// held before and after it stays. Where nothing held on that day, the value fills the gap.
  public Timeline<T> with(LocalDate day, Period window, T value) {
    List<Span<T>> result = new ArrayList<>();
    boolean found = false;
    @Nullable LocalDate gapFrom = null;
    @Nullable LocalDate gapTo = null;
    for (Span<T> span : spans) {
      Period period = span.period();
      if (!period.contains(day)) {
        result.add(span);
        if (period.to() != null && !period.to().isAfter(day)) {
          gapFrom = period.to();
        } else if (gapTo == null) {
          gapTo = period.from();
        }
        continue;
      }
      found = true;
      if (window.from() != null) {
        add(result, period.from(), earlier(period.to(), window.from()), span.value());
      }
      intersect(period, window).ifPresent(inside -> result.add(new Span<>(inside, value)));
      if (window.to() != null) {
        add(result, later(period.from(), window.to()), period.to(), span.value());
      }
    }
    if (!found) {
      intersect(new Period(gapFrom, gapTo), window)
          .ifPresent(inside -> result.add(new Span<>(inside, value)));
    }
    return new Timeline<>(result).inOrder();
  }

  /// Begins on a day: what held first is taken to have held from there, what lies before is cut.
  public Timeline<T> from(@Nullable LocalDate day) {
    List<Span<T>> result = new ArrayList<>();
    for (Span<T> span : spans) {
      if (result.isEmpty()) {
        add(result, day, span.period().to(), span.value());
      } else {
        result.add(span);
      }
    }
    return new Timeline<>(result);
  }

  /// The same with another value in the last span.
  public Timeline<T> last(T value) {
    List<Span<T>> result = new ArrayList<>(spans);
    result.set(result.size() - 1, new Span<>(spans.getLast().period(), value));
    return new Timeline<>(result);
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /// Goes on until a day, not in it: what held last is taken to have held until there.
  public Timeline<T> until(@Nullable LocalDate day) {
    List<Span<T>> result = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span<T> span = spans.get(i);
      boolean last = i == spans.size() - 1 || !startsBefore(spans.get(i + 1), day);
      add(result, span.period().from(), last ? day : span.period().to(), span.value());
      if (last) {
        break;
      }
    }
    return new Timeline<>(result);
  }

  private static boolean startsBefore(Span<?> span, @Nullable LocalDate day) {
    LocalDate from = span.period().from();
    return day == null || from == null || from.isBefore(day);
  }

  /// Only what lies inside the period that its own value allows; none where it allows none.
  public Timeline<T> within(Function<T, Optional<Period>> allowed) {
    List<Span<T>> result = new ArrayList<>();
    for (Span<T> span : spans) {
      allowed
          .apply(span.value())
          .flatMap(period -> intersect(span.period(), period))
          .ifPresent(inside -> result.add(new Span<>(inside, span.value())));
    }
    return new Timeline<>(result);
  }

  /// Each span cut at a day, with its value made anew for either side.
  public Timeline<T> cut(LocalDate day, Function<T, T> before, Function<T, T> after) {
    List<Span<T>> result = new ArrayList<>();
    for (Span<T> span : spans) {
      Period period = span.period();
      add(result, period.from(), earlier(period.to(), day), before.apply(span.value()));
      add(result, later(period.from(), day), period.to(), after.apply(span.value()));
    }
    return new Timeline<>(result);
  }

  /// Neighbours of one value become one span.
  public Timeline<T> joined() {
    List<Span<T>> result = new ArrayList<>();
    for (Span<T> span : spans) {
      Span<T> before = result.isEmpty() ? null : result.getLast();
      if (before != null
          && before.value().equals(span.value())
          && Objects.equals(before.period().to(), span.period().from())) {
        result.set(
            result.size() - 1,
            new Span<>(new Period(before.period().from(), span.period().to()), span.value()));
      } else {
        result.add(span);
      }
    }
    return new Timeline<>(result);
  }

  private Timeline<T> inOrder() {
    List<Span<T>> sorted = new ArrayList<>(spans);
    sorted.sort((a, b) -> {
      LocalDate left = a.period().from();
      LocalDate right = b.period().from();
      if (left == null || right == null) {
        return left == null ? (right == null ? 0 : -1) : 1;
      }
      return left.compareTo(right);
    });
    return new Timeline<>(sorted);
  }

  public static Optional<Period> intersect(Period a, Period b) {
    LocalDate from = later(a.from(), b.from());
    LocalDate to = earlier(a.to(), b.to());
    return from != null && to != null && !from.isBefore(to)
        ? Optional.empty()
        : Optional.of(new Period(from, to));
  }

  private static <T> void add(
      List<Span<T>> spans, @Nullable LocalDate from, @Nullable LocalDate to, T value) {
    if (from == null || to == null || from.isBefore(to)) {
      spans.add(new Span<>(new Period(from, to), value));
    }
  }

  /// The later of two beginnings; null is before all.
  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }

  /// The earlier of two ends; null is after all.
  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
