package vn.nenmong.organization;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// Puts the choice of an organization before every list that is marked [ByOrganization].
@ControllerAdvice(annotations = ByOrganization.class)
class NarrowToOrganization {

  private final Organizations organizations;
  private final OfferOrganizations offer;
  private final Today today;

  NarrowToOrganization(Organizations organizations, OfferOrganizations offer, Today today) {
    this.organizations = organizations;
    this.offer = offer;
    this.today = today;
  }

  /// One that was not there yet is told by all that it came of.
  private Optional<Viewer> asOfToday(Viewer viewer, String code) {
    return organizations
        .find(viewer.scope(), code, today.date())
        .map(chosen ->
            viewer.within(
                organizations.throughTime(chosen).stream()
                    .filter(viewer.scope()::reaches)
                    .toList()));
  }

  @ModelAttribute
  void narrow(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      Model model) {
    String code = organization == null ? "" : organization.strip();
    model.addAttribute("chooser", offer.run(viewer.scope(), page.on(), _ -> true, code));
    if (!code.isEmpty()) {
      model.addAttribute(
          "viewer",
          organizations
              .findOrHeir(viewer.scope(), code, page.on())
              .map(chosen -> viewer.within(chosen.path()))
              .or(() -> asOfToday(viewer, code))
              .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
  }
}
