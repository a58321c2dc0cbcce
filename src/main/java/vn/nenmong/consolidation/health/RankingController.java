package vn.nenmong.consolidation.health;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Part;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Where to act first: the cells by the weight of what is red about them, and why.
@Controller
@ByOrganization
class RankingController {

  /// @param q words of a cell's name or code
  /// @param below a sub-committee to narrow to
  record Asked(@Nullable String q, @Nullable Reason reason, @Nullable UUID below) {
    String words() {
      return Objects.requireNonNullElse(q, "");
    }
  }

  private final Organizations organizations;
  private final FindHealth find;
  private final ExportRanking export;

  RankingController(Organizations organizations, FindHealth find, ExportRanking export) {
    this.organizations = organizations;
    this.find = find;
    this.export = export;
  }

  @GetMapping("/where-to-act")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      @RequestParam(defaultValue = "1") int part,
      @RequestParam(required = false) @Nullable String print,
      Model model) {
    Ranking ranking = ranking(page, viewer, asked);
    model.addAttribute("ranking", ranking);
    model.addAttribute("cells", Part.of(ranking.cells(), part, print));
    model.addAttribute("committees", ranking.isOfSeveral() ? List.of() : committees(page, viewer));
    model.addAttribute("q", asked.words());
    model.addAttribute("reason", asked.reason());
    model.addAttribute("below", asked.below());
    return "vn/nenmong/consolidation/health/ranking";
  }

  @GetMapping("/where-to-act/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    export.run(page, viewer, ranking(page, viewer, asked), response);
  }

  private Ranking ranking(Page page, Viewer viewer, Asked asked) {
    return Ranking.of(
        find.all(viewer.scope(), page.on()),
        asked.below() == null ? null : below(page, viewer, asked.below()),
        asked.reason(),
        asked.words(),
        communes(page, viewer));
  }

  private OrganizationRef below(Page page, Viewer viewer, UUID id) {
    return organizations
        .find(viewer.scope(), id, page.on())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Map<UUID, String> communes(Page page, Viewer viewer) {
    return organizations.communes(viewer.scope(), page.on()).stream()
        .collect(Collectors.toMap(OrganizationRef::id, OrganizationRef::name));
  }

  private List<OrganizationRef> committees(Page page, Viewer viewer) {
    return organizations.within(viewer.scope(), page.on()).stream()
        .filter(unit -> unit.kind().equals("sub_committee"))
        .toList();
  }
}
