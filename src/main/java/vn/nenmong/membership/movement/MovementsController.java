package vn.nenmong.membership.movement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Part;
import vn.nenmong.organization.OfferOrganizations;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Reach;
import vn.nenmong.organization.Told;
import vn.nenmong.organization.Units;

/// Who came and left within a period, of any organization, by kind and to names.
@Controller
class MovementsController {

  /// @param organization code of the one looked at; none for all that the viewer sees
  /// @param units by which it is told
  /// @param kind null for any
  /// @param place word for a kind of place; null for any
  /// @param q words of a name
  record Asked(
      @Nullable String organization,
      @Nullable String units,
      @Nullable MovementKind kind,
      @Nullable String place,
      @Nullable String q) {

    List<Movement> of(Movements movements) {
      String words = Vietnamese.fold(Objects.requireNonNullElse(q, ""));
      return movements.all().stream()
          .filter(movement -> kind == null || movement.kind() == kind)
          .filter(movement ->
              place == null
                  || place.isEmpty()
                  || (movement.kind().isTransfer() && Movements.place(movement).equals(place)))
          .filter(movement -> Vietnamese.fold(movement.name()).contains(words))
          .toList();
    }
  }

  private final Organizations organizations;
  private final FindMovements find;
  private final ExportMovements export;

  MovementsController(Organizations organizations, FindMovements find, ExportMovements export) {
    this.organizations = organizations;
    this.find = find;
    this.export = export;
  }

  @GetMapping("/movements")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      @RequestParam(defaultValue = "1") int part,
      @RequestParam(required = false) @Nullable String print,
      Model model) {
    Told told = told(page, viewer, asked).orElse(null);
    UUID unit = told == null ? null : told.organization().id();
    Movements movements = movements(page, viewer, told);
    model.addAttribute("movements", movements);
    model.addAttribute("lines", Part.of(asked.of(movements), part, print));
    model.addAttribute("told", told);
    model.addAttribute(
        "communes",
        told != null && told.isNow()
            ? organizations.communesWithin(viewer.scope(), told, page.period())
            : List.of());
    model.addAttribute(
        "differs", told != null && organizations.mayDiffer(viewer.scope(), told, page.period()));
    model.addAttribute(
        "chooser",
        OfferOrganizations.of(
            organizations.choices(viewer.scope(), page.on(), unit),
            organizations
                .reach(viewer.scope(), page.on(), unit)
                .map(Reach::present)
                .orElse(List.of()),
            told == null ? "" : told.organization().fullCode()));
    model.addAttribute("kind", asked.kind());
    model.addAttribute("place", Objects.requireNonNullElse(asked.place(), ""));
    model.addAttribute("places", Movements.PLACES);
    model.addAttribute("q", Objects.requireNonNullElse(asked.q(), ""));
    return "vn/nenmong/membership/movement/list";
  }

  @GetMapping("/movements/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    Movements movements = movements(page, viewer, told(page, viewer, asked).orElse(null));
    export.run(page, viewer, asked.of(movements), response);
  }

  private Movements movements(Page page, Viewer viewer, @Nullable Told told) {
    return told == null
        ? find.within(viewer.scope(), null, page.period())
        : find.told(viewer.scope(), told, page.period());
  }

  private Optional<Told> told(Page page, Viewer viewer, Asked asked) {
    if (asked.organization() == null || asked.organization().isBlank()) {
      return Optional.empty();
    }
    Units units = Units.of(Objects.requireNonNullElse(asked.units(), ""));
    return Optional.of(
        organizations
            .told(viewer.scope(), asked.organization().strip(), page.on(), units)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }
}
