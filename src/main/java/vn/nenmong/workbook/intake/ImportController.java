package vn.nenmong.workbook.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.workbook.mapping.Mapping;
import vn.nenmong.workbook.mapping.RejectedLines;
import vn.nenmong.workbook.reading.EmptyWorkbook;
import vn.nenmong.workbook.reading.Limits;
import vn.nenmong.workbook.reading.RejectedRows;

/// The steps of an import: choose a file, see how it was understood and what it would change,
/// confirm, see what became of it.
@Controller
class ImportController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String VIEWS = "vn/nenmong/workbook/intake/";

  private final UploadRepository uploads;
  private final WorkOnUpload work;
  private final ReadList lists;
  private final Audit audit;
  private final Today today;

  ImportController(
      UploadRepository uploads, WorkOnUpload work, ReadList lists, Audit audit, Today today) {
    this.uploads = uploads;
    this.work = work;
    this.lists = lists;
    this.audit = audit;
    this.today = today;
  }

  @GetMapping("/import")
  String start(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) String empty,
      Model model) {
    model.addAttribute("waiting", uploads.waiting(viewer.account()));
    model.addAttribute("history", uploads.history(viewer.scope()));
    model.addAttribute("noFile", empty != null);
    return VIEWS + "start";
  }

  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String receive(@ModelAttribute(binding = false) Viewer viewer, @RequestParam MultipartFile file)
      throws IOException {
    if (file.isEmpty()) {
      return "redirect:/import?empty";
    }
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    UUID id = work.receive(viewer, name, file.getBytes());
    return "redirect:/import/" + id;
  }

  @GetMapping("/import/{id}")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      @PathVariable UUID id,
      Model model,
      HttpServletResponse response) {
    Upload upload = find(viewer, id);
    boolean silent =
        upload.isWorking()
            && upload.touchedAt().plus(UploadRepository.SILENCE).isBefore(today.now());
    model.addAttribute("upload", upload);
    model.addAttribute("silent", silent);
    if (upload.isWorking() && !silent) {
      response.setHeader("Refresh", "1");
    }
    if (upload.isWorking() || upload.result() == null) {
      return VIEWS + "progress";
    }
    ImportResult result = work.result(upload);
    model.addAttribute("result", result);
    model.addAttribute("structural", ProblemGroup.of(result.structural()));
    model.addAttribute("problems", ProblemGroup.of(result.problems()));
    return VIEWS + (upload.state().equals("done") ? "done" : "preview");
  }

  @PostMapping("/import/{id}")
  String confirm(
      @ModelAttribute(binding = false) Viewer viewer,
      @PathVariable UUID id,
      @RequestParam Map<String, String> form) {
    find(viewer, id);
    work.confirm(viewer, id, form.containsKey("skip"), answers(form));
    return "redirect:/import/" + id;
  }

  @PostMapping("/import/{id}/again")
  String again(@ModelAttribute(binding = false) Viewer viewer, @PathVariable UUID id) {
    find(viewer, id);
    work.readAgain(viewer, id);
    return "redirect:/import/" + id;
  }

  @PostMapping("/import/{id}/discard")
  String discard(@ModelAttribute(binding = false) Viewer viewer, @PathVariable UUID id) {
    uploads.delete(id, viewer.account(), today.now());
    return "redirect:/import";
  }

  @GetMapping("/import/empty.xlsx")
  void empty(@ModelAttribute(binding = false) Page page, HttpServletResponse response)
      throws IOException {
    int year = page.on().getYear();
    attach(response, "so-chi-bo-" + year + ".xlsx");
    EmptyWorkbook.write(year, response.getOutputStream());
  }

  @GetMapping("/import/{id}/rejected.xlsx")
  void rejected(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @PathVariable UUID id,
      HttpServletResponse response)
      throws IOException {
    Upload upload = find(viewer, id);
    byte[] content =
        uploads
            .content(id, viewer.account())
            .filter(bytes -> upload.result() != null)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    ImportResult result = work.result(upload);
    audit.record(viewer, viewer.onlyCommune(), "export", "workbook", null, null);
    attach(response, "dong-khong-nhap.xlsx");
    Mapping mapping = lists.ofUpload(viewer, id);
    String heading = page.t("workbook.import.reason");
    WorkOnUpload.with(
        content,
        file -> {
          if (mapping == null) {
            RejectedRows.write(
                file,
                Limits.DEFAULT,
                result.communeCode(),
                result.allProblems(),
                heading,
                response.getOutputStream());
          } else {
            RejectedLines.write(
                file, mapping, result.allProblems(), heading, response.getOutputStream());
          }
          return file;
        });
  }

  private Upload find(Viewer viewer, UUID id) {
    return uploads
        .find(id, viewer.account())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// `kind.cattle=KT01`; `who.45=…`, the id of someone or `new`; `ended.members` for all or
  /// `ended.members.ID` for one of a register, with `day.` and `reason.` of the same name. Where
  /// one has no day or reason of its own, those for all are meant.
  private static Answers answers(Map<String, String> form) {
    Map<Integer, Optional<UUID>> people = new HashMap<>();
    Map<String, String> kinds = new HashMap<>();
    Map<UUID, Ending> endings = new HashMap<>();
    Map<String, Ending> endingsOfAll = new HashMap<>();
    try {
      form.forEach((name, value) -> {
        if (name.startsWith("kind.")) {
          kinds.put(name.substring(5), value);
        } else if (name.startsWith("who.") && !value.isEmpty()) {
          people.put(
              Integer.valueOf(name.substring(4)),
              value.equals("new") ? Optional.empty() : Optional.of(UUID.fromString(value)));
        } else if (name.startsWith("ended.")) {
          String what = name.substring(6);
          int dot = what.indexOf('.');
          if (dot < 0) {
            endingsOfAll.put(what, ending(form, what, what));
          } else {
            endings.put(
                UUID.fromString(what.substring(dot + 1)),
                ending(form, what, what.substring(0, dot)));
          }
        }
      });
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.badRequest", e);
    }
    return new Answers(people, kinds, endings, endingsOfAll);
  }

  private static Ending ending(Map<String, String> form, String what, String all) {
    return new Ending(own(form, "day.", what, all), own(form, "reason.", what, all));
  }

  private static String own(Map<String, String> form, String prefix, String what, String all) {
    String own = form.getOrDefault(prefix + what, "").strip();
    return own.isEmpty() ? form.getOrDefault(prefix + all, "").strip() : own;
  }

  private static void attach(HttpServletResponse response, String name) {
    response.setContentType(XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
  }
}
