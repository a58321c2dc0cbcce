package vn.nenmong.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// What is doubtful in the registers, and what to do about it.
@Controller
class QualityController {

  private static final int LISTED = 100;

  private final DoubtRepository doubts;
  private final MergePeople merge;
  private final RecordChange record;
  private final Audit audit;

  QualityController(DoubtRepository doubts, MergePeople merge, RecordChange record, Audit audit) {
    this.doubts = doubts;
    this.merge = merge;
    this.record = record;
    this.audit = audit;
  }

  @GetMapping("/quality")
  String list(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    List<Doubt> all = doubts.all(viewer.scope(), page.on(), LISTED);
    model.addAttribute("open", groups(all, doubt -> doubt.reason() == null));
    model.addAttribute("excused", groups(all, doubt -> doubt.reason() != null));
    return "vn/nenmong/quality/list";
  }

  private static List<Doubt.Group> groups(List<Doubt> all, Predicate<Doubt> which) {
    var byKind = all.stream().filter(which).collect(Collectors.groupingBy(Doubt::kind));
    List<Doubt.Group> groups = new ArrayList<>();
    for (String kind : Doubt.KINDS) {
      if (byKind.containsKey(kind)) {
        groups.add(new Doubt.Group(kind, byKind.get(kind)));
      }
    }
    return groups;
  }

  @PostMapping("/quality/excuse")
  String excuse(
      @RequestParam String kind,
      @RequestParam UUID subject,
      @RequestParam UUID other,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    Doubt doubt = doubt(page, viewer, kind, subject, other);
    String words = Vietnamese.clean(reason);
    if (words.isEmpty()) {
      redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("quality.excuse.noReason"), null));
    } else if (doubt.reason() == null) {
      UUID change =
          record.run(
              viewer,
              doubt.communeId(),
              "excuse",
              "doubt",
              subject,
              words,
              () -> doubts.excuse(doubt, words, viewer.account()));
      done(redirect, page.t("quality.excuse.done"), change);
    }
    return "redirect:/quality#" + doubt.kind();
  }

  @PostMapping("/quality/look-again")
  String lookAgain(
      @RequestParam String kind,
      @RequestParam UUID subject,
      @RequestParam UUID other,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    Doubt doubt = doubt(page, viewer, kind, subject, other);
    UUID change =
        record.run(
            viewer,
            doubt.communeId(),
            "look_again",
            "doubt",
            subject,
            null,
            () -> doubts.lookAgain(doubt));
    done(redirect, page.t("quality.lookAgain.done"), change);
    return "redirect:/quality#" + doubt.kind();
  }

  @GetMapping("/quality/merge/{keep}/{gone}")
  String compare(
      @PathVariable UUID keep,
      @PathVariable UUID gone,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Merging pair = merge.find(viewer, keep, gone);
    audit.look(viewer, pair.keep().communeId(), "person", keep);
    audit.look(viewer, pair.gone().communeId(), "person", gone);
    model.addAttribute("pair", pair);
    try {
      model.addAttribute("parts", merge.preview(pair));
      model.addAttribute("clash", false);
    } catch (Refused e) {
      model.addAttribute("parts", List.<Merging.Part>of());
      model.addAttribute("clash", true);
    }
    return "vn/nenmong/quality/merge";
  }

  @PostMapping("/quality/merge/{keep}/{gone}")
  String merge(
      @PathVariable UUID keep,
      @PathVariable UUID gone,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    Merging pair = merge.find(viewer, keep, gone);
    try {
      done(redirect, page.t("quality.merge.done", pair.keep().name()), merge.run(viewer, pair));
    } catch (Refused e) {
      redirect.addFlashAttribute(Notice.NAME, Notice.refused(page.t(e.code(), e.arguments())));
    }
    return "redirect:/quality";
  }

  private static void done(RedirectAttributes redirect, String words, UUID change) {
    redirect.addFlashAttribute(Notice.NAME, new Notice(words, "/entry/undo/" + change));
  }

  private Doubt doubt(Page page, Viewer viewer, String kind, UUID subject, UUID other) {
    return doubts
        .find(viewer.scope(), page.on(), kind, subject, other)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
