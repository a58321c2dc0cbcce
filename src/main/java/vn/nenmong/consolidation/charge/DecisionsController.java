package vn.nenmong.consolidation.charge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.ChargeViews;
import vn.nenmong.consolidation.charge.DecisionRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// The decisions under which charges stand, and each of them as a whole.
@Controller
@ByOrganization
class DecisionsController {

  private final DecisionRegisterRepository register;
  private final DecisionRepository decisions;
  private final RegisterReader reader;
  private final ExportRegister export;

  DecisionsController(
      DecisionRegisterRepository register,
      DecisionRepository decisions,
      RegisterReader reader,
      ExportRegister export) {
    this.register = register;
    this.decisions = decisions;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/charges/decisions")
  String list(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked)));
    return Register.VIEW;
  }

  @GetMapping("/charges/decisions/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked), response);
  }

  /// The newest first; papers that charges were entered with alone are named above.
  private Register<Row> register(Page page, Viewer viewer, Asked asked) {
    Asked sorted = asked.orSortedBy("-day");
    List<String> loose =
        page.mayOpen("/charges/decisions/new")
            ? decisions.loose(viewer.scope(), page.on())
            : List.of();
    return Register.of(
            "/charges/decisions",
            "consolidation.decision.register",
            Register.Time.DAY,
            register.query(viewer.scope(), page.period(), sorted),
            sorted)
        .views(ChargeViews.charges(page))
        .notes(
            loose.isEmpty()
                ? List.of()
                : List.of(page.t("consolidation.decision.loose", String.join(", ", loose))));
  }

  @GetMapping("/charges/decisions/{id}")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    DecisionFacts decision =
        decisions
            .find(viewer.scope(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("decision", decision);
    model.addAttribute("lines", decisions.lines(viewer.scope(), id, page.on()));
    model.addAttribute("replaced", decisions.replaced(viewer.scope(), id, page.on()));
    return "vn/nenmong/consolidation/charge/decision";
  }
}
