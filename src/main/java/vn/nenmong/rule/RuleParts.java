package vn.nenmong.rule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The parts of the tree that can have rules of their own: communes and the bodies above them.
@Component
class RuleParts {

  private final Organizations organizations;
  private final Rulebooks rulebooks;
  private final Today today;

  RuleParts(Organizations organizations, Rulebooks rulebooks, Today today) {
    this.organizations = organizations;
    this.rulebooks = rulebooks;
    this.today = today;
  }

  List<OrganizationRef> of(Viewer viewer) {
    return organizations.choices(viewer.scope(), today.date()).stream()
        .filter(part -> part.isCommune() || part.isAboveCommunes())
        .toList();
  }

  /// The one of a code, or the first; empty for someone who sees a part of a commune alone.
  ///
  /// @throws ResponseStatusException where a code is none of these
  Optional<OrganizationRef> chosen(Viewer viewer, @Nullable String code) {
    List<OrganizationRef> parts = of(viewer);
    if (code == null || code.isBlank()) {
      return parts.stream().findFirst();
    }
    return Optional.of(
        parts.stream()
            .filter(part -> part.fullCode().equals(code))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  /// The rules that count for a part.
  Rulebook rules(Optional<OrganizationRef> part) {
    return part.map(OrganizationRef::id).map(rulebooks::of).orElseGet(rulebooks::common);
  }
}
