package vn.nenmong.kernel.sheet;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A column of a sheet that is handed out: its header and where its value comes from. A null value
/// leaves the cell empty.
///
/// @param width in characters
public record Column<R>(String header, int width, Function<R, @Nullable Object> value) {

  /// Text, and kept as text by Excel: card numbers and codes do not lose their zeros.
  public static <R> Column<R> text(
      String header, int width, Function<R, ? extends @Nullable String> value) {
    return new Column<>(header, width, value::apply);
  }

  public static <R> Column<R> number(String header, Function<R, ? extends @Nullable Number> value) {
    return new Column<>(header, Math.clamp(header.length(), 8, 14), value::apply);
  }

  public static <R> Column<R> day(String header, Function<R, ? extends @Nullable LocalDate> value) {
    return new Column<>(header, 12, value::apply);
  }

  /// A date as far as it is known: a real date where the day is, else `1956` or `07/2013` as text.
  public static <R> Column<R> date(
      String header, Function<R, ? extends @Nullable PartialDate> value) {
    return new Column<>(header, 12, value::apply);
  }
}
