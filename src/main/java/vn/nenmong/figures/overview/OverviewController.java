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
import vn.nenmong.access.Reminder;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.health.LeastOfficial;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Figures;
import vn.nenmong.figures.Indicator;
import vn.nenmong.figures.Indicators;
import vn.nenmong.figures.overview.OverviewRepository.Admissions;
import vn.nenmong.figures.overview.OverviewRepository.AgeBand;
import vn.nenmong.figures.overview.OverviewRepository.Graded;
import vn.nenmong.kernel.memory.Remembered;
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
  private final LeastOfficial leastOfficial;
  private final Remembered remembered;
  private final List<Reminder> reminders;

  OverviewController(
      Organizations organizations,
      Figures figures,
      Indicators indicators,
      OverviewRepository repository,
      LeastOfficial leastOfficial,
      Remembered remembered,
      List<Reminder> reminders) {
    this.organizations = organizations;
    this.figures = figures;
    this.indicators = indicators;
    this.repository = repository;
    this.leastOfficial = leastOfficial;
    this.remembered = remembered;
    this.reminders = reminders;
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
        "reminders",
        reminders.stream().flatMap(reminder -> reminder.of(viewer, page).stream()).toList());
    model.addAttribute(
        "overview", overview(page, scope, tops, chosen(page, scope, tops, organization)));
    return "vn/nenmong/figures/overview/show";
  }

  private OrganizationRef chosen(
      Page page, Scope scope, List<OrganizationRef> tops, @Nullable String code) {
    return code == null
        ? tops.getFirst()
        : organizations
            .findOrHeir(scope, code, page.on())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Overview overview(
      Page page, Scope scope, List<OrganizationRef> tops, OrganizationRef chosen) {
    ReportPeriod period = page.period();
    List<Indicator> results = indicators.all(scope, chosen, period);
    Counts counts =
        remembered.answer(new Asked(scope, chosen, period), () -> counts(scope, chosen, period));
    return new Overview(
        chosen,
        tops,
        repository.superior(scope, chosen, period).orElse(null),
        figures.some(SHOWN, scope, chosen, period),
        before(scope, chosen, period.yearBefore()),
        counts.cells(),
        results,
        ages(page, counts),
        admissions(page, counts),
        plan(page, results),
        grades(page, counts));
  }

  private record Asked(Scope scope, OrganizationRef chosen, ReportPeriod period) {}

  private record Counts(
      List<CellAtAGlance> cells,
      List<AgeBand> ages,
      List<Admissions> admissions,
      List<Graded> grades) {}

  private Counts counts(Scope scope, OrganizationRef chosen, ReportPeriod period) {
    List<UUID> units = repository.units(scope, chosen, period);
    return new Counts(
        repository.cells(scope, chosen, period, units, leastOfficial.byPath()),
        repository.ages(units, period),
        repository.admissions(units, period),
        repository.grades(scope, chosen, period));
  }

  private Map<String, FigureValue> before(
      Scope scope, OrganizationRef chosen, ReportPeriod yearBefore) {
    return organizations
        .find(scope, chosen.id(), yearBefore.to())
        .map(then -> figures.some(Overview.HEADLINES, scope, then, yearBefore))
        .orElse(Map.of());
  }

  private static Chart ages(Page page, Counts counts) {
    return new Chart(
        "overview.ages",
        counts.ages().stream()
            .map(band ->
                new Chart.Bar(
                    page.t("overview.age." + band.band()),
                    List.of(new Chart.Part(band.male(), "d3"), new Chart.Part(band.female(), "d1")),
                    page.t("overview.sexes", band.male(), band.female())))
            .toList());
  }

  /// Ten years up to the one looked at, those without an admission too.
  private static Chart admissions(Page page, Counts counts) {
    Map<Integer, Integer> byYear = new HashMap<>();
    for (Admissions year : counts.admissions()) {
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

  private static Chart grades(Page page, Counts counts) {
    return new Chart(
        "overview.grades",
        counts.grades().stream()
            .map(graded ->
                new Chart.Bar(
                    page.t("overview.grade." + graded.grade()),
                    List.of(new Chart.Part(graded.members(), "d4")),
                    page.number(graded.members())))
            .toList());
  }
}
