package vn.nenmong.figures.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OfferOrganizations;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Told;
import vn.nenmong.organization.Units;

@Controller
class OverviewController {

  private static final Set<String> SHOWN =
      Stream.concat(Overview.HEADLINES.stream(), Overview.BESIDE.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Organizations organizations;
  private final OfferOrganizations offer;
  private final Figures figures;
  private final Indicators indicators;
  private final OverviewRepository repository;
  private final LeastOfficial leastOfficial;
  private final Remembered remembered;
  private final List<Reminder> reminders;
  private final Today today;

  OverviewController(
      Organizations organizations,
      OfferOrganizations offer,
      Figures figures,
      Indicators indicators,
      OverviewRepository repository,
      LeastOfficial leastOfficial,
      Remembered remembered,
      List<Reminder> reminders,
      Today today) {
    this.organizations = organizations;
    this.offer = offer;
    this.figures = figures;
    this.indicators = indicators;
    this.repository = repository;
    this.leastOfficial = leastOfficial;
    this.remembered = remembered;
    this.reminders = reminders;
    this.today = today;
  }

  @GetMapping("/")
  String show(
      Model model,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String organization,
      @RequestParam(defaultValue = "") String units) {
    Scope scope = viewer.scope();
    Optional<Told> found =
        organization == null
            ? organizations.told(scope, page.on(), Units.of(units), _ -> true)
            : organizations.told(scope, organization, page.on(), Units.of(units));
    if (found.isEmpty() && organization == null) {
      return "vn/nenmong/figures/overview/empty";
    }
    Told told = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "reminders",
        reminders.stream().flatMap(reminder -> reminder.of(viewer, page).stream()).toList());
    model.addAttribute(
        "chooser", offer.run(scope, page.on(), _ -> true, told.organization().fullCode()));
    model.addAttribute("differs", organizations.mayDiffer(scope, told, page.period()));
    model.addAttribute("overview", overview(page, scope, told));
    return "vn/nenmong/figures/overview/show";
  }

  private Overview overview(Page page, Scope scope, Told told) {
    ReportPeriod period = page.period();
    List<Indicator> results =
        toldApart(indicators.all(scope, told.organization(), period, told.units()));
    Counts counts =
        remembered.answer(new Asked(scope, told, period), () -> counts(scope, told, period));
    return new Overview(
        told,
        told.isNow() ? organizations.communesWithin(scope, told, period) : List.of(),
        repository
            .superior(scope, told.organization(), told.isNow() ? today.date() : period.to())
            .orElse(null),
        figures.some(SHOWN, scope, told.organization(), period, told.units()),
        before(scope, told, period.yearBefore()),
        counts.cells(),
        results,
        ages(page, counts),
        admissions(page, counts),
        plan(page, results),
        grades(page, counts));
  }

  /// Of several communes each by its code first, for a chart has room for few letters.
  private static List<Indicator> toldApart(List<Indicator> results) {
    return results.stream().map(Indicator::organization).distinct().count() == 1
        ? results
        : results.stream()
            .map(indicator -> indicator.called(indicator.organization() + ": " + indicator.name()))
            .toList();
  }

  private record Asked(Scope scope, Told told, ReportPeriod period) {}

  private record Counts(
      List<CellAtAGlance> cells,
      List<AgeBand> ages,
      List<Admissions> admissions,
      List<Graded> grades,
      int toldUntil) {}

  private Counts counts(Scope scope, Told told, ReportPeriod period) {
    List<UUID> units =
        told.isNow()
            ? organizations.madeOf(scope, told.organization())
            : repository.units(scope, told.organization(), period);
    return new Counts(
        repository.cells(scope, period, units, leastOfficial.byPath()),
        repository.ages(units, period),
        repository.admissions(units, period),
        repository.grades(scope, period, units),
        repository.toldUntil(units));
  }

  private Map<String, FigureValue> before(Scope scope, Told told, ReportPeriod yearBefore) {
    return organizations
        .told(scope, told, yearBefore.to())
        .map(then ->
            figures.some(Overview.HEADLINES, scope, then.organization(), yearBefore, then.units()))
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

  /// Ten years up to the one looked at, those without an admission too; of those of which nobody
  /// told that is said.
  private static Chart admissions(Page page, Counts counts) {
    Map<Integer, Integer> byYear = new HashMap<>();
    for (Admissions year : counts.admissions()) {
      byYear.put(year.year(), year.admitted());
    }
    int last = page.period().year();
    return new Chart(
        "overview.admissions",
        IntStream.rangeClosed(last - 9, last)
            .mapToObj(year ->
                !byYear.containsKey(year) && year > counts.toldUntil()
                    ? new Chart.Bar(
                        String.valueOf(year),
                        List.of(new Chart.Part(0, "d2")),
                        page.t("overview.yearNotTold"))
                    : bar(String.valueOf(year), byYear.getOrDefault(year, 0), page))
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
