package vn.nenmong.organization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place on earth, in degrees to five decimals, which is a metre.
public record Coordinates(BigDecimal latitude, BigDecimal longitude) {

  private static final Pattern WRITTEN =
      Pattern.compile("(-?\\d{1,2}(?:[.,]\\d+)?)[;,\\s]\\s*(-?\\d{1,3}(?:[.,]\\d+)?)");

  /// As maps write it, latitude first: `21.15230, 103.04120`. A decimal comma is understood too.
  public static Optional<Coordinates> read(String text) {
    Matcher written = WRITTEN.matcher(text.replaceAll("[°NE]", "").strip());
    if (!written.matches()) {
      return Optional.empty();
    }
    BigDecimal latitude = degrees(written.group(1));
    BigDecimal longitude = degrees(written.group(2));
    return latitude.abs().intValue() < 90 && longitude.abs().intValue() < 180
        ? Optional.of(new Coordinates(latitude, longitude))
        : Optional.empty();
  }

  private static BigDecimal degrees(String text) {
    return new BigDecimal(text.replace(',', '.')).setScale(5, RoundingMode.HALF_UP);
  }

  @Override
  public String toString() {
    return latitude.toPlainString() + ", " + longitude.toPlainString();
  }
}
