package vn.nenmong.rule;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.Period;

/// What a rule says as long as one document says it.
///
/// @param value a number; a [Span] or a [Fraction]; or words parted by commas
/// @param unit whose own value it is: a commune's or a body's above it; null for the program's
/// @param account who added it, where it is an own one
public record RuleValue(
    UUID id,
    String code,
    Period valid,
    String value,
    Source source,
    @Nullable UUID unit,
    @Nullable String account) {

  public int integer() {
    return Integer.parseInt(value);
  }

  public boolean isInteger() {
    return value.matches("\\d{1,9}");
  }

  public Optional<Span> span() {
    return Span.parse(value);
  }

  public Optional<Fraction> fraction() {
    return Fraction.parse(value);
  }

  public Set<String> words() {
    return new LinkedHashSet<>(Arrays.asList(value.split(",")));
  }

  /// A value as an office types it, in the words of the program: `30 ngày làm việc`, `trên 1/2`.
  static String written(String typed) {
    String plain = typed.strip().replaceAll("\\s+", " ");
    return plain
        .replaceFirst("(?i)^trên (\\d+/\\d+)$", "$1+")
        .replaceFirst("(?i)^từ (\\d+/\\d+) trở lên$", "$1")
        .replaceFirst("(?i)^(\\d+) ngày làm việc$", "$1 working days")
        .replaceFirst("(?i)^(\\d+) ngày$", "$1 days")
        .replaceFirst("(?i)^(\\d+) tháng$", "$1 months");
  }

  /// Whether another value can stand in its place: both a number, a span, a majority or words.
  boolean isOfKind(String other) {
    return isInteger()
        ? other.matches("\\d{1,9}")
        : span().isPresent()
            ? Span.parse(other).isPresent()
            : fraction().isPresent()
                ? Fraction.parse(other).isPresent()
                : !other.isBlank() && !other.matches("\\d.*");
  }
}
