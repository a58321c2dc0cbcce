package vn.nenmong.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Rates in per cent, rounded half up to one decimal: in the figure itself, and so everywhere.
final class Rates {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Rates() {}

  /// Part ÷ whole, or null where one is not known or the whole is nothing.
  static @Nullable BigDecimal percent(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
    return part == null || whole == null || whole.signum() == 0
        ? null
        : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  /// Now ÷ before − 1, likewise.
  static @Nullable BigDecimal growth(@Nullable BigDecimal now, @Nullable BigDecimal before) {
    return now == null || before == null ? null : percent(now.subtract(before), before);
  }

  /// Without decimals that say nothing: 510, not 510.0000.
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
