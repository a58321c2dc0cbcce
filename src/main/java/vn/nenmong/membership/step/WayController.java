package vn.nenmong.membership.step;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import vn.nenmong.access.Audit;
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
import vn.nenmong.membership.paper.PaperNumbers;
import vn.nenmong.membership.way.Around;
import vn.nenmong.membership.way.Ask;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.rule.Evidence;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.RuleWords;
import vn.nenmong.rule.Rulebooks;

/// Someone's way: what was done, what is due, and the steps that can be taken, taken back and
/// corrected.
@Controller
class WayController {

  private static final String FORM = "vn/nenmong/membership/step/form";
  private static final String INPUT = "f.";
  private static final String OFFERED = INPUT + "offered";

  private final ViewWay view;
  private final Ways ways;
  private final TakeStep takeStep;
  private final TakeBackStep takeBackStep;
  private final CorrectStep correctStep;
  private final StepFields fields;
  private final StepRepository steps;
  private final PaperNumbers numbers;
  private final Rulebooks rulebooks;
  private final People people;
  private final Audit audit;
  private final Today today;

  WayController(
      ViewWay view,
      Ways ways,
      TakeStep takeStep,
      TakeBackStep takeBackStep,
      CorrectStep correctStep,
      StepFields fields,
      StepRepository steps,
      PaperNumbers numbers,
      Rulebooks rulebooks,
      People people,
      Audit audit,
      Today today) {
    this.view = view;
    this.ways = ways;
    this.takeStep = takeStep;
    this.takeBackStep = takeBackStep;
    this.correctStep = correctStep;
    this.fields = fields;
    this.steps = steps;
    this.numbers = numbers;
    this.rulebooks = rulebooks;
    this.people = people;
    this.audit = audit;
    this.today = today;
  }

