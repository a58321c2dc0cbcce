package vn.nenmong.consolidation.unit;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.Kinship;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Units;

/// The tree of organizations on a day, and each of them.
@Controller
@ByOrganization
class UnitController {

  private final Organizations organizations;
  private final UnitRepository units;
  private final Kinship kinship;
  private final Today today;

  UnitController(Organizations organizations, UnitRepository units, Kinship kinship, Today today) {
    this.organizations = organizations;
    this.units = units;
    this.kinship = kinship;
    this.today = today;
  }

  @GetMapping("/organizations")
  String tree(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(name = "units", defaultValue = "") String by,
      Model model) {
    boolean earlier = page.on().isBefore(today.date());
    Units told = earlier ? Units.of(by) : Units.THEN;
    model.addAttribute(
        "nodes",
        told.isNow()
            ? units.treeOfPresent(viewer.scope(), page.on(), today.date())
            : units.tree(viewer.scope(), page.on(), closed));
    model.addAttribute("earlier", earlier);
    model.addAttribute("units", told);
    model.addAttribute("closed", closed);
    return "vn/nenmong/consolidation/unit/tree";
  }

  @GetMapping("/organizations/{id}")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Optional<OrganizationRef> unit = organizations.find(viewer.scope(), id, page.on());
    if (unit.isEmpty()) {
      return organizations
          .nearest(viewer.scope(), id, page.on())
          .map(day -> "redirect:/organizations/" + id + "?on=" + day)
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    model.addAttribute(
        "file",
        unit.flatMap(found -> units.find(viewer.scope(), found, page.on()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    model.addAttribute("kin", kinship.ofUnit(viewer.scope(), id, page.on()));
    return "vn/nenmong/consolidation/unit/show";
  }
}
