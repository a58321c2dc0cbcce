package vn.nenmong.trail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.trail.TrailLineRepository.Choice;
import vn.nenmong.trail.TrailLineRepository.Row;

/// Who did, saw and took out what, and the heads by which it is known that nothing is missing.
@Controller
@ByOrganization
class TrailController {

  private final TrailLineRepository lines;
  private final TrailRepository trail;
  private final RegisterReader reader;
  private final ExportRegister export;
  private final Audit audit;
  private final Today today;

  TrailController(
      TrailLineRepository lines,
      TrailRepository trail,
      RegisterReader reader,
      ExportRegister export,
      Audit audit,
      Today today) {
    this.lines = lines;
    this.trail = trail;
    this.reader = reader;
    this.export = export;
    this.audit = audit;
    this.today = today;
  }

  @GetMapping("/trail")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/trail/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  /// The heads of the communes that the viewer sees, as `doctor --head` takes them.
  @GetMapping("/trail/heads/file")
  ResponseEntity<String> heads(@ModelAttribute(binding = false) Viewer viewer) {
    audit.record(viewer, viewer.onlyCommune(), "export", "trail", null, null);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("nen-mong-heads-" + today.realDate() + ".txt")
                .build()
                .toString())
        .body(String.join("\n", Head.file(trail.heads(false))) + "\n");
  }

  private static Map<String, String> views() {
    Map<String, String> views = new LinkedHashMap<>();
    views.put("/trail", "nav.trail");
    views.put("/trail/heads/file", "trail.heads");
    return views;
  }

  /// The trail goes by the clock, whatever day the program works on or a page looks at.
  private Register<Row> register(Page page, Viewer viewer, Asked given, Choice choice) {
    Asked asked = given.orSortedBy("-at");
    return Register.of(
            "/trail",
            "nav.trail",
            Register.Time.ALWAYS,
            lines.query(viewer.scope(), asked, choice),
            asked)
        .views(views())
        .notes(
            List.of(page.t("trail.help"), page.t("trail.waiting", lines.waiting(viewer.scope()))))
        .filters(
            Filter.words(
                "did", "trail.did", choice.did(), "trail.did.", TrailLineRepository.ACTIONS),
            Filter.texts("who", "trail.who", choice.who(), lines.accounts(viewer.scope())),
            Filter.texts("day", "trail.day", choice.day(), lines.days(viewer.scope())));
  }
}
