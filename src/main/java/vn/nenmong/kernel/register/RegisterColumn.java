package vn.nenmong.kernel.register;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a register.
///
/// @param name in the address, for sorting
/// @param label message key of its header
/// @param number whether it is set to the right
/// @param order what it is sorted by: columns of the statement, none of which may be null; none
///   where it is not sorted by
/// @param value what stands in it
public record RegisterColumn<R>(
    String name, String label, boolean number, List<String> order, Function<R, Value> value) {

  public static <R> RegisterColumn<R> of(
      String name, String label, Function<R, Value> value, String... order) {
    return new RegisterColumn<>(name, label, false, List.of(order), value);
  }

  public static <R> RegisterColumn<R> number(
      String name, String label, Function<R, Value> value, String... order) {
    return new RegisterColumn<>(name, label, true, List.of(order), value);
  }

  public boolean isSortable() {
    return !order.isEmpty();
  }

  /// The classes of a place in it: `n` for numbers, `none` where nothing stands.
  public @Nullable String style(Value value) {
    boolean empty = value instanceof Value.Text text && text.text().isEmpty();
    if (empty) {
      return number ? "n none" : "none";
    }
    return number ? "n" : null;
  }
}
