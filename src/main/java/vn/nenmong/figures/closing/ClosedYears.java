package vn.nenmong.figures.closing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.figures.Figures;
import vn.nenmong.figures.Indicators;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// What communes have closed, beside what their registers say now.
@Component
public class ClosedYears {

  private final Figures figures;
  private final Indicators indicators;
  private final YearClosingRepository closings;

  ClosedYears(Figures figures, Indicators indicators, YearClosingRepository closings) {
    this.figures = figures;
    this.indicators = indicators;
    this.closings = closings;
  }

  /// The closings of a year by commune, of those that have closed it.
  public Map<UUID, YearClosing> of(Scope scope, int year) {
    return closings.all(scope, year);
  }

  /// All that a closing keeps, as it is now and as it was kept.
  ///
  /// @param kept as [YearClosing#values]
  public List<KeptValue> values(
      Scope scope, OrganizationRef commune, int year, Map<String, String> kept) {
    ReportPeriod period = ReportPeriod.year(year);
    return KeptValue.of(
        figures.all(scope, commune, period), indicators.all(scope, commune, period), kept);
  }
}
