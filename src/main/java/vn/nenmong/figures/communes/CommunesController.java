package vn.nenmong.figures.communes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Figures;
import vn.nenmong.figures.closing.ClosedYears;
import vn.nenmong.figures.closing.KeptValue;
import vn.nenmong.figures.closing.YearClosing;
import vn.nenmong.figures.kept.Registers;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// All communes together, for a body above them.
@Controller
class CommunesController {

  /// What can be summed up over communes, and is asked for each year.
  private static final List<String> FIGURES =
      List.of(
          "members.total",
          "members.official",
          "members.probationary",
          "members.admitted",
          "members.recognised",
          "organization.cells",
          "villages.total",
          "villages.without_members",
          "review.cells_good_or_better",
          "review.cells_strong");

  private final Organizations organizations;
  private final Figures figures;
  private final ClosedYears closedYears;
  private final CommunesRepository repository;
  private final ExportCommunes exportCommunes;

  CommunesController(
      Organizations organizations,
      Figures figures,
      ClosedYears closedYears,
      CommunesRepository repository,
      ExportCommunes exportCommunes) {
    this.organizations = organizations;
    this.figures = figures;
    this.closedYears = closedYears;
    this.repository = repository;
    this.exportCommunes = exportCommunes;
  }

  @GetMapping("/communes")
  String show(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    model.addAttribute("sums", sums(viewer, page, organization));
    model.addAttribute("tops", above(viewer, page));
    return "vn/nenmong/figures/communes/list";
  }

  @GetMapping("/communes/export")
  void export(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    exportCommunes.run(page, viewer, sums(viewer, page, organization), response);
  }

  private CommuneSums sums(Viewer viewer, Page page, @Nullable String organization) {
    ReportPeriod period = page.period();
    OrganizationRef top = top(above(viewer, page), organization);
    Map<UUID, YearClosing> closings =
        period.isWholeYear() ? closedYears.of(viewer.scope(), period.year()) : Map.of();
    List<CommuneLine> lines =
        repository.sent(viewer.scope(), top, period).stream()
            .map(sent -> line(viewer, period, sent, closings.get(sent.commune().id())))
            .toList();
    return new CommuneSums(
        top, FIGURES, lines, top == null ? Map.of() : counted(viewer, top, period));
  }

  private CommuneLine line(
      Viewer viewer,
      ReportPeriod period,
      CommunesRepository.Sent sent,
      @Nullable YearClosing closing) {
    long changed =
        closing == null
            ? 0
            : closedYears
                .values(viewer.scope(), sent.commune(), period.year(), closing.values())
                .stream()
                .filter(KeptValue::differs)
                .count();
    return new CommuneLine(
        sent.commune(),
        sent.superior(),
        Registers.ALL.stream().filter(register -> !sent.registers().contains(register)).toList(),
        sent.takenIn(),
        closing,
        changed,
        counted(viewer, sent.commune(), period));
  }

  private Map<String, FigureValue> counted(
      Viewer viewer, OrganizationRef organization, ReportPeriod period) {
    return figures.some(java.util.Set.copyOf(FIGURES), viewer.scope(), organization, period);
  }

  private List<OrganizationRef> above(Viewer viewer, Page page) {
    return organizations.choices(viewer.scope(), page.period().to()).stream()
        .filter(OrganizationRef::isAboveCommunes)
        .toList();
  }

  /// The one that was asked for, else the only one that is above all.
  private static @Nullable OrganizationRef top(
      List<OrganizationRef> above, @Nullable String organization) {
    if (organization == null || organization.isBlank()) {
      return above.isEmpty() ? null : above.getFirst();
    }
    return above.stream()
        .filter(choice -> choice.fullCode().equals(organization))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
