package vn.nenmong.consolidation.visit;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Inputs;
import vn.nenmong.entry.People;
import vn.nenmong.entry.Problem;
import vn.nenmong.entry.ReadEntry;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// Enters visits, on a phone in the evening: a few fields, and the next one begins like the last.
@Controller
class RecordVisitController {

  private static final String FORM = "vn/nenmong/consolidation/visit/form";
  private static final String INPUT = "f.";
  private static final Field REASON = Field.of("reason", "entry.reason", Kind.TEXT).needed();

  private final VisitRepository visits;
  private final RecordVisit record;
  private final People people;
  private final Audit audit;
  private final Today today;

  RecordVisitController(
      VisitRepository visits, RecordVisit record, People people, Audit audit, Today today) {
    this.visits = visits;
    this.record = record;
    this.people = people;
    this.audit = audit;
    this.today = today;
  }

  /// @param cell the cell that was visited, where that is known
  /// @param like the visit that was entered before
  @GetMapping("/visits/new")
  String blank(
      @RequestParam(required = false) @Nullable UUID cell,
      @RequestParam(required = false) @Nullable UUID like,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    List<Field> fields = fields(viewer, null);
    Map<String, String> typed = new HashMap<>();
    Optional<Visit> last = Optional.ofNullable(like).flatMap(id -> visits.find(viewer.scope(), id));
    put(typed, "day", last.map(Visit::day).orElse(today.date()));
    last.map(Visit::nextDay).ifPresent(next -> put(typed, "next", next));
    fields.getFirst().choices().stream()
        .map(Field.Choice::value)
        .filter(value -> cell != null && value.startsWith(cell.toString()))
        .findFirst()
        .ifPresent(value -> typed.put(INPUT + "charge", value));
    return show(model, new VisitForm(null, fields, typed, List.of()));
  }

  @PostMapping("/visits/new")
  String add(
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    return save(null, request, page, viewer, model, redirect);
  }

  @GetMapping("/visits/{id}/correct")
  String open(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    Visit visit = changeable(viewer, id);
    audit.look(viewer, visit.communeId(), RecordVisit.SUBJECT, id);
    Map<String, String> typed = new HashMap<>();
    typed.put(INPUT + "charge", visit.cellId() + "_" + visit.personId());
    put(typed, "day", visit.day());
    typed.put(INPUT + "found", visit.found() == null ? "" : visit.found());
    typed.put(INPUT + "agreed", visit.agreed() == null ? "" : visit.agreed());
    if (visit.nextDay() != null) {
      put(typed, "next", visit.nextDay());
    }
    return show(model, new VisitForm(visit, fields(viewer, visit), typed, List.of()));
  }

  @PostMapping("/visits/{id}/correct")
  String correct(
      @PathVariable UUID id,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    return save(changeable(viewer, id), request, page, viewer, model, redirect);
  }

  @PostMapping("/visits/{id}/remove")
  String remove(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    Visit visit = changeable(viewer, id);
    if (reason.isBlank()) {
      redirect.addFlashAttribute(
          Notice.NAME, new Notice(page.t("consolidation.visit.problem.reason"), null));
      return "redirect:/visits/" + id;
    }
    UUID change = record.remove(viewer, visit, reason.strip());
    redirect.addFlashAttribute(
        Notice.NAME, Notice.undoable(page, page.t("consolidation.visit.removed"), change));
    return "redirect:/visits";
  }

  private String save(
      @Nullable Visit corrected,
      HttpServletRequest request,
      Page page,
      Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    List<Field> fields = fields(viewer, corrected);
    ReadEntry read =
        new ReadEntry(viewer.scope(), people, page::t)
            .read(fields, name -> request.getParameter(INPUT + name));
    List<Problem> problems = new ArrayList<>(read.problems());
    if (problems.isEmpty() && request.getParameter("reopened") == null) {
      try {
        Visit.Told told = told(read.values());
        RecordVisit.Done done =
            corrected == null
                ? record.add(viewer, told)
                : record.correct(viewer, corrected, told, read.values().needed("reason"));
        redirect.addFlashAttribute(
            Notice.NAME, Notice.undoable(page, page.t("consolidation.visit.saved"), done.change()));
        return "redirect:"
            + (request.getParameter("another") == null
                ? "/visits/" + done.visit()
                : "/visits/new?like=" + done.visit());
      } catch (Refused e) {
        problems.add(new Problem(null, e.code(), List.of(e.arguments())));
      }
    }
    return show(model, new VisitForm(corrected, fields, Inputs.typed(request, INPUT), problems));
  }

  private Visit changeable(Viewer viewer, UUID id) {
    return visits
        .find(viewer.scope(), id)
        .filter(visit -> visit.isChangeableBy(viewer))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private List<Field> fields(Viewer viewer, @Nullable Visit corrected) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.choice(
                "charge",
                "consolidation.visit.charge",
                visits.inCharge(viewer.scope(), today.date(), corrected))
            .needed());
    fields.add(Field.of("day", "consolidation.visit.day", Kind.DAY).needed());
    fields.add(Field.of("found", "consolidation.visit.found", Kind.LONG_TEXT).needed());
    fields.add(Field.of("agreed", "consolidation.visit.agreed", Kind.LONG_TEXT));
    fields.add(Field.of("next", "consolidation.visit.next", Kind.DAY));
    if (corrected != null) {
      fields.add(REASON);
    }
    return fields;
  }

  private static Visit.Told told(Values values) {
    String[] charge = values.needed("charge").split("_", 2);
    return new Visit.Told(
        UUID.fromString(charge[0]),
        UUID.fromString(charge[1]),
        LocalDate.parse(values.needed("day")),
        values.needed("found"),
        values.text("agreed"),
        values.day("next"));
  }

  private static void put(Map<String, String> typed, String field, LocalDate day) {
    typed.put(INPUT + field + ".day", String.valueOf(day.getDayOfMonth()));
    typed.put(INPUT + field + ".month", String.valueOf(day.getMonthValue()));
    typed.put(INPUT + field + ".year", String.valueOf(day.getYear()));
  }

  private static String show(Model model, VisitForm form) {
    model.addAttribute("visit", form);
    return FORM;
  }
}
