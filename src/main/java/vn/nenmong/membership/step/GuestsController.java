package vn.nenmong.membership.step;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.People;
import vn.nenmong.entry.Problem;
import vn.nenmong.entry.ReadEntry;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.person.PersonFacts;
import vn.nenmong.membership.step.GuestRegisterRepository.Choice;
import vn.nenmong.membership.step.GuestRegisterRepository.Row;
import vn.nenmong.membership.way.Decision;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.rule.Rulebooks;

/// Members of other organizations who are here for a time, on a day; and how one is taken in.
@Controller
@ByOrganization
class GuestsController {

  private static final String FORM = "vn/nenmong/membership/step/form";
  private static final String INPUT = "f.";

  /// What is asked of someone who stays a member elsewhere.
  private static final Set<String> WHO = Set.of("name", "born");

  private final GuestRegisterRepository guests;
  private final TakeInGuest takeIn;
  private final StepFields fields;
  private final Rulebooks rulebooks;
  private final PersonFacts persons;
  private final People people;
  private final Units units;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;
  private final Today today;

  GuestsController(
      GuestRegisterRepository guests,
      TakeInGuest takeIn,
      StepFields fields,
      Rulebooks rulebooks,
      PersonFacts persons,
      People people,
      Units units,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export,
      Today today) {
    this.guests = guests;
    this.takeIn = takeIn;
    this.fields = fields;
    this.rulebooks = rulebooks;
    this.persons = persons;
    this.people = people;
    this.units = units;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
    this.today = today;
  }

  @GetMapping("/guests")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/guests/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  private Register<Row> register(Page page, Viewer viewer, Asked asked, Choice choice) {
    return Register.of(
            "/guests",
            "nav.guests",
            Register.Time.DAY,
            guests.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .notes(List.of(page.t("membership.guest.help")))
        .views(
            page.mayOpen("/guests/new")
                ? Map.of("/guests/new", "membership.guest.new")
                : Map.of("/transfers", "nav.transfers"))
        .filters(cells.of(viewer.scope(), page.period(), choice.cell()));
  }

  @GetMapping("/guests/new")
  String blank(
      HttpServletRequest request, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    return show(model, viewer, Inputs.typed(request, INPUT), List.of(), null);
  }

  @PostMapping("/guests/new")
  String takeIn(
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    Map<String, String> typed = Inputs.typed(request, INPUT);
    ReadEntry read =
        new ReadEntry(viewer.scope(), people, page::t)
            .read(fields(viewer), name -> request.getParameter(INPUT + name));
    if (!read.problems().isEmpty() || request.getParameter("reopened") != null) {
      return show(model, viewer, typed, read.problems(), null);
    }
    Values values = read.values();
    try {
      UUID commune =
          units.commune(viewer.scope(), UUID.fromString(values.needed("cell")), today.date());
      TakeInGuest.Outcome outcome =
          takeIn.run(viewer, commune, values, StepFields.step(StepKind.GUEST_IN, values));
      if (outcome.person() == null) {
        return show(model, viewer, typed, List.of(), outcome.decision());
      }
      redirect.addFlashAttribute(
          Notice.NAME,
          new Notice(page.t("membership.step.taken", page.t("way.step.guest_in")), null));
      return "redirect:/people/" + outcome.person() + "/way";
    } catch (Rejected rejected) {
      return show(model, viewer, typed, List.of(rejected.problem()), null);
    } catch (Refused refused) {
      Problem problem = new Problem(null, refused.code(), List.of(refused.arguments()));
      return show(model, viewer, typed, List.of(problem), null);
    }
  }

  private List<Field> fields(Viewer viewer) {
    return Stream.of(
            persons.fields().stream().filter(field -> WHO.contains(field.name())),
            fields.of(StepKind.GUEST_IN, viewer, today.date(), rulebooks.common()).stream(),
            persons.identity().stream())
        .flatMap(some -> some)
        .toList();
  }

  private String show(
      Model model,
      Viewer viewer,
      Map<String, String> typed,
      List<Problem> problems,
      @Nullable Decision decision) {
    model.addAttribute(
        "step",
        new StepForm(
            null, StepKind.GUEST_IN, null, fields(viewer), typed, problems, decision, null));
    return FORM;
  }
}
