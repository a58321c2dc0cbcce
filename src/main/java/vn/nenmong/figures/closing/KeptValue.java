package vn.nenmong.figures.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Indicator;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.web.Page;

/// A figure or a number of an indicator, as it is now and as it was when its year was closed.
///
/// @param key the code of a figure, or `indicator/CODE/plan` and the like
/// @param indicator name of the indicator, or null for a figure
/// @param now as text, or null where it is not known
/// @param kept as text, or null where it was not known, or the year is open
public record KeptValue(
    String key,
    @Nullable String indicator,
    @Nullable String unitKey,
    @Nullable String now,
    @Nullable String kept) {

  /// All that a closing keeps.
  static List<KeptValue> of(
      List<FigureValue> figures, List<Indicator> indicators, Map<String, String> kept) {
    List<KeptValue> values = new ArrayList<>();
    for (FigureValue figure : figures) {
      values.add(
          new KeptValue(
              figure.code(), null, figure.unitKey(), text(figure), kept.get(figure.code())));
    }
    for (Indicator indicator : indicators) {
      values.add(of(indicator, "previous", indicator.previous(), kept));
      values.add(of(indicator, "plan", indicator.plan(), kept));
      values.add(of(indicator, "actual", indicator.actual(), kept));
    }
    return List.copyOf(values);
  }

  private static KeptValue of(
      Indicator indicator, String which, @Nullable BigDecimal now, Map<String, String> kept) {
    String key = "indicator/" + indicator.code() + "/" + which;
    return new KeptValue(
        key,
        indicator.name() + " (" + indicator.unit() + ")",
        null,
        now == null ? null : plain(now),
        kept.get(key));
  }

  private static @Nullable String text(FigureValue figure) {
    BigDecimal number = figure.number();
    return number == null
        ? figure.value() == null ? null : figure.value().toString()
        : plain(number);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /// Message key of its name, or of what it is of its indicator.
  public String nameKey() {
    return indicator == null
        ? "figures.name." + key
        : "figures.closing." + key.substring(key.lastIndexOf('/') + 1);
  }

  public boolean differs() {
    return !Objects.equals(now, kept);
  }

  public String shownNow(Page page) {
    return shown(page, now);
  }

  public String shownKept(Page page) {
    return shown(page, kept);
  }

  private String shown(Page page, @Nullable String value) {
    if (value == null) {
      return "–";
    }
    if (indicator == null && unitKey == null) {
      return page.date(PartialDate.parse(value));
    }
    boolean rate = Objects.equals(unitKey, "figures.unit.percent");
    BigDecimal number = new BigDecimal(value);
    return rate ? page.rate(number) + " %" : page.number(number);
  }
}
