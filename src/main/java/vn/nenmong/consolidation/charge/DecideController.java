package vn.nenmong.consolidation.charge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import vn.nenmong.consolidation.charge.Decision.Line;
import vn.nenmong.consolidation.charge.Decision.Replaces;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.People;
import vn.nenmong.entry.Problem;
import vn.nenmong.entry.ReadEntry;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.id.Ids;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Enters a decision with its lines in one go, and shows beforehand what it does.
@Controller
class DecideController {

  private static final String FORM = "vn/nenmong/consolidation/charge/decide";
  private static final String INPUT = "f.";

  private static final List<Field> FIELDS =
      List.of(
          DecisionForm.NUMBER,
          Field.of("day", "consolidation.decision.day", Kind.DAY).needed(),
          DecisionForm.BODY,
          Field.choice(
                  "replaces",
                  "consolidation.decision.replaces",
                  Stream.of(Replaces.values())
                      .map(each ->
                          Choice.word(
                              each.code(), "consolidation.decision.replaces." + each.code()))
                      .toList())
              .needed(),
          DecisionForm.NOTE);

  private final DecisionRepository decisions;
  private final DecideCharges decide;
  private final Organizations organizations;
  private final Units units;
  private final People people;
  private final Today today;

  DecideController(
      DecisionRepository decisions,
      DecideCharges decide,
      Organizations organizations,
      Units units,
      People people,
      Today today) {
    this.decisions = decisions;
    this.decide = decide;
    this.organizations = organizations;
    this.units = units;
    this.people = people;
    this.today = today;
  }

  /// What the form is filled in with, and what is known for it.
  private record Known(
      UUID commune,
      List<Choice> communes,
      List<OrganizationRef> cells,
      List<DecisionRepository.Someone> people,
      List<Charge> charges) {}

  /// @param like a number of a paper that charges were entered with: they are its lines
  @GetMapping("/charges/decisions/new")
  String blank(
      @RequestParam(required = false) @Nullable UUID commune,
      @RequestParam(required = false) @Nullable String like,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Known known = known(viewer, commune);
    Map<String, String> typed = new HashMap<>();
    typed.put(INPUT + "body", page.t("consolidation.decision.body.usual"));
    typed.put(INPUT + "replaces", Replaces.CELLS.code());
    if (like != null) {
      typed.put(INPUT + "number", like);
      for (Charge charge : known.charges()) {
        if (charge.decision() == null && like.equals(charge.document())) {
          String first = "first." + charge.cell();
          typed.put(
              typed.containsKey(first) ? "second." + charge.cell() : first,
              charge.person().toString());
          if (charge.since() != null) {
            typed.put(INPUT + "day.day", String.valueOf(charge.since().getDayOfMonth()));
            typed.put(INPUT + "day.month", String.valueOf(charge.since().getMonthValue()));
            typed.put(INPUT + "day.year", String.valueOf(charge.since().getYear()));
          }
        }
      }
    }
    return show(model, known, typed, List.of(), null);
  }

  @PostMapping("/charges/decisions/new")
  String enter(
      @RequestParam UUID commune,
      @RequestParam(required = false) @Nullable UUID shown,
      @RequestParam(required = false) @Nullable String save,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    Known known = known(viewer, commune);
    Map<String, String> typed = Inputs.typed(request, INPUT);
    typed.putAll(Inputs.typed(request, "first."));
    typed.putAll(Inputs.typed(request, "second."));
    ReadEntry read =
        new ReadEntry(viewer.scope(), people, page::t)
            .read(FIELDS, name -> request.getParameter(INPUT + name));
    List<Problem> problems = new ArrayList<>(read.problems());
    Set<Line> lines = lines(known, typed);
    if (lines.isEmpty()) {
      problems.add(new Problem(null, "consolidation.decision.problem.noLine", List.of()));
    }
    if (!problems.isEmpty()) {
      return show(model, known, typed, problems, null);
    }
    Decision decision = decision(read.values(), lines);
    problems.addAll(notThen(viewer.scope(), known, decision));
    if (!problems.isEmpty()) {
      return show(model, known, typed, problems, null);
    }
    ChargePlan plan = decide.plan(viewer, known.commune(), decision);
    if (save == null || shown == null || request.getParameter("reopened") != null) {
      return show(model, known, typed, List.of(), plan(page, known, decision, plan));
    }
    try {
      DecideCharges.Done done = decide.run(viewer, known.commune(), decision, shown);
      redirect.addFlashAttribute(
          Notice.NAME,
          new Notice(page.t("consolidation.decision.saved"), "/entry/undo/" + done.change()));
      return "redirect:/charges/decisions/" + done.decision();
    } catch (Refused e) {
      return show(
          model,
          known,
          typed,
          List.of(new Problem(null, e.code(), List.of(e.arguments()))),
          plan(page, known, decision, plan));
    }
  }

  private Known known(Viewer viewer, @Nullable UUID wanted) {
    LocalDate day = today.date();
    List<Choice> communes = units.communes(viewer.scope(), day);
    UUID commune =
        communes.stream()
            .map(choice -> UUID.fromString(choice.value()))
            .filter(id -> wanted == null || wanted.equals(id))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<OrganizationRef> cells =
        organizations.find(viewer.scope(), commune, day).stream()
            .flatMap(root -> organizations.subtree(viewer.scope(), root, day).stream())
            .filter(OrganizationRef::isCell)
            .toList();
    return new Known(
        commune,
        communes,
        cells,
        decisions.people(viewer.scope(), commune, day),
        decisions.charges(viewer.scope(), commune, day, ""));
  }

