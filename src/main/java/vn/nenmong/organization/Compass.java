package vn.nenmong.organization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.nenmong.kernel.text.Vietnamese;

/// The sixteen points by which a direction is said, clockwise from north: `DB` is «đông bắc».
public enum Compass {
  B(0),
  BDB(225),
  DB(450),
  DDB(675),
  D(900),
  DDN(1125),
  DN(1350),
  NDN(1575),
  N(1800),
  NTN(2025),
  TN(2250),
  TTN(2475),
  T(2700),
  TTB(2925),
  TB(3150),
  BTB(3375);

  private static final BigDecimal STEP = new BigDecimal("22.5");

  private final int tenths;

  Compass(int tenths) {
    this.tenths = tenths;
  }

  /// In degrees clockwise from north, to one decimal.
  public BigDecimal bearing() {
    return BigDecimal.valueOf(tenths, 1);
  }

  /// As a list writes it: `ĐB`.
  public String letters() {
    return name().replace('D', 'Đ');
  }

  /// For message keys.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Compass nearest(BigDecimal bearing) {
    int steps = bearing.divide(STEP, 0, RoundingMode.HALF_UP).intValueExact();
    return values()[Math.floorMod(steps, values().length)];
  }

  /// What was written for one: `ĐB`, `Đông Bắc`, `đông-bắc`.
  public static Optional<Compass> read(String text) {
    String letters =
        Vietnamese.fold(text)
            .replaceFirst("^(?:phia|huong) ", "")
            .replace("dong", "d")
            .replace("tay", "t")
            .replace("nam", "n")
            .replace("bac", "b")
            .replaceAll("[\\s–-]", "");
    return Arrays.stream(values()).filter(point -> point.code().equals(letters)).findFirst();
  }
}
