package vn.nenmong.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// All figures of an organization, and the rows behind each.
@Controller
class FiguresController {

  private static final int ROWS_A_PAGE = 200;

  private final Organizations organizations;
  private final Figures figures;
  private final AgreementRepository agreements;
  private final ExportFigure exportFigure;

  FiguresController(
      Organizations organizations,
      Figures figures,
      AgreementRepository agreements,
      ExportFigure exportFigure) {
    this.organizations = organizations;
    this.figures = figures;
    this.agreements = agreements;
    this.exportFigure = exportFigure;
  }

  @GetMapping("/figures")
  String list(
      Model model,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization) {
    OrganizationRef chosen = chosen(page, viewer, organization);
    Map<String, FigureValue> before =
        organizations
            .find(viewer.scope(), chosen.id(), page.period().yearBefore().to())
            .map(then -> figures.all(viewer.scope(), then, page.period().yearBefore()))
            .orElse(List.of())
            .stream()
            .collect(Collectors.toMap(FigureValue::code, Function.identity()));
    List<FigureValue> now = figures.all(viewer.scope(), chosen, page.period());
    model.addAttribute("organization", chosen);
    model.addAttribute("choices", organizations.choices(viewer.scope(), page.on(), chosen.id()));
    model.addAttribute(
        "figures", now.stream().map(v -> Compared.of(v, before.get(v.code()))).toList());
    model.addAttribute(
        "agreements", Agreement.of(now, agreements.parts(viewer.scope(), chosen, page.period())));
    return "vn/nenmong/figures/list";
  }

  @GetMapping("/figures/{code}")
  String show(
      Model model,
      @PathVariable String code,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(defaultValue = "0") int offset) {
    OrganizationRef chosen = chosen(page, viewer, organization);
    int start = Math.max(0, offset);
    FigureRows rows =
        figures
            .rows(code, viewer.scope(), chosen, page.period(), ROWS_A_PAGE, start)
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "page.error.unknownFigure"));
    model.addAttribute("organization", chosen);
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
      HttpServletResponse response)
      throws IOException {
    exportFigure.run(page, viewer, chosen(page, viewer, organization), code, response);
  }

  private OrganizationRef chosen(Page page, Viewer viewer, @Nullable String code) {
    return (code == null
            ? organizations.tops(viewer.scope(), page.on()).stream().findFirst()
            : organizations.find(viewer.scope(), code, page.on()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