  private static Decision decision(Values values, Set<Line> lines) {
    return new Decision(
        values.needed("number"),
        values.needed("body"),
        LocalDate.parse(values.needed("day")),
        Replaces.valueOf(values.needed("replaces").toUpperCase(Locale.ROOT)),
        values.text("note"),
        lines);
  }

  /// Those of the cells and people that the form offers.
  private static Set<Line> lines(Known known, Map<String, String> typed) {
    Set<UUID> offered =
        known.people().stream()
            .map(DecisionRepository.Someone::id)
            .collect(Collectors.toUnmodifiableSet());
    Set<Line> lines = new LinkedHashSet<>();
    for (OrganizationRef cell : known.cells()) {
      for (String input : List.of("first.", "second.")) {
        Ids.parse(typed.getOrDefault(input + cell.id(), ""))
            .filter(offered::contains)
            .ifPresent(person -> lines.add(new Line(cell.id(), person)));
      }
    }
    return lines;
  }

  /// The commune that decides and cells, where they were not there on the day.
  private List<Problem> notThen(Scope scope, Known known, Decision decision) {
    Stream<String> commune =
        organizations.find(scope, known.commune(), decision.day()).isPresent()
            ? Stream.empty()
            : known.communes().stream()
                .filter(choice -> choice.value().equals(known.commune().toString()))
                .map(Choice::text);
    Stream<String> cells =
        known.cells().stream()
            .filter(cell -> decision.names(cell.id()))
            .filter(cell -> organizations.find(scope, cell.id(), decision.day()).isEmpty())
            .map(OrganizationRef::name);
    return Stream.concat(commune, cells)
        .map(name ->
            new Problem(
                null,
                "consolidation.decision.problem.notThen",
                List.of(name, PartialDate.day(decision.day()).toVietnamese())))
        .toList();
  }

  private DecisionPage.Plan plan(Page page, Known known, Decision decision, ChargePlan plan) {
    Map<UUID, String> cells = OrganizationRef.names(known.cells());
    Map<UUID, String> names =
        known.people().stream()
            .collect(
                Collectors.toMap(DecisionRepository.Someone::id, DecisionRepository.Someone::name));
    Function<UUID, String> cell = id -> cells.getOrDefault(id, "");
    Function<UUID, String> person = id -> names.getOrDefault(id, "");
    List<DecisionPage.Row> rows = new ArrayList<>();
    for (Charge charge : plan.ended()) {
      rows.add(
          new DecisionPage.Row(
              cell.apply(charge.cell()),
              "end",
              person.apply(charge.person()),
              page.date(decision.day().minusDays(1))));
    }
    for (Charge charge : plan.adopted()) {
      rows.add(
          new DecisionPage.Row(
              cell.apply(charge.cell()), "adopt", person.apply(charge.person()), null));
    }
    for (ChargePlan.Begun begun : plan.begun()) {
      LocalDate until = begun.until();
      rows.add(
          new DecisionPage.Row(
              cell.apply(begun.line().cell()),
              "begin",
              person.apply(begun.line().person()),
              until == null ? null : page.date(until.minusDays(1))));
    }
    List<String> order = List.copyOf(cells.values());
    rows.sort(Comparator.comparingInt(row -> order.indexOf(row.cell())));
    return new DecisionPage.Plan(
        plan.mark().toString(),
        rows,
        plan.clashes().stream()
            .map(clash ->
                new DecisionPage.Clash(
                    clash.why(),
                    cell.apply(clash.charge().cell()),
                    person.apply(clash.charge().person())))
            .toList());
  }

  private String show(
      Model model,
      Known known,
      Map<String, String> typed,
      List<Problem> problems,
      DecisionPage.@Nullable Plan plan) {
    LocalDate day = today.date();
    Map<UUID, String> names =
        known.people().stream()
            .collect(
                Collectors.toMap(DecisionRepository.Someone::id, DecisionRepository.Someone::name));
    Map<UUID, String> now =
        known.charges().stream()
            .filter(charge -> charge.isOn(day))
            .collect(
                Collectors.toMap(
                    Charge::cell,
                    charge -> names.getOrDefault(charge.person(), ""),
                    (one, other) -> one + ", " + other));
    Map<UUID, String> cells = OrganizationRef.names(known.cells());
    model.addAttribute(
        "decision",
        new DecisionPage(
            known.commune(),
            known.communes(),
            known.charges().stream()
                .filter(charge -> charge.decision() == null && charge.isOn(day))
                .map(Charge::document)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList(),
            FIELDS,
            known.cells().stream()
                .map(cell ->
                    new DecisionPage.Cell(
                        cell.id(), cells.getOrDefault(cell.id(), cell.name()), now.get(cell.id())))
                .toList(),
            known.people().stream()
                .map(each ->
                    new DecisionPage.Someone(
                        each.id().toString(),
                        Stream.of(each.name(), each.title())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" – ")),
                        each.serving()))
                .toList(),
            typed,
            problems,
            plan));
    return FORM;
  }
}
