package vn.nenmong.membership.candidate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.candidate.CandidateRegisterRepository.Choice;
import vn.nenmong.membership.candidate.CandidateRegisterRepository.Row;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// Outstanding people on the way to admission, as of a day.
@Controller
@ByOrganization
class CandidatesController {

  private final CandidateRegisterRepository candidates;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  CandidatesController(
      CandidateRegisterRepository candidates,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.candidates = candidates;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/candidates")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/candidates/export")
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
            "/candidates",
            "nav.candidates",
            Register.Time.DAY,
            candidates.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("candidates")
        .views(Map.of("/candidates/board", "nav.board"))
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "status",
                "membership.candidate.status",
                choice.status(),
                "membership.candidate.status.",
                List.of("listed", "class_taken", "dossier_complete", "admitted", "withdrawn")));
  }
}
