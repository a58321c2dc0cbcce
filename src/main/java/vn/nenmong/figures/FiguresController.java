package vn.nenmong.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Units;

/// All figures of an organization, and the rows behind each.
@Controller
class FiguresController {

  private static final int ROWS_A_PAGE = 200;

  private final Organizations organizations;
  private final Figures figures;
  private final AgreementRepository agreements;
  private final ExportFigure exportFigure;
  private final TermRepository terms;
  private final Today today;

  FiguresController(
      Organizations organizations,
      Figures figures,
      AgreementRepository agreements,
      ExportFigure exportFigure,
      TermRepository terms,
      Today today) {
    this.today = today;
    this.organizations = organizations;
    this.figures = figures;
    this.agreements = agreements;
    this.exportFigure = exportFigure;
    this.terms = terms;
  }

  @GetMapping("/figures")
  String list(
      Model model,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(defaultValue = "") String units) {
    Chosen of = chosen(page, viewer, organization, units);
    OrganizationRef chosen = of.organization();
    List<Term> known = terms.terms(viewer.scope(), chosen.fullCode(), today.date());
    Optional<Term> term = Term.of(known, page.period());
    Map<String, FigureValue> before =
        (term.isPresent() ? term.get().before(known) : Optional.of(page.period().yearBefore()))
            .map(period -> all(viewer, of, period)).orElse(List.of()).stream()
                .collect(Collectors.toMap(FigureValue::code, Function.identity()));
    List<FigureValue> now = figures.all(viewer.scope(), chosen, page.period(), of.units());
    model.addAttribute("organization", chosen);
    model.addAttribute("units", of.units());
    model.addAttribute("terms", known);
    model.addAttribute("term", term.orElse(null));
    model.addAttribute(
        "choices",
        Stream.concat(
                organizations.choices(viewer.scope(), page.on(), chosen.id()).stream(),
                Stream.of(chosen))
            .distinct()
            .toList());
    model.addAttribute(
        "figures", now.stream().map(v -> Compared.of(v, before.get(v.code()))).toList());
    model.addAttribute(
        "agreements",
        of.units() == Units.NOW
            ? List.of()
            : Agreement.of(now, agreements.parts(viewer.scope(), chosen, page.period())));
    return "vn/nenmong/figures/list";
  }

  private List<FigureValue> all(Viewer viewer, Chosen of, ReportPeriod period) {
    return organizations
        .find(
            viewer.scope(),
            of.organization().id(),
            of.units() == Units.NOW ? today.date() : period.to())
        .map(then -> figures.all(viewer.scope(), then, period, of.units()))
        .or(() ->
            organizations
                .find(viewer.scope(), of.organization().id(), today.date())
                .map(now -> figures.all(viewer.scope(), now, period, Units.NOW)))
        .orElse(List.of());
  }

  @GetMapping("/figures/{code}")
  String show(
      Model model,
      @PathVariable String code,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(defaultValue = "") String units,
      @RequestParam(defaultValue = "0") int offset) {
    Chosen chosen = chosen(page, viewer, organization, units);
    int start = Math.max(0, offset);
    FigureRows rows =
        figures
            .rows(
                code,
                viewer.scope(),
                chosen.organization(),
                page.period(),
                chosen.units(),
                ROWS_A_PAGE,
                start)
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "page.error.unknownFigure"));
    model.addAttribute("organization", chosen.organization());
    model.addAttribute("units", chosen.units());
    List<Term> known = terms.terms(viewer.scope(), chosen.organization().fullCode(), today.date());
    model.addAttribute("terms", known);
    model.addAttribute("term", Term.of(known, page.period()).orElse(null));
    model.addAttribute("rows", rows);
    model.addAttribute("offset", start);
    model.addAttribute("next", start + ROWS_A_PAGE);
    return "vn/nenmong/figures/show";
  }

  @GetMapping("/figures/{code}/export")
  void export(
      @PathVariable String code,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(defaultValue = "") String units,
      HttpServletResponse response)
      throws IOException {
    Chosen chosen = chosen(page, viewer, organization, units);
    exportFigure.run(page, viewer, chosen.organization(), chosen.units(), code, response);
  }

  private record Chosen(OrganizationRef organization, Units units) {}

  /// An organization that was not there yet is told by what it came of.
  private Chosen chosen(Page page, Viewer viewer, @Nullable String code, String units) {
    boolean present = Units.of(units) == Units.NOW;
    if (code == null) {
      return organizations.tops(viewer.scope(), present ? today.date() : page.on()).stream()
          .findFirst()
          .map(top -> new Chosen(top, present ? Units.NOW : Units.THEN))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    Optional<Chosen> then =
        organizations
            .find(viewer.scope(), code, page.on())
            .map(found -> new Chosen(found, Units.THEN));
    return (present ? Optional.<Chosen>empty() : then)
        .or(() ->
            organizations
                .findOrHeir(viewer.scope(), code, today.date())
                .map(found -> new Chosen(found, Units.NOW)))
        .or(() -> then)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
