package vn.nenmong.entry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;

/// Who changed what and why; and the question before a change is taken back.
@Controller
class HistoryController {

  private final HistoryRepository repository;
  private final Audit audit;

  HistoryController(HistoryRepository repository, Audit audit) {
    this.repository = repository;
    this.audit = audit;
  }

  @GetMapping("/history/{id}")
  String show(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    UUID commune = repository.commune(viewer.scope(), id).orElseThrow(HistoryController::notFound);
    audit.look(viewer, commune, "history", id);
    model.addAttribute("history", History.of(repository.of(viewer.scope(), id)));
    return "vn/nenmong/entry/history";
  }

  @GetMapping("/entry/undo/{change}")
  String ask(
      @PathVariable UUID change,
      @RequestParam(required = false) @Nullable String back,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    model.addAttribute(
        "told", repository.told(viewer.scope(), change).orElseThrow(HistoryController::notFound));
    model.addAttribute("touched", repository.touched(viewer.scope(), change));
    model.addAttribute("back", EntryController.local(back, "/"));
    return "vn/nenmong/entry/undo";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
