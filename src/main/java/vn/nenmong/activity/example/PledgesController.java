package vn.nenmong.activity.example;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.example.PledgeRegisterRepository.Choice;
import vn.nenmong.activity.example.PledgeRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// What members undertake in a year, and what came of it.
@Controller
@ByOrganization
class PledgesController {

  private final PledgeRegisterRepository pledges;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  PledgesController(
      PledgeRegisterRepository pledges,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.pledges = pledges;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/examples")
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
                .totals(pledges.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/examples/export")
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
            "/examples",
            "nav.examples",
            Register.Time.YEAR,
            pledges.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("examples")
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "result",
                "activity.pledge.result",
                choice.result(),
                "activity.pledge.result.",
                PledgeRegisterRepository.RESULTS));
  }
}
