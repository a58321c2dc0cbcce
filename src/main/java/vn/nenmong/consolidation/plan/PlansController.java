package vn.nenmong.consolidation.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.ChargeOutlook.Unit;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// What there is to plan, and the plans that were made.
@Controller
class PlansController {

  private static final String VIEWS = "vn/nenmong/consolidation/plan/";

  private final Communes communes;
  private final PlanFactsRepository facts;
  private final PlanFacts problems;
  private final VillageOutlooks outlooks;
  private final PlanRunRepository runs;
  private final WorkOnPlan work;
  private final Today today;

  PlansController(
      Communes communes,
      PlanFactsRepository facts,
      PlanFacts problems,
      VillageOutlooks outlooks,
      PlanRunRepository runs,
      WorkOnPlan work,
      Today today) {
    this.communes = communes;
    this.facts = facts;
    this.problems = problems;
    this.outlooks = outlooks;
    this.runs = runs;
    this.work = work;
    this.today = today;
  }

  @GetMapping("/plans")
  String list(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    ChosenCommune chosen = communes.chosen(viewer, organization);
    model.addAttribute("chosen", chosen);
    model.addAttribute("runs", runs.latest(viewer.scope(), chosen.commune().id()));
    return VIEWS + "list";
  }

  @GetMapping("/plans/villages")
  String villages(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    return form(viewer, organization, offered(PlanKind.VILLAGES), null, model);
  }

  @GetMapping("/plans/charge")
  String charge(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    return form(viewer, organization, offered(PlanKind.CHARGE), null, model);
  }

  @PostMapping("/plans/villages")
  String planVillages(
      @RequestParam String organization,
      @RequestParam Map<String, String> typed,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    return start(
        new TypedPlan(PlanKind.VILLAGES, typed), organization, viewer, page, response, model);
  }

  @PostMapping("/plans/charge")
  String planCharge(
      @RequestParam String organization,
      @RequestParam Map<String, String> typed,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    return start(
        new TypedPlan(PlanKind.CHARGE, typed), organization, viewer, page, response, model);
  }

  private static TypedPlan offered(PlanKind kind) {
    return TypedPlan.of(kind, Criterion.weights(kind));
  }

  private String start(
      TypedPlan typed,
      String organization,
      Viewer viewer,
      Page page,
      HttpServletResponse response,
      Model model) {
    Optional<Map<Criterion, BigDecimal>> weights = typed.weights();
    String problem = weights.isEmpty() ? page.t("consolidation.plan.weights.wrong") : null;
    UUID commune = communes.chosen(viewer, organization).commune().id();
    try {
      if (problem == null
          && problems
              .problem(typed.kind(), viewer.scope(), commune, today.date(), Map.of())
              .isEmpty()) {
        problem = page.t("consolidation.plan.nothing");
      }
    } catch (Refused refused) {
      problem = page.t(refused.code(), refused.arguments());
    }
    if (problem != null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(viewer, organization, typed, problem, model);
    }
    return "redirect:/plans/runs/"
        + work.start(
            viewer.account(),
            viewer.scope(),
            commune,
            typed.kind(),
            weights.orElseThrow(),
            typed.fixed());
  }

  private String form(
      Viewer viewer,
      @Nullable String organization,
      TypedPlan typed,
      @Nullable String problem,
      Model model) {
    ChosenCommune chosen = communes.chosen(viewer, organization);
    UUID commune = chosen.commune().id();
    LocalDate day = today.date();
    model.addAttribute("chosen", chosen);
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    model.addAttribute("day", day);
    model.addAttribute("names", facts.names(viewer.scope(), commune, day));
    model.addAttribute(
        "runs",
        runs.latest(viewer.scope(), commune).stream()
            .filter(run -> run.kind() == typed.kind())
            .limit(5)
            .toList());
    if (typed.kind() == PlanKind.CHARGE) {
      model.addAttribute("outlook", charges(viewer, commune, day));
      return VIEWS + "charge";
    }
    try {
      model.addAttribute("found", outlooks.of(viewer.scope(), commune));
    } catch (Refused refused) {
      model.addAttribute("found", null);
    }
    return VIEWS + "villages";
  }

  private ChargeOutlook charges(Viewer viewer, UUID commune, LocalDate day) {
    Map<UUID, List<UUID>> charges = facts.charges(viewer.scope(), commune, day);
    Map<UUID, List<Unit>> cells = new HashMap<>();
    List<Unit> without = new ArrayList<>();
    for (PlanFactsRepository.Cell cell : facts.cells(viewer.scope(), commune, day)) {
      Unit unit = new Unit(cell.id(), cell.name());
      List<UUID> people = charges.getOrDefault(cell.id(), List.of());
      people.forEach(person -> cells.computeIfAbsent(person, _ -> new ArrayList<>()).add(unit));
      if (people.isEmpty()) {
        without.add(unit);
      }
    }
    return new ChargeOutlook(
        facts.committee(viewer.scope(), commune, day).stream()
            .map(member ->
                new ChargeOutlook.Person(
                    member.name(),
                    member.title(),
                    member.cell(),
                    member.experienced(),
                    cells.getOrDefault(member.id(), List.of())))
            .toList(),
        without);
  }
}
