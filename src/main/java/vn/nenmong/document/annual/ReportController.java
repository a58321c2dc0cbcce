package vn.nenmong.document.annual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.PaperTemplates;
import vn.nenmong.document.store.WordResponse;
import vn.nenmong.document.template.PaperPreview;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The annual report, looked at and downloaded.
@Controller
class ReportController {

  private final AnnualReport report;
  private final PaperTemplates templates;
  private final Organizations organizations;

  ReportController(AnnualReport report, PaperTemplates templates, Organizations organizations) {
    this.report = report;
    this.templates = templates;
    this.organizations = organizations;
  }

  @GetMapping("/reports/annual")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable LocalDate dated,
      Model model) {
    List<OrganizationRef> communes = communes(viewer, page.on());
    OrganizationRef commune = choose(viewer, organization, communes, page.on()).orElse(null);
    LocalDate day = dated == null ? report.dated(page.period()) : dated;
    model.addAttribute("communes", communes);
    model.addAttribute("commune", commune);
    model.addAttribute("dated", day);
    model.addAttribute("layout", templates.layout(commune == null ? null : commune.id(), day));
    model.addAttribute(
        "own",
        commune != null
            && templates.hasOwn(viewer.scope(), AnnualReport.KIND, commune.id(), page.on()));
    model.addAttribute(
        "blocks",
        commune == null
            ? List.of()
            : PaperPreview.of(report.preview(viewer.scope(), commune, page.period(), day)));
    return "vn/nenmong/document/annual/report";
  }

  @GetMapping("/reports/annual/file")
  ResponseEntity<byte[]> file(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable LocalDate dated) {
    byte[] paper = report.export(viewer, organization, page.period(), dated);
    return WordResponse.of(
        AnnualReport.KIND.file() + "-" + organization + "-" + page.period().year(), paper);
  }

  private List<OrganizationRef> communes(Viewer viewer, LocalDate day) {
    return organizations.tops(viewer.scope(), day).stream()
        .filter(OrganizationRef::isCommune)
        .toList();
  }

  /// What was asked for, else the first.
  private Optional<OrganizationRef> choose(
      Viewer viewer, @Nullable String organization, List<OrganizationRef> communes, LocalDate day) {
    if (organization == null || organization.isBlank()) {
      return communes.stream().findFirst();
    }
    return Optional.of(
        organizations
            .find(viewer.scope(), organization, day)
            .filter(OrganizationRef::isCommune)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }
}
