package vn.nenmong.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Chooser;
import vn.nenmong.kernel.web.Page;

/// Puts the choice of an organization before every list that is marked [ByOrganization].
@ControllerAdvice(annotations = ByOrganization.class)
class NarrowToOrganization {

  private final Organizations organizations;
  private final Today today;

  NarrowToOrganization(Organizations organizations, Today today) {
    this.organizations = organizations;
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

  private static List<Chooser.Choice> choices(
      List<OrganizationRef> organizations, Map<UUID, String> names) {
    return organizations.stream()
        .map(choice ->
            new Chooser.Choice(
                choice.fullCode(),
                names.getOrDefault(choice.id(), choice.name()),
                choice.isAboveCommunes()))
        .toList();
  }

  @ModelAttribute
  void narrow(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      Model model) {
    String code = organization == null ? "" : organization.strip();
    List<OrganizationRef> then = organizations.choices(viewer.scope(), page.on());
    List<OrganizationRef> present = organizations.presentChoices(viewer.scope(), page.on(), then);
    Map<UUID, String> names =
        OrganizationRef.names(Stream.concat(then.stream(), present.stream()).toList());
    model.addAttribute("chooser", new Chooser(choices(then, names), choices(present, names), code));
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
