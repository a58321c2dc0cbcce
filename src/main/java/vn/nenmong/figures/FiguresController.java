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
import vn.nenmong.organization.Told;
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
    Told of = told(page, viewer, organization, units);
    OrganizationRef chosen = of.organization();
    List<Term> known = terms.terms(viewer.scope(), chosen.fullCode(), today.date());
    Optional<Term> term = Term.of(known, page.period());
    Map<String, FigureValue> before =
        (term.isPresent() ? term.get().before(known) : Optional.of(page.period().yearBefore()))
            .map(period -> all(viewer, of, period)).orElse(List.of()).stream()
                .collect(Collectors.toMap(FigureValue::code, Function.identity()));
    List<FigureValue> now = figures.all(viewer.scope(), chosen, page.period(), of.units());
    model.addAttribute("told", of);
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
        of.isNow()
            ? List.of()
            : Agreement.of(now, agreements.parts(viewer.scope(), chosen, page.period())));
    return "vn/nenmong/figures/list";
  }

  private List<FigureValue> all(Viewer viewer, Told told, ReportPeriod period) {
    return organizations
        .told(viewer.scope(), told, period.to())
        .map(then -> figures.all(viewer.scope(), then.organization(), period, then.units()))
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
    Told chosen = told(page, viewer, organization, units);
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
    model.addAttribute("told", chosen);
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
    Told chosen = told(page, viewer, organization, units);
    exportFigure.run(page, viewer, chosen.organization(), chosen.units(), code, response);
  }

  private Told told(Page page, Viewer viewer, @Nullable String code, String units) {
    Units by = Units.of(units);
    return (code == null
            ? organizations.told(viewer.scope(), page.on(), by, _ -> true)
            : organizations.told(viewer.scope(), code, page.on(), by))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
