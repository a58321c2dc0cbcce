package vn.nenmong.document.annual;

import java.time.LocalDate;
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
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.PaperTemplates;
import vn.nenmong.document.store.WordResponse;
import vn.nenmong.document.template.PaperPreview;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OfferOrganizations;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Told;
import vn.nenmong.organization.Units;

/// The annual report, looked at and downloaded.
@Controller
class ReportController {

  private static final String VIEW = "vn/nenmong/document/annual/report";

  private final AnnualReport report;
  private final PaperTemplates templates;
  private final Organizations organizations;
  private final OfferOrganizations offer;
  private final Today today;

  ReportController(
      AnnualReport report,
      PaperTemplates templates,
      Organizations organizations,
      OfferOrganizations offer,
      Today today) {
    this.report = report;
    this.templates = templates;
    this.organizations = organizations;
    this.offer = offer;
    this.today = today;
  }

  @GetMapping("/reports/annual")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(defaultValue = "") String units,
      @RequestParam(required = false) @Nullable LocalDate dated,
      Model model) {
    Scope scope = viewer.scope();
    Told told = choose(scope, organization, page.on(), Units.of(units)).orElse(null);
    model.addAttribute("told", told);
    model.addAttribute(
        "chooser",
        offer.run(
            scope,
            page.on(),
            AnnualReport::isOf,
            told == null ? "" : told.organization().fullCode()));
    if (told == null) {
      return VIEW;
    }
    LocalDate day = dated == null ? report.dated(told, page.period()) : dated;
    LocalDate there = told.isNow() ? today.date() : page.on();
    boolean own = report.usesOwnTemplate(scope, told, there);
    model.addAttribute("differs", organizations.mayDiffer(scope, told, page.period()));
    model.addAttribute("dated", day);
    model.addAttribute("layout", templates.layout(told.organization().id(), day));
    model.addAttribute("own", own);
    model.addAttribute(
        "unused",
        !own && templates.hasOwn(scope, AnnualReport.KIND, told.organization().id(), there));
    model.addAttribute("blocks", PaperPreview.of(report.preview(scope, told, page.period(), day)));
    return VIEW;
  }

  @GetMapping("/reports/annual/file")
  ResponseEntity<byte[]> file(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      @RequestParam String organization,
      @RequestParam(defaultValue = "") String units,
      @RequestParam(required = false) @Nullable LocalDate dated) {
    Told told =
        choose(viewer.scope(), organization, page.on(), Units.of(units))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String code = told.organization().fullCode();
    byte[] paper = report.export(viewer, code, page.period(), told.units(), dated);
    return WordResponse.of(
        AnnualReport.KIND.file() + "-" + code + "-" + page.period().year(), paper);
  }

  /// What was asked for, else the first.
  private Optional<Told> choose(
      Scope scope, @Nullable String organization, LocalDate day, Units units) {
    if (organization == null || organization.isBlank()) {
      return organizations.told(scope, day, units, AnnualReport::isOf);
    }
    return Optional.of(
        organizations
            .told(scope, organization, day, units)
            .filter(found -> AnnualReport.isOf(found.organization()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }
}
