package vn.nenmong.consolidation.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// One plan: how far it is, what was found, and what was decided by it.
@Controller
class PlanRunController {

  private final PlanRunRepository runs;
  private final PlanFactsRepository facts;
  private final PlanFacts problems;
  private final Organizations organizations;
  private final WorkOnPlan work;
  private final SignPlan sign;
  private final ExportPlan export;
  private final Today today;

  PlanRunController(
      PlanRunRepository runs,
      PlanFactsRepository facts,
      PlanFacts problems,
      Organizations organizations,
      WorkOnPlan work,
      SignPlan sign,
      ExportPlan export,
      Today today) {
    this.runs = runs;
    this.facts = facts;
    this.problems = problems;
    this.organizations = organizations;
    this.work = work;
    this.sign = sign;
    this.export = export;
    this.today = today;
  }

  @GetMapping("/plans/runs/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int plan,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    PlanRun run = find(viewer, id);
    if (run.state().isOpen() && !isSilent(run)) {
      response.setHeader("Refresh", "1");
    }
    return page(run, plan, viewer, page, TypedDecision.NONE, null, model);
  }

  @GetMapping("/plans/runs/{id}/plan.xlsx")
  void export(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int plan,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response)
      throws IOException {
    PlanRun run = find(viewer, id);
    if (run.found().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    export.run(
        page, viewer, run, run.found().get(index(run, plan)), names(run, viewer, page), response);
  }

  @PostMapping("/plans/runs/{id}/stop")
  String stop(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    runs.stop(find(viewer, id).id());
    return address(id);
  }

  @PostMapping("/plans/runs/{id}/again")
  String again(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    work.again(viewer.scope(), find(viewer, id).id());
    return address(id);
  }

  @PostMapping("/plans/runs/{id}/draft")
  String draft(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int plan,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      RedirectAttributes redirect) {
    PlanRun run = find(viewer, id);
    if (plan < 0 || plan >= run.found().size() || run.isInForce()) {
      return address(id) + "#draft";
    }
    String broken = broken(page, run, plan);
    if (broken != null) {
      redirect.addFlashAttribute(Notice.NAME, Notice.refused(broken));
      return address(id) + "?plan=" + plan;
    }
    runs.draft(id, plan, viewer.account(), today.now());
    return address(id) + "#draft";
  }

  /// Why an alternative can't be decided; null where it can.
  private static @Nullable String broken(Page page, PlanRun run, int plan) {
    Alternative chosen = run.found().get(plan);
    return chosen.feasible()
        ? null
        : page.t(
            "consolidation.plan.draft.infeasible",
            plan + 1,
            chosen.broken().stream()
                .map(criterion -> page.t("consolidation.plan.criterion." + criterion.code()))
                .collect(Collectors.joining("; ")));
  }

  /// Shows what its foundings would do, or writes what was seen.
  @PostMapping("/plans/runs/{id}/sign")
  String sign(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam Map<String, String> typed,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      RedirectAttributes redirect,
      HttpServletResponse response,
      Model model) {
    PlanRun run = find(viewer, id);
    TypedDecision decision = TypedDecision.of(typed);
    String problem;
    try {
      UUID change =
          sign.run(
              viewer,
              id,
              new Decision(
                  needed(decision.number()),
                  needed(decision.body()),
                  day(decision.decided()),
                  null),
              decision.cells(),
              seen);
      redirect.addFlashAttribute(
          Notice.NAME, Notice.undoable(page, page.t("consolidation.plan.signed"), change));
      return address(id);
    } catch (Unseen unseen) {
      model.addAttribute("foundings", unseen.foundings());
      model.addAttribute("seen", unseen.digest());
      problem = seen.isEmpty() ? null : page.t("consolidation.plan.sign.seenAnew");
      return page(run, -1, viewer, page, decision, problem, model);
    } catch (Refused refused) {
      problem = words(page, refused);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(run, -1, viewer, page, decision, problem, model);
  }

  private static String words(Page page, Refused refused) {
    Object[] arguments = refused.arguments();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i] instanceof LocalDate day ? page.date(day) : arguments[i];
    }
    return page.t(refused.code(), arguments);
  }

  private static String needed(String typed) {
    if (typed.isEmpty()) {
      throw new Refused("consolidation.plan.sign.missing");
    }
    return typed;
  }

  private static LocalDate day(String typed) {
    try {
      return TypedDay.parse(typed);
    } catch (DateTimeException e) {
      throw new Refused("consolidation.plan.sign.missing");
    }
  }

  private String page(
      PlanRun run,
      int plan,
      Viewer viewer,
      Page page,
      TypedDecision decision,
      @Nullable String problem,
      Model model) {
    model.addAttribute("run", run);
    model.addAttribute(
        "commune",
        organizations
            .find(viewer.scope(), run.commune(), run.day())
            .map(OrganizationRef::fullCode)
            .orElse(""));
    model.addAttribute("plan", index(run, plan));
    model.addAttribute("names", names(run, viewer, page));
    model.addAttribute("silent", isSilent(run));
    model.addAttribute("typed", TypedPlan.of(run.kind(), run.weights()));
    model.addAttribute("values", values(run, viewer));
    if (run.kind() == PlanKind.VILLAGES && !run.found().isEmpty()) {
      model.addAttribute("least", problems.least(run.commune(), run.day()));
    }
    model.addAttribute(
        "broken", run.found().isEmpty() ? null : broken(page, run, index(run, plan)));
    model.addAttribute("decision", decision);
    model.addAttribute("problem", problem);
    return "vn/nenmong/consolidation/plan/run";
  }

  /// Of all that it can name, the joint cells too that may be founded.
  private Map<UUID, String> names(PlanRun run, Viewer viewer, Page page) {
    Map<UUID, String> names = new HashMap<>(facts.names(viewer.scope(), run.commune(), run.day()));
    if (run.kind() == PlanKind.VILLAGES) {
      run.found().stream()
          .flatMap(plan -> plan.placed().stream())
          .map(Alternative.Placed::of)
          .distinct()
          .forEach(seat ->
              names.put(
                  ServingCell.idAt(seat),
                  page.t("consolidation.plan.newCell", names.getOrDefault(seat, "–"))));
    }
    return names;
  }

  /// What can be fixed: cells that serve, people of the committee; in the order of their names.
  private List<UUID> values(PlanRun run, Viewer viewer) {
    if (run.found().isEmpty()) {
      return List.of();
    }
    return run.kind() == PlanKind.CHARGE
        ? facts.committee(viewer.scope(), run.commune(), run.day()).stream()
            .map(PlanFactsRepository.Member::id)
            .toList()
        : problems.villages(viewer.scope(), run.commune(), run.day(), Map.of()).cells().stream()
            .map(ServingCell::id)
            .toList();
  }

  private boolean isSilent(PlanRun run) {
    Instant since = today.now().minus(PlanRunRepository.SILENCE);
    return run.state().isOpen() && run.touchedAt().toInstant().isBefore(since);
  }

  /// The one that is asked for, else what was drafted, else the best.
  private static int index(PlanRun run, int plan) {
    if (plan >= 0 && plan < run.found().size()) {
      return plan;
    }
    Integer drafted = run.drafted();
    return drafted != null && drafted < run.found().size() ? drafted : 0;
  }

  private PlanRun find(Viewer viewer, UUID id) {
    return runs.find(viewer.scope(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String address(UUID id) {
    return "redirect:/plans/runs/" + id;
  }
}
