package vn.nenmong.activity.minutes;

import java.util.UUID;
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
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// A meeting as it was kept, with its photos; and the choice where two things were told of one.
@Controller
class KeptMeetingController {

  private final MinutesRepository minutes;
  private final OpenMeeting open;
  private final Photos photos;
  private final SettleChange settle;
  private final Audit audit;

  KeptMeetingController(
      MinutesRepository minutes,
      OpenMeeting open,
      Photos photos,
      SettleChange settle,
      Audit audit) {
    this.minutes = minutes;
    this.open = open;
    this.photos = photos;
    this.settle = settle;
    this.audit = audit;
  }

  @GetMapping("/meetings/{id}")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Meeting meeting = find(viewer, id);
    audit.look(viewer, meeting.communeId(), TakeChanges.SUBJECT, id);
    model.addAttribute("meeting", open.of(meeting, page));
    return "vn/nenmong/activity/minutes/meeting";
  }

  @PostMapping("/meetings/{id}/settle")
  String settle(
      @PathVariable UUID id,
      @RequestParam UUID change,
      @RequestParam boolean take,
      @RequestParam(defaultValue = "false") boolean agreed,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    find(viewer, id);
    try {
      settle.run(viewer, change, take, agreed);
      redirect.addFlashAttribute(
          Notice.NAME,
          new Notice(page.t(take ? "activity.kept.taken" : "activity.kept.left"), null));
    } catch (Refused e) {
      redirect.addFlashAttribute(Notice.NAME, Notice.refused(page.t(e.code(), e.arguments())));
    }
    return "redirect:/meetings/" + id;
  }

  @GetMapping("/meetings/photos/{id}")
  ResponseEntity<byte[]> photo(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    byte[] photo = photos.content(viewer.scope(), id).orElseThrow(KeptMeetingController::notFound);
    UUID meeting = photos.meeting(id).orElseThrow(KeptMeetingController::notFound);
    audit.look(viewer, find(viewer, meeting).communeId(), TakeChanges.SUBJECT, meeting);
    return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(photo);
  }

  private Meeting find(Viewer viewer, UUID id) {
    return minutes.find(viewer.scope(), id).orElseThrow(KeptMeetingController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
