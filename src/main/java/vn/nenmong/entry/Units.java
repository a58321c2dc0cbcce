package vn.nenmong.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The organizations that a form can name: those of the scope on a day.
@Component
public class Units {

  private final Organizations organizations;

  Units(Organizations organizations) {
    this.organizations = organizations;
  }

  public List<Field.Choice> all(Scope scope, LocalDate on) {
    return some(scope, on, unit -> !unit.isAboveCommunes());
  }

  public List<Field.Choice> communes(Scope scope, LocalDate on) {
    return some(scope, on, OrganizationRef::isCommune);
  }

  public List<Field.Choice> cells(Scope scope, LocalDate on) {
    return some(scope, on, OrganizationRef::isCell);
  }

  private List<Field.Choice> some(Scope scope, LocalDate on, Predicate<OrganizationRef> which) {
    return organizations.tops(scope, on).stream()
        .flatMap(top -> organizations.subtree(scope, top, on).stream())
        .filter(which)
        .map(unit -> Field.Choice.of(unit.id().toString(), unit.name()))
        .toList();
  }

  /// The commune of an organization of the scope.
  ///
  /// @throws Rejected where there is none
  public UUID commune(Scope scope, UUID unit, LocalDate on) {
    return organizations
        .find(scope, unit, on)
        .map(OrganizationRef::communeId)
        .orElseThrow(() -> new Rejected(null, "entry.problem.gone"));
  }
}
