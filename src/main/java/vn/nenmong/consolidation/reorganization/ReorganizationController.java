package vn.nenmong.consolidation.reorganization;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.nenmong.consolidation.reorganization.CarryOutReorganization.Outcome;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.entry.UndoChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// The events there were, and the wizard for another: what it does is seen before it is done.
@Controller
class ReorganizationController {

  private static final String FORM = "vn/nenmong/consolidation/reorganization/form";

  private final ReorganizationListRepository events;
  private final PlanReorganization plans;
  private final CarryOutReorganization carryOut;
  private final CorrectDecision correct;
  private final TakeBackReorganization takeBack;
  private final LaterRepository later;

  ReorganizationController(
      ReorganizationListRepository events,
      PlanReorganization plans,
      CarryOutReorganization carryOut,
      CorrectDecision correct,
      TakeBackReorganization takeBack,
      LaterRepository later) {
    this.events = events;
    this.plans = plans;
    this.carryOut = carryOut;
    this.correct = correct;
    this.takeBack = takeBack;
    this.later = later;
  }

  @GetMapping("/reorganizations")
  String list(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("events", events.all(viewer.scope()));
    model.addAttribute("kinds", List.of(Kind.values()));
    return "vn/nenmong/consolidation/reorganization/list";
  }

  /// @param built whether to tell what stands in the way of taking it back
  @GetMapping("/reorganizations/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean built,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Event event =
        events
            .find(viewer.scope(), id)
            .filter(Event::whole)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("event", event);
    List<Event.Correction> corrections = events.corrections(id);
    model.addAttribute("corrections", corrections);
    model.addAttribute("later", built ? later.on(event, corrections) : List.of());
    return "vn/nenmong/consolidation/reorganization/show";
  }

  @PostMapping("/reorganizations/{id}/decision")
  String correct(
      @PathVariable UUID id,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    ReorganizationForm form = ReorganizationForm.of(Kind.RENAME, request.getParameterMap());
    Notice notice;
    if (!form.hasDecision()) {
      notice = Notice.refused(page.t("consolidation.reorganization.missing.decision"));
    } else if (form.first("reason").isEmpty()) {
      notice = Notice.refused(page.t("consolidation.reorganization.missing.reason"));
    } else {
      try {
        correct.run(viewer, id, form.decision(), form.first("reason"));
        notice = new Notice(page.t("entry.saved.correct"), null);
      } catch (Refused e) {
        notice = Notice.refused(page.t(e.code()));
      }
    }
    redirect.addFlashAttribute(Notice.NAME, notice);
    return "redirect:/reorganizations/" + id;
  }

  @PostMapping("/reorganizations/{id}/undo")
  String undo(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    Notice notice = new Notice(page.t("entry.undone"), null);
    String next = "/reorganizations";
    try {
      takeBack.run(viewer, id);
    } catch (Refused e) {
      notice = Notice.refused(page.t(e.code()));
      if (e.code().equals(UndoChange.BUILT)) {
        next = "/reorganizations/" + id + "?built=true";
      }
    }
    redirect.addFlashAttribute(Notice.NAME, notice);
    return "redirect:" + next;
  }

  /// The event as a file for `./nenmong reorganize`.
  @GetMapping("/reorganizations/{id}/event")
  ResponseEntity<String> file(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    return events
        .file(viewer.scope(), id)
        .map(json -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/reorganizations/new/{kind}")
  String blank(
      @PathVariable String kind,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    return form(kind, request, page, viewer, model, null, List.of());
  }

  /// Shows what would be done, or does what was seen.
  @PostMapping("/reorganizations/new/{kind}")
  String enter(
      @PathVariable String kind,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    ReorganizationForm form = ReorganizationForm.of(kind(kind), request.getParameterMap());
    List<String> missing = form.missing();
    if (!missing.isEmpty()) {
      return form(kind, request, page, viewer, model, null, missing);
    }
    Reorganization event = form.event();
    boolean seen = form.first("seen").isEmpty() || form.first("seen").equals(event.digest());
    if (!form.first("do").equals("yes") || !seen) {
      return form(kind, request, page, viewer, model, plans.run(viewer.scope(), event), List.of());
    }
    try {
      Outcome outcome = carryOut.run(viewer, event);
      if (outcome.change() == null) {
        return form(kind, request, page, viewer, model, outcome.plan(), List.of());
      }
      redirect.addFlashAttribute(
          Notice.NAME,
          new Notice(
              page.t("consolidation.reorganization.done"),
              "/reorganizations/" + outcome.id() + "/undo"));
      return "redirect:/reorganizations";
    } catch (Refused e) {
      return form(kind, request, page, viewer, model, null, List.of(e.code()));
    }
  }

  private String form(
      String kind,
      HttpServletRequest request,
      Page page,
      Viewer viewer,
      Model model,
      @Nullable Plan plan,
      List<String> missing) {
    ReorganizationForm form = ReorganizationForm.of(kind(kind), request.getParameterMap());
    LocalDate day = form.effective() == null ? page.on() : form.effective();
    model.addAttribute("form", form);
    model.addAttribute("choices", events.choices(viewer.scope(), form, day));
    model.addAttribute("plan", plan);
    model.addAttribute("missing", missing);
    return FORM;
  }

  private static Kind kind(String code) {
    return Kind.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