  @GetMapping("/people/{id}/way")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    model.addAttribute("of", view.run(viewer, page, id).orElseThrow(WayController::notFound));
    model.addAttribute("today", today.date());
    return "vn/nenmong/membership/step/way";
  }

  @GetMapping("/people/{id}/steps/{kind}")
  String blank(
      @PathVariable UUID id,
      @PathVariable String kind,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Ways.Found found = found(viewer, id);
    StepKind what = kind(kind);
    look(viewer, found.person());
    return show(
        model,
        new StepForm(
            found.person(),
            what,
            null,
            fields(what, found.person(), viewer),
            proposed(found, what),
            List.of(),
            null,
            null));
  }

  /// What the registers and the rules of today know already.
  private Map<String, String> proposed(Ways.Found found, StepKind kind) {
    Map<String, String> typed = new HashMap<>();
    LocalDate day = today.date();
    if (kind.asks(Ask.VOTES)) {
      UUID cell = found.way().cell();
      if (kind.name().contains("CELL") && cell != null) {
        Around.Electorate electorate = steps.electorate(cell, day);
        if (electorate != null) {
          Set<String> excluded =
              rulebooks
                  .of(found.person().commune())
                  .on(day, Rule.VOTE_DENOMINATOR)
                  .map(RuleValue::words)
                  .orElse(Set.of());
          typed.put(INPUT + "entitled", String.valueOf(electorate.most(excluded)));
        }
      } else if (kind.name().contains("COMMITTEE")) {
        int committee = steps.committee(found.person().commune(), day);
        if (committee > 0) {
          typed.put(INPUT + "entitled", String.valueOf(committee));
        }
      }
    }
    if (kind == StepKind.ADMISSION_DECISION || kind == StepKind.RECOGNITION_DECISION) {
      rulebooks
          .of(found.person().commune())
          .on(day, Rule.AUTHORITY_ADMIT)
          .ifPresent(body -> typed.put(INPUT + "form", body.value().toLowerCase(Locale.ROOT)));
    }
    if (kind.asks(Ask.OUTCOME)) {
      typed.put(INPUT + "outcome", "carried");
    }
    numbers
        .next(found.person(), found.way().cell(), kind, typed.get(INPUT + "form"), day)
        .ifPresent(number -> {
          typed.put(INPUT + "number", number);
          typed.put(OFFERED, number);
        });
    return typed;
  }

  @PostMapping("/people/{id}/steps/{kind}")
  String take(
      @PathVariable UUID id,
      @PathVariable String kind,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    Ways.Found found = found(viewer, id);
    StepKind what = kind(kind);
    List<Field> asked = fields(what, found.person(), viewer);
    ReadEntry read = read(viewer, page, asked, request);
    StepForm form =
        new StepForm(
            found.person(),
            what,
            null,
            asked,
            Inputs.typed(request, INPUT),
            read.problems(),
            null,
            null);
    if (!read.problems().isEmpty() || isReopened(request)) {
      return show(model, form);
    }
    try {
      Step step = StepFields.step(what, read.values());
      boolean offered =
          step.number() != null && step.number().equals(request.getParameter(OFFERED));
      TakeStep.Outcome outcome =
          offered ? takeStep.runNumbered(viewer, id, step) : takeStep.run(viewer, id, step);
      if (!outcome.isTaken()) {
        return show(model, refused(form, outcome.decision(), null));
      }
      redirect.addFlashAttribute(Notice.NAME, new Notice(taken(page, step, outcome), null));
      return "redirect:/people/" + id + "/way";
    } catch (Refused refused) {
      return show(model, with(form, refused));
    }
  }

  @GetMapping("/steps/{id}/correct")
  String correcting(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    Of of = step(viewer, id);
    look(viewer, of.person());
    Step step = of.kept().step();
    Map<UUID, String> labels =
        step.people().stream()
            .collect(
                Collectors.toMap(
                    person -> person,
                    person ->
                        people.find(viewer.scope(), person).map(People.Known::label).orElse("")));
    return show(
        model,
        new StepForm(
            of.person(),
            step.kind(),
            id,
            correctedFields(of, viewer),
            StepFields.typed(step, labels),
            List.of(),
            null,
            null));
  }

  private List<Field> fields(StepKind kind, Person person, Viewer viewer) {
    return fields.of(kind, viewer, today.date(), rulebooks.of(person.commune()));
  }

  private List<Field> correctedFields(Of of, Viewer viewer) {
    List<Field> asked = fields(of.kept().step().kind(), of.person(), viewer);
    asked.add(Field.of("why", "membership.step.why", Field.Kind.TEXT).needed());
    return asked;
  }

  @PostMapping("/steps/{id}/correct")
  String correct(
      @PathVariable UUID id,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    Of of = step(viewer, id);
    StepKind kind = of.kept().step().kind();
    List<Field> asked = correctedFields(of, viewer);
    ReadEntry read = read(viewer, page, asked, request);
    StepForm form =
        new StepForm(
            of.person(),
            kind,
            id,
            asked,
            Inputs.typed(request, INPUT),
            read.problems(),
            null,
            null);
    if (!read.problems().isEmpty() || isReopened(request)) {
      return show(model, form);
    }
    try {
      CorrectStep.Outcome outcome =
          correctStep.run(
              viewer, id, StepFields.step(kind, read.values()), read.values().needed("why"));
      Step at = outcome.refused();
      if (at != null) {
        return show(model, refused(form, outcome.taken().decision(), at.kind()));
      }
      redirect.addFlashAttribute(
          Notice.NAME, new Notice(page.t("membership.step.corrected"), null));
      return "redirect:/people/" + of.person().id() + "/way";
    } catch (Refused refused) {
      return show(model, with(form, refused));
    }
  }

  @GetMapping("/steps/{id}/take-back")
  String askBack(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Of of = step(viewer, id);
    look(viewer, of.person());
    model.addAttribute("person", of.person());
    model.addAttribute("step", id);
    model.addAttribute("following", following(page, of));
    model.addAttribute("problem", model.getAttribute("problem"));
    return "vn/nenmong/membership/step/takeBack";
  }

  private List<StepLine> following(Page page, Of of) {
    return takeBackStep.following(of.person(), of.kept().step().id()).stream()
        .map(kept ->
            new StepLine(
                kept.step().id(),
                kept.step().kind(),
                kept.step().day(),
                StepWords.of(page, kept.step(), Map.of()),
                kept.account(),
                List.of(),
                false,
                null,
                null))
        .toList();
  }

  @PostMapping("/steps/{id}/take-back")
  String takeBack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    step(viewer, id);
    try {
      UUID person = takeBackStep.run(viewer, id, reason);
      redirect.addFlashAttribute(
          Notice.NAME, new Notice(page.t("membership.step.takenBack"), null));
      return "redirect:/people/" + person + "/way";
    } catch (Refused refused) {
      redirect.addFlashAttribute("problem", page.t(refused.code(), refused.arguments()));
      return "redirect:/steps/" + id + "/take-back";
    }
  }

  private record Of(Person person, StepRepository.Kept kept) {}

  /// A step that holds, of someone in the scope; anything else is not there.
  private Of step(Viewer viewer, UUID id) {
    return steps
        .owner(id)
        .flatMap(owner -> steps.person(viewer.scope(), owner))
        .flatMap(person ->
            steps.all(person.id()).stream()
                .filter(kept -> kept.step().id().equals(id) && kept.holds())
                .filter(kept -> kept.step().kind() != StepKind.REGISTERED)
                .findFirst()
                .map(kept -> new Of(person, kept)))
        .orElseThrow(WayController::notFound);
  }

  private void look(Viewer viewer, Person person) {
    audit.look(viewer, person.commune(), "member", person.id());
  }

  private Ways.Found found(Viewer viewer, UUID id) {
    return ways.find(viewer.scope(), id).orElseThrow(WayController::notFound);
  }

  private static StepKind kind(String code) {
    return StepKind.of(code)
        .filter(kind -> kind != StepKind.REGISTERED)
        .orElseThrow(WayController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private ReadEntry read(Viewer viewer, Page page, List<Field> asked, HttpServletRequest request) {
    return new ReadEntry(viewer.scope(), people, page::t)
        .read(asked, name -> request.getParameter(INPUT + name));
  }

  private static boolean isReopened(HttpServletRequest request) {
    return request.getParameter("reopened") != null;
  }

  private static StepForm refused(StepForm form, Decision decision, @Nullable StepKind at) {
    return new StepForm(
        form.person(),
        form.kind(),
        form.corrected(),
        form.fields(),
        form.typed(),
        List.of(),
        decision,
        at);
  }

  private static StepForm with(StepForm form, Refused refused) {
    return new StepForm(
        form.person(),
        form.kind(),
        form.corrected(),
        form.fields(),
        form.typed(),
        List.of(new Problem(null, refused.code(), List.of(refused.arguments()))),
        null,
        null);
  }

  private static String show(Model model, StepForm form) {
    model.addAttribute("step", form);
    return FORM;
  }

  /// What was done, and what it rests on that is not sure.
  private static String taken(Page page, Step typed, TakeStep.Outcome outcome) {
    Decision decision = outcome.decision();
    String words = page.t("membership.step.taken", page.t("way.step." + typed.kind().code()));
    if (!Objects.equals(typed.number(), outcome.number())) {
      words +=
          " "
              + (outcome.number() == null
                  ? page.t("membership.paper.noNumber")
                  : page.t("membership.paper.otherNumber", outcome.number()));
    }
    String weak =
        decision.relied().stream()
            .filter(rule -> rule.source().evidence().isWeak())
            .map(rule -> weak(page, rule))
            .distinct()
            .collect(Collectors.joining("; "));
    if (!weak.isEmpty()) {
      words += " " + page.t("membership.step.weak", weak);
    }
    if (!decision.unknown().isEmpty()) {
      words += " " + page.t("membership.step.noRule");
    }
    return words;
  }

  private static String weak(Page page, RuleValue rule) {
    Evidence evidence = rule.source().evidence();
    return RuleWords.name(page, rule.code()) + " (" + RuleWords.evidence(page, evidence) + ")";
  }
}
