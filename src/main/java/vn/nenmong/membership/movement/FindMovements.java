package vn.nenmong.membership.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.membership.movement.MovementRepository.Extent;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Told;

/// Finds who came into an organization and left it.
@Component
class FindMovements {

  private final MovementRepository repository;
  private final Organizations organizations;

  FindMovements(MovementRepository repository, Organizations organizations) {
    this.repository = repository;
    this.organizations = organizations;
  }

  /// @param of null for all that the scope reaches
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Movements within(Scope scope, @Nullable OrganizationRef of, ReportPeriod period) {
    return of(scope, new Extent(false, of == null ? List.of() : List.of(of.id())), period);
  }

  /// @param told one of today is all that it came of: who went from one to another of these has not
  ///   left it
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Movements told(Scope scope, Told told, ReportPeriod period) {
    return told.isNow()
        ? of(scope, new Extent(true, organizations.madeOf(scope, told.organization())), period)
        : within(scope, told.organization(), period);
  }

  private Movements of(Scope scope, Extent extent, ReportPeriod period) {
    return new Movements(
        repository.count(scope, extent, period.from().minusDays(1)),
        repository.movements(scope, extent, period),
        repository.count(scope, extent, period.to()));
  }
}
