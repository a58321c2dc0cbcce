package vn.nenmong.figures.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Indicator;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Stay;
import vn.nenmong.organization.Told;

/// What the first page shows.
///
/// @param communes those that the organization was within the period, where it is told by the units
///   of today
/// @param superior name of the body above, or null
/// @param figures of the period, by code
/// @param before of the same span a year before, by code
public record Overview(
    Told told,
    List<Stay> communes,
    @Nullable String superior,
    Map<String, FigureValue> figures,
    Map<String, FigureValue> before,
    List<CellAtAGlance> cells,
    List<Indicator> indicators,
    Chart ages,
    Chart admissions,
    Chart plan,
    Chart grades) {

  static final String POVERTY = "poverty.multidimensional_rate";

  /// The figures shown with their change.
  static final Set<String> HEADLINES =
      Set.of(
          "members.total",
          "members.admitted",
          "villages.without_members",
          POVERTY,
          "organization.cells",
          "review.cells_strong",
          "review.members_excellent_of_good",
          "meetings.held_rate");

  /// The figures shown beside them.
  static final Set<String> BESIDE =
      Set.of(
          "members.official",
          "members.probationary",
          "members.recognised",
          "villages.joint",
          "villages.total",
          "cells.in_charge",
          "review.cells_good_or_better");

  public OrganizationRef organization() {
    return told.organization();
  }

  /// The figure of a code that is a headline or stands beside one.
  public FigureValue figure(String code) {
    FigureValue value = figures.get(code);
    if (value == null) {
      throw new IllegalArgumentException("no figure " + code);
    }
    return value;
  }

  /// The same figure of the year before, or null where the organization was not there.
  public @Nullable FigureValue before(String code) {
    return before.get(code);
  }

  /// The year before, or its last day where less than the whole of it is compared.
  public String yearBefore(Page page) {
    ReportPeriod then = page.period().yearBefore();
    return then.isWholeYear() ? String.valueOf(then.year()) : page.date(then.to());
  }

  /// The indicators that are no share of their plan, or have none.
  public List<Indicator> besidePlan() {
    return indicators.stream().filter(indicator -> indicator.percentOfPlan() == null).toList();
  }

  /// The change since the year before, or null where one of the two is not known for certain.
  public java.math.@Nullable BigDecimal change(String code) {
    FigureValue now = figure(code);
    FigureValue then = before.get(code);
    if (then == null || now.number() == null || then.number() == null) {
      return code.equals(POVERTY) ? toldChange(now) : null;
    }
    return now.atLeast() || then.atLeast() ? null : now.number().subtract(then.number());
  }

  /// The change that the year's indicators tell of poverty, where one of them gives the very rate
  /// of the figure and so speaks of the same.
  private java.math.@Nullable BigDecimal toldChange(FigureValue rate) {
    return indicators.stream()
        .filter(indicator -> Vietnamese.fold(indicator.name()).contains("ho ngheo"))
        .filter(indicator -> isTheRate(indicator, rate))
        .map(Indicator::changeInPoints)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isTheRate(Indicator indicator, FigureValue rate) {
    return rate.number() != null
        && indicator.actual() != null
        && indicator.actual().compareTo(rate.number()) == 0;
  }

  /// The cells to look at first: those with most facts, then the smallest.
  public List<CellAtAGlance> weakest() {
    return cells.stream()
        .filter(cell -> cell.facts() > 0)
        .sorted(
            Comparator.comparingInt(CellAtAGlance::facts)
                .reversed()
                .thenComparingInt(CellAtAGlance::official))
        .limit(6)
        .toList();
  }
}
