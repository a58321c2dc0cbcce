package vn.nenmong.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.web.Page;

/// A figure of an organization and a period.
///
/// @param code stable; its name is the message [#nameKey]
/// @param unit as the API gives it; its word is the message [#unitKey]
/// @param value a number (an `Integer` for what is counted, a `BigDecimal` with one decimal for a
///   rate), a date as text (`2013-07`), or null where it is not known
/// @param ratio what a rate was taken of, or null where it is none
/// @param atLeast whether it counts only those who are still here
/// @param rows how many rows stand behind it
/// @param note what is missing, or what else must be known with it
public record FigureValue(
    String code,
    String unit,
    @Nullable Object value,
    @Nullable Ratio ratio,
    boolean atLeast,
    long rows,
    @Nullable MessageSourceResolvable note) {

  /// The two numbers that a rate is the quotient of.
  public record Ratio(BigDecimal part, BigDecimal whole) {}

  public String nameKey() {
    return "figures.name." + code;
  }

  /// Null for a date, which has no unit.
  public @Nullable String unitKey() {
    return switch (unit) {
      case "date" -> null;
      case "%" -> "figures.unit.percent";
      default -> "figures.unit." + unit.replace(' ', '_');
    };
  }

  public boolean isRate() {
    return unit.equals("%");
  }

  /// The value as a number, or null where it is a text or not known.
  public @Nullable BigDecimal number() {
    return value instanceof Number ? new BigDecimal(value.toString()) : null;
  }

  /// As a page shows it; a dash where it is not known.
  public String shown(Page page) {
    BigDecimal number = number();
    if (number == null) {
      return value == null ? "–" : page.date(PartialDate.parse(value.toString()));
    }
    return isRate() ? page.rate(number) + " %" : page.number(number);
  }
}
