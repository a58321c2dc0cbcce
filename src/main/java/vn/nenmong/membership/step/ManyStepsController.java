package vn.nenmong.membership.step;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.People;
import vn.nenmong.entry.Problem;
import vn.nenmong.entry.ReadEntry;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.way.Ask;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Way;
import vn.nenmong.membership.way.WayRules;
import vn.nenmong.rule.Rulebooks;

/// Takes one step for several people at once; for all of them or for none.
@Controller
class ManyStepsController {

  private static final String FORM = "vn/nenmong/membership/step/many";
  private static final String INPUT = "f.";

  private final Ways ways;
  private final TakeStep takeStep;
  private final StepFields fields;
  private final Rulebooks rulebooks;
  private final People people;
  private final Today today;

  ManyStepsController(
      Ways ways,
      TakeStep takeStep,
      StepFields fields,
      Rulebooks rulebooks,
      People people,
      Today today) {
    this.ways = ways;
    this.takeStep = takeStep;
    this.fields = fields;
    this.rulebooks = rulebooks;
    this.people = people;
    this.today = today;
  }

  @GetMapping("/steps/{kind}/many")
  String blank(
      @PathVariable String kind, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    StepKind what = kind(kind);
    return show(
        model,
        new ManySteps(
            what,
            able(viewer, what),
            Set.of(),
            fields(what, viewer),
            Map.of(INPUT + "outcome", "carried"),
            List.of(),
            Map.of()));
  }

  @PostMapping("/steps/{kind}/many")
  String take(
      @PathVariable String kind,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    StepKind what = kind(kind);
    List<ManySteps.Someone> able = able(viewer, what);
    Set<UUID> chosen = chosen(request, able);
    List<Field> asked = fields(what, viewer);
    Set<Problem> problems = new LinkedHashSet<>();
    Map<UUID, Step> steps = new HashMap<>();
    for (UUID id : chosen) {
      ReadEntry read =
          new ReadEntry(viewer.scope(), people, page::t)
              .read(asked, name -> typed(request, name, id));
      problems.addAll(read.problems());
      if (read.problems().isEmpty()) {
        steps.put(id, StepFields.step(what, read.values()));
      }
    }
    if (chosen.isEmpty()) {
      problems.add(new Problem(null, "membership.many.nobody", List.of()));
    }
    Map<UUID, Decision> refused = new HashMap<>();
    if (problems.isEmpty() && request.getParameter("reopened") == null) {
      try {
        Map<UUID, TakeStep.Outcome> outcomes = takeStep.runAll(viewer, steps);
        outcomes.forEach((id, outcome) -> {
          if (!outcome.isTaken()) {
            refused.put(id, outcome.decision());
          }
        });
        if (refused.isEmpty()) {
          redirect.addFlashAttribute(
              Notice.NAME,
              new Notice(
                  page.t(
                      "membership.many.taken",
                      page.t("way.step." + what.code()),
                      page.number(steps.size())),
                  null));
          return "redirect:/candidates/board";
        }
      } catch (Refused e) {
        problems.add(new Problem(null, e.code(), List.of(e.arguments())));
      }
    }
    return show(
        model,
        new ManySteps(
            what, able, chosen, asked, typed(request), new ArrayList<>(problems), refused));
  }

  private static StepKind kind(String code) {
    return StepKind.of(code)
        .filter(ManySteps.KINDS::contains)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// Those in the scope whose way is open for the step.
  private List<ManySteps.Someone> able(Viewer viewer, StepKind kind) {
    List<Ways.Waiting> able =
        ways.waiting(viewer.scope()).stream()
            .filter(of -> WayRules.isOpen(of.way(), kind))
            .filter(of -> isAgain(kind) || !isDone(of.way(), kind))
            .toList();
    Map<UUID, String> cells =
        ways.names(
            able.stream()
                .flatMap(of -> Stream.ofNullable(of.way().cell()))
                .collect(Collectors.toSet()));
    return able.stream()
        .map(of ->
            new ManySteps.Someone(
                of.person(), of.way().cell() == null ? null : cells.get(of.way().cell())))
        .toList();
  }

  /// What may be done anew: a class whose certificate is over, a card for a lost one.
  private static boolean isAgain(StepKind kind) {
    return kind == StepKind.CLASS || kind == StepKind.CARD_ISSUED;
  }

  private static boolean isDone(Way way, StepKind kind) {
    return (kind.asks(Ask.OUTCOME) ? way.carried(kind) : way.last(kind)).isPresent();
  }

  private static Set<UUID> chosen(HttpServletRequest request, List<ManySteps.Someone> able) {
    String[] values = request.getParameterValues("person");
    Set<String> wanted = values == null ? Set.of() : Set.copyOf(Arrays.asList(values));
    return able.stream()
        .map(someone -> someone.person().id())
        .filter(id -> wanted.contains(id.toString()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Field> fields(StepKind kind, Viewer viewer) {
    return fields.of(kind, viewer, today.date(), rulebooks.common());
  }

  /// What stands in someone's own input, or else in that of all.
  private static @Nullable String typed(HttpServletRequest request, String name, UUID id) {
    String own = request.getParameter("own." + name + "." + id);
    return own != null && !own.isBlank() ? own : request.getParameter(INPUT + name);
  }

  private static Map<String, String> typed(HttpServletRequest request) {
    Map<String, String> typed = Inputs.typed(request, INPUT);
    typed.putAll(Inputs.typed(request, "own."));
    return typed;
  }

  private static String show(Model model, ManySteps step) {
    model.addAttribute("step", step);
    return FORM;
  }
}
