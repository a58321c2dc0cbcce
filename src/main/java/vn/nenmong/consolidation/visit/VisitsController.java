package vn.nenmong.consolidation.visit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.ChargeViews;
import vn.nenmong.consolidation.visit.VisitRegisterRepository.Choice;
import vn.nenmong.consolidation.visit.VisitRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// The visits to cells by those in charge of them, and each of them in full.
@Controller
@ByOrganization
class VisitsController {

  private final VisitRegisterRepository register;
  private final VisitRepository visits;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;
  private final Audit audit;

  VisitsController(
      VisitRegisterRepository register,
      VisitRepository visits,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export,
      Audit audit) {
    this.register = register;
    this.visits = visits;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
    this.audit = audit;
  }

  @GetMapping("/visits")
  String list(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute(
        "shown",
        reader.show(
            register(page, viewer, asked, choice)
                .totals(register.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/visits/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  /// The newest first.
  private Register<Row> register(Page page, Viewer viewer, Asked asked, Choice choice) {
    Asked sorted = asked.orSortedBy("-day");
    return Register.of(
            "/visits",
            "consolidation.visit.register",
            Register.Time.SPAN,
            register.query(viewer.scope(), page.period(), sorted, choice),
            sorted)
        .views(ChargeViews.visits(page))
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.texts(
                "person",
                "consolidation.visit.person",
                choice.person(),
                register.people(viewer.scope(), page.period())));
  }

  @GetMapping("/visits/{id}")
  String show(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    Visit visit =
        visits
            .find(viewer.scope(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    audit.look(viewer, visit.communeId(), RecordVisit.SUBJECT, id);
    model.addAttribute("visit", visit);
    model.addAttribute("changeable", visit.isChangeableBy(viewer));
    return "vn/nenmong/consolidation/visit/show";
  }
}
