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

  public Optional<Span> span() {
    return Span.parse(value);
  }

  public Optional<Fraction> fraction() {
    return Fraction.parse(value);
  }

  public boolean says(String word) {
    return words().contains(word);
  }

  public Set<String> words() {
    return new LinkedHashSet<>(Arrays.asList(value.split(",")));
  }
}
