package vn.nenmong.consolidation.visit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.ChargeViews;
import vn.nenmong.consolidation.visit.DueVisitRepository.Choice;
import vn.nenmong.consolidation.visit.DueVisitRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// When whoever is in charge of a cell is to visit it next; the most urgent first.
@Controller
@ByOrganization
class DueVisitsController {

  private final DueVisitRepository due;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  DueVisitsController(
      DueVisitRepository due, CellFilter cells, RegisterReader reader, ExportRegister export) {
    this.due = due;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/visits/due")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute(
        "shown",
        reader.show(
            register(page, viewer, asked, choice)
                .totals(due.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/visits/due/export")
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
    Asked sorted = asked.orSortedBy("due");
    return Register.of(
            "/visits/due",
            "consolidation.visit.due.register",
            Register.Time.DAY,
            due.query(viewer.scope(), page.period(), sorted, choice),
            sorted)
        .views(ChargeViews.visits(page))
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "state",
                "consolidation.visit.state",
                choice.state(),
                "consolidation.visit.state.",
                NextVisit.STATES));
  }
}
