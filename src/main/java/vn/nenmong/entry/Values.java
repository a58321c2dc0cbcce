package vn.nenmong.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// What was entered, each value of the kind that its field asks for.
public final class Values {

  private final Map<String, String> values;

  /// @param values as [Kept] has them
  Values(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  Map<String, String> all() {
    return values;
  }

  public @Nullable String text(String name) {
    return values.get(name);
  }

  /// A value that its field requires.
  public String needed(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new Rejected(name, "entry.problem.missing");
    }
    return value;
  }

  public @Nullable UUID id(String name) {
    String value = values.get(name);
    return value == null ? null : UUID.fromString(value);
  }

  public @Nullable LocalDate day(String name) {
    String value = values.get(name);
    return value == null ? null : LocalDate.parse(value);
  }

  public @Nullable PartialDate date(String name) {
    String value = values.get(name);
    return value == null ? null : PartialDate.parse(value);
  }

  public @Nullable Integer integer(String name) {
    String value = values.get(name);
    return value == null ? null : Integer.valueOf(value);
  }

  public @Nullable BigDecimal decimal(String name) {
    String value = values.get(name);
    return value == null ? null : new BigDecimal(value);
  }

  public boolean yes(String name) {
    return values.containsKey(name);
  }
}
