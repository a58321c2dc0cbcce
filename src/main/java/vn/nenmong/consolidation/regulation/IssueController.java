package vn.nenmong.consolidation.regulation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.People;
import vn.nenmong.entry.Problem;
import vn.nenmong.entry.ReadEntry;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.Organizations;

/// Enters the working regulations of several organizations at once: tick who issued one, each with
/// its number.
@Controller
class IssueController {

  private static final String FORM = "vn/nenmong/consolidation/regulation/issue";
  private static final String INPUT = "f.";
  private static final String OWN = "number.";

  private static final List<Field> FIELDS =
      List.of(
          RegulationForm.ISSUED,
          RegulationForm.SINCE,
          RegulationForm.TITLE,
          RegulationForm.CHANGED);

  private final RegulationRepository regulations;
  private final IssueRegulations issue;
  private final Organizations organizations;
  private final Units units;
  private final People people;
  private final Today today;

  IssueController(
      RegulationRepository regulations,
      IssueRegulations issue,
      Organizations organizations,
      Units units,
      People people,
      Today today) {
    this.regulations = regulations;
    this.issue = issue;
    this.organizations = organizations;
    this.units = units;
    this.people = people;
    this.today = today;
  }

  @GetMapping("/regulations/new")
  String blank(
      @RequestParam(required = false) @Nullable UUID commune,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Map<String, String> typed = new HashMap<>();
    typed.put(INPUT + "title", page.t("consolidation.regulation.title.usual"));
    return show(viewer, model, commune(viewer, commune), Set.of(), typed, List.of());
  }

  @PostMapping("/regulations/new")
  String enter(
      @RequestParam UUID commune,
      @RequestParam(name = "of", required = false) @Nullable List<UUID> of,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    UUID root = commune(viewer, commune);
    Map<String, String> typed = Inputs.typed(request, INPUT);
    typed.putAll(Inputs.typed(request, OWN));
    List<RegulationUnit> chosen =
        regulations.units(viewer.scope(), root, today.date()).stream()
            .filter(unit -> of != null && of.contains(unit.id()))
            .toList();
    ReadEntry read =
        new ReadEntry(viewer.scope(), people, page::t)
            .read(FIELDS, name -> request.getParameter(INPUT + name));
    List<Problem> problems = new ArrayList<>(read.problems());
    if (chosen.isEmpty()) {
      problems.add(new Problem(null, "consolidation.regulation.problem.nobody", List.of()));
    }
    chosen.stream()
        .filter(unit -> number(typed, unit).isEmpty())
        .forEach(unit ->
            problems.add(
                new Problem(
                    null, "consolidation.regulation.problem.number", List.of(unit.name()))));
    if (problems.isEmpty()) {
      problems.addAll(notThen(viewer.scope(), chosen, since(read.values())));
    }
    if (problems.isEmpty() && request.getParameter("reopened") == null) {
      try {
        UUID change = issue.run(viewer, root, issue(read.values(), chosen, typed));
        redirect.addFlashAttribute(
            Notice.NAME,
            new Notice(
                page.t("consolidation.regulation.saved", page.number(chosen.size())),
                "/entry/undo/" + change));
        return "redirect:/regulations";
      } catch (Refused e) {
        problems.add(new Problem(null, e.code(), List.of(e.arguments())));
      }
    }
    return show(
        viewer,
        model,
        root,
        chosen.stream().map(RegulationUnit::id).collect(Collectors.toSet()),
        typed,
        problems);
  }

  private static Issue issue(
      Values values, List<RegulationUnit> chosen, Map<String, String> typed) {
    return new Issue(
        LocalDate.parse(values.needed("issuedOn")),
        since(values),
        values.needed("title"),
        values.text("changed"),
        chosen.stream().collect(Collectors.toMap(RegulationUnit::id, unit -> number(typed, unit))));
  }

  private static LocalDate since(Values values) {
    return LocalDate.parse(values.needed("since"));
  }

  private static String number(Map<String, String> typed, RegulationUnit unit) {
    return typed.getOrDefault(OWN + unit.id(), "").strip();
  }

  /// Organizations that were not there on the day.
  private List<Problem> notThen(Scope scope, List<RegulationUnit> chosen, LocalDate day) {
    return chosen.stream()
        .filter(unit -> organizations.find(scope, unit.id(), day).isEmpty())
        .map(unit ->
            new Problem(
                null,
                "consolidation.decision.problem.notThen",
                List.of(unit.name(), PartialDate.day(day).toVietnamese())))
        .toList();
  }

  private UUID commune(Viewer viewer, @Nullable UUID wanted) {
    return units.communes(viewer.scope(), today.date()).stream()
        .map(choice -> UUID.fromString(choice.value()))
        .filter(id -> wanted == null || wanted.equals(id))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(
      Viewer viewer,
      Model model,
      UUID commune,
      Set<UUID> chosen,
      Map<String, String> typed,
      List<Problem> problems) {
    List<Choice> communes = units.communes(viewer.scope(), today.date());
    model.addAttribute(
        "issue",
        new IssuePage(
            commune,
            communes,
            FIELDS,
            regulations.units(viewer.scope(), commune, today.date()),
            chosen,
            typed,
            problems));
    return FORM;
  }
}
