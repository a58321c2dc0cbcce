package vn.nenmong.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Chooser;
import vn.nenmong.kernel.web.Page;

/// Puts the choice of an organization before every list that is marked [ByOrganization].
@ControllerAdvice(annotations = ByOrganization.class)
class NarrowToOrganization {

  private final Organizations organizations;

  NarrowToOrganization(Organizations organizations) {
    this.organizations = organizations;
  }

  @ModelAttribute
  void narrow(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      Model model) {
    String code = organization == null ? "" : organization.strip();
    model.addAttribute(
        "chooser",
        new Chooser(
            organizations.choices(viewer.scope(), page.on()).stream()
                .map(choice ->
                    new Chooser.Choice(choice.fullCode(), choice.name(), choice.isAboveCommunes()))
                .toList(),
            code));
    if (!code.isEmpty()) {
      OrganizationRef chosen =
          organizations
              .find(viewer.scope(), code, page.on())
              .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      model.addAttribute("viewer", viewer.within(chosen.path()));
    }
  }
}
