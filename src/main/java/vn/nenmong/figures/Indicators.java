package vn.nenmong.figures;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// The indicators of a year: those of the communes that lie in an organization whole, none for a
/// part of one.
@Component
public class Indicators {

  private final IndicatorRepository repository;

  Indicators(IndicatorRepository repository) {
    this.repository = repository;
  }

  /// @param organization as it was on the last day of the period
  public List<Indicator> all(Scope scope, OrganizationRef organization, ReportPeriod period) {
    return repository.ofYear(scope, organization, period).stream().map(Indicator::of).toList();
  }
}
