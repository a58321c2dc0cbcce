package vn.nenmong.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A figure beside that of the year before.
///
/// @param change the difference, in points for a rate; null where either is not known for certain
public record Compared(
    FigureValue value, @Nullable FigureValue before, @Nullable BigDecimal change) {

  static Compared of(FigureValue value, @Nullable FigureValue before) {
    BigDecimal now = value.number();
    BigDecimal then = before == null ? null : before.number();
    boolean certain = !value.atLeast() && before != null && !before.atLeast();
    return new Compared(
        value, before, certain && now != null && then != null ? now.subtract(then) : null);
  }
}
