package vn.nenmong.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// An indicator of a commune's economy and society, against its plan and the year before.
///
/// @param code the commune's own
/// @param previous result of the year before
/// @param percentOfPlan result ÷ plan, one decimal; null where less is better, since that is no
///   share
/// @param growth in per cent, one decimal; null where the unit is per cent
/// @param changeInPoints where the unit is per cent
/// @param direction `up` where more is better, `down` where less is
/// @param reached whether the plan is, or null while plan or result are not known
/// @param organization code of the commune
/// @param toldLater whether the result was told with the next year's, as its year before
public record Indicator(
    String code,
    String name,
    String unit,
    @Nullable BigDecimal previous,
    @Nullable BigDecimal plan,
    @Nullable BigDecimal actual,
    @Nullable BigDecimal percentOfPlan,
    @Nullable BigDecimal growth,
    @Nullable BigDecimal changeInPoints,
    String direction,
    @Nullable Boolean reached,
    String organization,
    boolean toldLater) {

  /// What is on record of it.
  record Told(
      String code,
      String name,
      String unit,
      String direction,
      @Nullable BigDecimal previous,
      @Nullable BigDecimal plan,
      @Nullable BigDecimal actual,
      String organization,
      boolean toldLater) {}

  static Indicator of(Told told) {
    BigDecimal previous = told.previous();
    BigDecimal plan = told.plan();
    BigDecimal actual = told.actual();
    boolean less = told.direction().equals("down");
    boolean percent = told.unit().contains("%");
    return new Indicator(
        told.code(),
        told.name(),
        told.unit(),
        plain(previous),
        plain(plan),
        plain(actual),
        less ? null : Rates.percent(actual, plan),
        percent ? null : Rates.growth(actual, previous),
        percent && actual != null && previous != null
            ? actual.subtract(previous).setScale(1, RoundingMode.HALF_UP)
            : null,
        told.direction(),
        reached(actual, plan, less),
        told.organization(),
        told.toldLater());
  }

  /// The same under another name.
  public Indicator called(String other) {
    return new Indicator(
        code,
        other,
        unit,
        previous,
        plan,
        actual,
        percentOfPlan,
        growth,
        changeInPoints,
        direction,
        reached,
        organization,
        toldLater);
  }

  private static @Nullable Boolean reached(
      @Nullable BigDecimal actual, @Nullable BigDecimal plan, boolean less) {
    if (actual == null || plan == null) {
      return null;
    }
    int compared = actual.compareTo(plan);
    return less ? compared <= 0 : compared >= 0;
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : Rates.plain(number);
  }
}
