package vn.nenmong.membership.movement;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// Finds who came into an organization and left it.
@Component
class FindMovements {

  private final MovementRepository repository;

  FindMovements(MovementRepository repository) {
    this.repository = repository;
  }

  /// @param of null for all that the scope reaches
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Movements within(Scope scope, @Nullable OrganizationRef of, ReportPeriod period) {
    return new Movements(
        repository.count(scope, of, period.from().minusDays(1)),
        repository.movements(scope, of, period),
        repository.count(scope, of, period.to()));
  }
}
