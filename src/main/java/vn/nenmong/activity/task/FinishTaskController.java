package vn.nenmong.activity.task;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// One task, and what was done of it.
@Controller
class FinishTaskController {

  private static final String VIEW = "vn/nenmong/activity/task/show";
  private static final String INPUT = "f.";
  private static final List<Field> FIELDS =
      List.of(
          Field.of("on", "activity.task.doneOn", Kind.DAY).needed(),
          Field.of("done", "activity.task.done", Kind.LONG_TEXT).needed());

  private final TaskRepository tasks;
  private final FinishTask finish;
  private final People people;
  private final Audit audit;
  private final Today today;

  FinishTaskController(
      TaskRepository tasks, FinishTask finish, People people, Audit audit, Today today) {
    this.tasks = tasks;
    this.finish = finish;
    this.people = people;
    this.audit = audit;
    this.today = today;
  }

  @GetMapping("/tasks/{id}")
  String show(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    CellTask task = find(viewer, id);
    audit.look(viewer, task.communeId(), FinishTask.SUBJECT, id);
    LocalDate on = Optional.ofNullable(task.doneOn()).orElse(today.date());
    Map<String, String> typed = new HashMap<>();
    typed.put(INPUT + "on.day", String.valueOf(on.getDayOfMonth()));
    typed.put(INPUT + "on.month", String.valueOf(on.getMonthValue()));
    typed.put(INPUT + "on.year", String.valueOf(on.getYear()));
    typed.put(INPUT + "done", Objects.requireNonNullElse(task.done(), ""));
    return show(model, task, new TaskForm(FIELDS, typed, List.of()));
  }

  @PostMapping("/tasks/{id}/done")
  String finish(
      @PathVariable UUID id,
      HttpServletRequest request,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    CellTask task = find(viewer, id);
    ReadEntry read =
        new ReadEntry(viewer.scope(), people, page::t)
            .read(FIELDS, name -> request.getParameter(INPUT + name));
    List<Problem> problems = new ArrayList<>(read.problems());
    if (problems.isEmpty() && request.getParameter("reopened") == null) {
      try {
        UUID change =
            finish.run(
                viewer,
                task,
                LocalDate.parse(read.values().needed("on")),
                read.values().text("done"));
        return done(redirect, page, "activity.task.saved", change);
      } catch (Refused e) {
        problems.add(new Problem("on", e.code(), List.of(e.arguments())));
      }
    }
    return show(model, task, new TaskForm(FIELDS, Inputs.typed(request, INPUT), problems));
  }

  @PostMapping("/tasks/{id}/reopen")
  String reopen(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    return done(redirect, page, "activity.task.reopened", finish.reopen(viewer, find(viewer, id)));
  }

  private static String done(RedirectAttributes redirect, Page page, String key, UUID change) {
    redirect.addFlashAttribute(Notice.NAME, Notice.undoable(page, page.t(key), change));
    return "redirect:/tasks";
  }

  private static String show(Model model, CellTask task, TaskForm form) {
    model.addAttribute("task", task);
    model.addAttribute("form", form);
    return VIEW;
  }

  private CellTask find(Viewer viewer, UUID id) {
    return tasks
        .find(viewer.scope(), id, today.date())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
