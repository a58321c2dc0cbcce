package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.rule.Rulebooks;

/// The health of one cell, beside the others of its commune where the viewer sees these.
@Controller
class CellHealthController {

  private static final int YEARS_OF_ADMISSIONS = 10;
  private static final int YEARS_OF_REVIEWS = 5;

  private final Organizations organizations;
  private final FindHealth find;
  private final HealthRepository repository;
  private final Rulebooks rulebooks;

  CellHealthController(
      Organizations organizations,
      FindHealth find,
      HealthRepository repository,
      Rulebooks rulebooks) {
    this.organizations = organizations;
    this.find = find;
    this.repository = repository;
    this.rulebooks = rulebooks;
  }

  @GetMapping("/cells/{id}/health")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    OrganizationRef cell =
        organizations
            .find(viewer.scope(), id, page.on())
            .filter(OrganizationRef::isCell)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("shown", shown(page, viewer, cell));
    return "vn/nenmong/consolidation/health/cell";
  }

  private CellPage shown(Page page, Viewer viewer, OrganizationRef cell) {
    LocalDate day = page.on();
    Optional<OrganizationRef> commune =
        organizations.commune(viewer.scope(), cell, day).filter(of -> !of.equals(cell));
    Scope scope = viewer.within(commune.orElse(cell).path()).scope();
    List<CellHealth> all = find.all(scope, day);
    CellHealth health =
        all.stream().filter(of -> of.vitals().id().equals(cell.id())).findFirst().orElseThrow();
    List<HealthRepository.People> people = repository.people(scope, cell.id(), day);
    Admissions admitted =
        new Admissions(
            repository.admissions(scope, day),
            day.minusYears(health.settings().of(Setting.ADMISSION)));
    return new CellPage(
        cell,
        commune.orElse(null),
        health,
        repository.predecessors(scope, cell.id(), day),
        new Lines(health, all, rulebooks.of(health.vitals().commune()), day)
            .all(new Ethnicities(people, viewer.onlyCommune() != null), admitted),
        repository.meetings(scope, cell.id(), day),
        reviews(scope, cell, day),
        ages(page, people),
        bars(admitted, cell, day.getYear()));
  }

  private List<CellPage.ReviewYear> reviews(Scope scope, OrganizationRef cell, LocalDate day) {
    List<CellPage.Review> known = repository.reviews(scope, cell.id(), day);
    return years(day.getYear(), YEARS_OF_REVIEWS)
        .mapToObj(year ->
            new CellPage.ReviewYear(
                year, known.stream().filter(review -> review.year() == year).toList()))
        .toList();
  }

  private static List<Bar> bars(Admissions admitted, OrganizationRef cell, int last) {
    return years(last, YEARS_OF_ADMISSIONS)
        .mapToObj(year -> new Bar(String.valueOf(year), admitted.of(cell.id(), year)))
        .toList();
  }

  private static IntStream years(int last, int count) {
    return IntStream.rangeClosed(last - count + 1, last);
  }

  /// By tens of years, and those of whom it is not known where there are any.
  private static List<Bar> ages(Page page, List<HealthRepository.People> people) {
    List<HealthRepository.People> own =
        people.stream().filter(HealthRepository.People::own).toList();
    return Stream.of(20, 30, 40, 50, 60, 0)
        .map(band ->
            new Bar(
                page.t("health.age." + band),
                own.stream()
                    .filter(of -> Objects.requireNonNullElse(of.band(), 0).equals(band))
                    .mapToInt(HealthRepository.People::members)
                    .sum()))
        .filter(bar -> bar.value() > 0 || !bar.label().equals(page.t("health.age.0")))
        .toList();
  }
}
