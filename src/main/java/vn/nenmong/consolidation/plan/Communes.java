package vn.nenmong.consolidation.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The communes that someone sees whole: a plan is of one of them.
@Component
class Communes {

  private final Organizations organizations;
  private final Today today;

  Communes(Organizations organizations, Today today) {
    this.organizations = organizations;
    this.today = today;
  }

  /// @param code of the one that is asked for; the first without it
  ChosenCommune chosen(Viewer viewer, @Nullable String code) {
    List<OrganizationRef> all =
        organizations.choices(viewer.scope(), today.date()).stream()
            .filter(unit -> unit.isCommune() && !unit.isAboveCommunes())
            .toList();
    return all.stream()
        .filter(unit -> code == null || code.isBlank() || unit.fullCode().equals(code))
        .findFirst()
        .map(commune -> new ChosenCommune(commune, all))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
