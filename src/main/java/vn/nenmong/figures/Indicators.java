package vn.nenmong.figures;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Units;

/// The indicators of a year: those of the communes that lie in an organization whole, none for a
/// part of one.
@Component
public class Indicators {

  private final IndicatorRepository repository;
  private final Organizations organizations;

  Indicators(IndicatorRepository repository, Organizations organizations) {
    this.repository = repository;
    this.organizations = organizations;
  }

  /// @param organization as it was on the last day of the period
  public List<Indicator> all(Scope scope, OrganizationRef organization, ReportPeriod period) {
    return all(scope, organization, period, Units.THEN);
  }

  /// By the units of today those of all communes that it came of, each by itself: they can't be
  /// summed.
  ///
  /// @param organization as it was on the last day of the period, or as it is today, by the units
  public List<Indicator> all(
      Scope scope, OrganizationRef organization, ReportPeriod period, Units units) {
    return repository.ofYear(organizations.within(scope, organization, units), period).stream()
        .map(Indicator::of)
        .toList();
  }
}
