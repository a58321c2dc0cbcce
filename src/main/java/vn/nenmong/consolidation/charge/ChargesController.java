package vn.nenmong.consolidation.charge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.ChargeViews;
import vn.nenmong.consolidation.charge.ChargeRegisterRepository.Choice;
import vn.nenmong.consolidation.charge.ChargeRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// Who of the committee is in charge of which cell, as of a day; cells without anyone too.
@Controller
@ByOrganization
class ChargesController {

  private final ChargeRegisterRepository charges;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  ChargesController(
      ChargeRegisterRepository charges,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.charges = charges;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/charges")
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
                .totals(charges.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/charges/export")
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
            "/charges",
            "nav.charges",
            Register.Time.DAY,
            charges.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("charges")
        .views(ChargeViews.charges(page))
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "state",
                "consolidation.charge.state",
                choice.state(),
                "consolidation.charge.state.",
                List.of("with", "without")));
  }
}
