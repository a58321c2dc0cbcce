package vn.nenmong.figures.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Figures;
import vn.nenmong.figures.Indicator;
import vn.nenmong.figures.Indicators;
import vn.nenmong.figures.overview.OverviewRepository.Admissions;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

@Controller
class OverviewController {

  private static final Set<String> SHOWN =
      Stream.concat(Overview.HEADLINES.stream(), Overview.BESIDE.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Organizations organizations;
  private final Figures figures;
  private final Indicators indicators;
  private final OverviewRepository repository;

  OverviewController(
      Organizations organizations,
      Figures figures,
      Indicators indicators,
      OverviewRepository repository) {
    this.organizations = organizations;
    this.figures = figures;
    this.indicators = indicators;
    this.repository = repository;
  }

  @GetMapping("/")
  String show(
      Model model,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization) {
    Scope scope = viewer.scope();
    List<OrganizationRef> tops = organizations.choices(scope, page.on());
    if (tops.isEmpty() && organization == null) {
      return "vn/nenmong/figures/overview/empty";
    }
    model.addAttribute(
        "overview", overview(page, scope, tops, chosen(page, scope, tops, organization)));
    return "vn/nenmong/figures/overview/show";
  }

  private OrganizationRef chosen(
      Page page, Scope scope, List<OrganizationRef> tops, @Nullable String code) {
    return code == null
        ? tops.getFirst()
        : organizations
            .find(scope, code, page.on())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Overview overview(
      Page page, Scope scope, List<OrganizationRef> tops, OrganizationRef chosen) {
    ReportPeriod period = page.period();
    List<Indicator> results = indicators.all(scope, chosen, period);
    List<UUID> units = repository.units(scope, chosen, period);
    return new Overview(
        chosen,
        tops,
        repository.superior(scope, chosen, period).orElse(null),
        figures.some(SHOWN, scope, chosen, period),
        before(scope, chosen, period.yearBefore()),
        repository.cells(scope, chosen, period, units),
        results,
        ages(page, units),
        admissions(page, units),
        plan(page, results),
        grades(page, scope, chosen));
  }

  private Map<String, FigureValue> before(
      Scope scope, OrganizationRef chosen, ReportPeriod yearBefore) {
    return organizations
        .find(scope, chosen.id(), yearBefore.to())
        .map(then -> figures.some(Overview.HEADLINES, scope, then, yearBefore))
        .orElse(Map.of());
  }

  private Chart ages(Page page, List<UUID> units) {
    return new Chart(
        "overview.ages",
        repository.ages(units, page.period()).stream()
            .map(band ->
                new Chart.Bar(
                    page.t("overview.age." + band.band()),
                    List.of(new Chart.Part(band.male(), "d3"), new Chart.Part(band.female(), "d1")),
                    page.t("overview.sexes", band.male(), band.female())))
            .toList());
  }

  /// Ten years up to the one looked at, those without an admission too.
  private Chart admissions(Page page, List<UUID> units) {
    Map<Integer, Integer> byYear = new HashMap<>();
    for (Admissions year : repository.admissions(units, page.period())) {
      byYear.put(year.year(), year.admitted());
    }
    int last = page.period().year();
    return new Chart(
        "overview.admissions",
        IntStream.rangeClosed(last - 9, last)
            .mapToObj(year -> bar(String.valueOf(year), byYear.getOrDefault(year, 0), page))
            .toList());
  }

  private static Chart.Bar bar(String label, int number, Page page) {
    return new Chart.Bar(label, List.of(new Chart.Part(number, "d2")), page.number(number));
  }

  private static Chart plan(Page page, List<Indicator> results) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (Indicator indicator : results) {
      BigDecimal share = indicator.percentOfPlan();
      if (share != null) {
        boolean reached = Objects.equals(indicator.reached(), true);
        bars.add(
            new Chart.Bar(
                indicator.name(),
                List.of(new Chart.Part(share.doubleValue(), reached ? "d2" : "d1")),
                page.rate(share) + " %"));
      }
    }
    return new Chart("overview.plan", bars);
  }

  private Chart grades(Page page, Scope scope, OrganizationRef chosen) {
    return new Chart(
        "overview.grades",
        repository.grades(scope, chosen, page.period()).stream()
            .map(graded ->
                new Chart.Bar(
                    page.t("overview.grade." + graded.grade()),
                    List.of(new Chart.Part(graded.members(), "d4")),
                    page.number(graded.members())))
            .toList());
  }
}
