package vn.nenmong.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
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
import vn.nenmong.account.ManageAccounts;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// What is held on a person, whose time is over, and what is kept for what.
@Controller
class PrivacyController {

  private final FindHeld findHeld;
  private final SendHeld sendHeld;
  private final ErasePerson erase;
  private final RetentionRepository retention;
  private final OwnRecordRepository own;
  private final ManageAccounts accounts;
  private final Audit audit;
  private final Today today;

  PrivacyController(
      FindHeld findHeld,
      SendHeld sendHeld,
      ErasePerson erase,
      RetentionRepository retention,
      OwnRecordRepository own,
      ManageAccounts accounts,
      Audit audit,
      Today today) {
    this.findHeld = findHeld;
    this.sendHeld = sendHeld;
    this.erase = erase;
    this.retention = retention;
    this.own = own;
    this.accounts = accounts;
    this.audit = audit;
    this.today = today;
  }

  @GetMapping("/people/{id}/held")
  String held(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("code", model.getAttribute("code"));
    model.addAttribute("problem", model.getAttribute("problem"));
    return show(viewer, id, false, model);
  }

  @GetMapping("/people/{id}/held/file")
  void file(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response)
      throws IOException {
    send(viewer, id, page, response);
  }

  @GetMapping("/me")
  String me(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("code", null);
    model.addAttribute("problem", null);
    return show(viewer, ownPerson(viewer), true, model);
  }

  @GetMapping("/me/file")
  void myFile(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response)
      throws IOException {
    send(viewer, ownPerson(viewer), page, response);
  }

  private UUID ownPerson(Viewer viewer) {
    return own.person(viewer.account(), today.realDate())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(Viewer viewer, UUID id, boolean ownRecord, Model model) {
    model.addAttribute("held", find(viewer, id, false));
    model.addAttribute("own", ownRecord);
    return "vn/nenmong/privacy/held";
  }

  private void send(Viewer viewer, UUID id, Page page, HttpServletResponse response)
      throws IOException {
    sendHeld.run(page, find(viewer, id, true), response);
  }

  private Held find(Viewer viewer, UUID id, boolean whole) {
    return findHeld
        .run(viewer, id, whole)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// An account by which someone sees their own record.
  @PostMapping("/people/{id}/account")
  String invite(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String username,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      RedirectAttributes redirect) {
    HeldRepository.Whose whose = whose(viewer, id);
    try {
      redirect.addFlashAttribute(
          "code",
          accounts.inviteMember(
              viewer, username, whose.name(), id, own.pathOfCommune(viewer.scope(), id)));
    } catch (Refused refused) {
      redirect.addFlashAttribute("problem", page.t(refused.code(), refused.arguments()));
    }
    return "redirect:/people/" + id + "/held";
  }

  @GetMapping("/people/{id}/erase")
  String askErase(
      @PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    HeldRepository.Whose whose = whose(viewer, id);
    audit.look(viewer, whose.commune(), "person", id);
    model.addAttribute("whose", whose);
    model.addAttribute("problem", model.getAttribute("problem"));
    model.addAttribute("obstacle", retention.standsInTheWay(id).orElse(null));
    return "vn/nenmong/privacy/erase";
  }

  @PostMapping("/people/{id}/erase")
  String erase(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      RedirectAttributes redirect) {
    HeldRepository.Whose whose = whose(viewer, id);
    try {
      erase.run(viewer, whose, name, reason, page.t("privacy.nobody"));
    } catch (Refused refused) {
      redirect.addFlashAttribute("problem", page.t(refused.code(), refused.arguments()));
      return "redirect:/people/" + id + "/erase";
    }
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("privacy.erased"), null));
    return "redirect:/privacy/retention";
  }

  @PostMapping("/people/{id}/keep")
  String keep(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String until,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      RedirectAttributes redirect) {
    HeldRepository.Whose whose = whose(viewer, id);
    try {
      erase.keep(viewer, whose, reason, TypedDay.parse(until));
      redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("privacy.kept"), null));
      return "redirect:/privacy/retention";
    } catch (DateTimeException e) {
      redirect.addFlashAttribute("problem", page.t("account.grant.day"));
    } catch (Refused refused) {
      redirect.addFlashAttribute("problem", page.t(refused.code(), refused.arguments()));
    }
    return "redirect:/people/" + id + "/erase";
  }

  @GetMapping("/privacy/retention")
  String retention(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("rules", retention.rules(today.date()));
    model.addAttribute("due", retention.due(viewer.scope(), today.date()));
    return "vn/nenmong/privacy/retention";
  }

  @GetMapping("/privacy/processing")
  String processing(Model model) {
    model.addAttribute("processings", List.of(Processing.values()));
    return "vn/nenmong/privacy/processing";
  }

  @GetMapping("/privacy/processing/file")
  void processingFile(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      HttpServletResponse response)
      throws IOException {
    audit.record(viewer, viewer.onlyCommune(), "export", "processing", null, null);
    Processing.send(page, response);
  }

  private HeldRepository.Whose whose(Viewer viewer, UUID id) {
    try {
      return erase.whose(viewer, id);
    } catch (Refused unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.code(), unknown);
    }
  }
}
