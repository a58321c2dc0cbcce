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
import vn.nenmong.consolidation.charge.CommitteeRegisterRepository.Choice;
import vn.nenmong.consolidation.charge.CommitteeRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// The members of the committee with the cells that they are in charge of, and those without one.
@Controller
@ByOrganization
class CommitteeController {

  private final CommitteeRegisterRepository committee;
  private final RegisterReader reader;
  private final ExportRegister export;

  CommitteeController(
      CommitteeRegisterRepository committee, RegisterReader reader, ExportRegister export) {
    this.committee = committee;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/charges/committee")
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
                .totals(committee.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/charges/committee/export")
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
            "/charges/committee",
            "consolidation.committee.register",
            Register.Time.DAY,
            committee.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .views(ChargeViews.charges(page))
        .filters(
            Filter.words(
                "state",
                "consolidation.charge.state",
                choice.state(),
                "consolidation.committee.state.",
                List.of("with", "without")));
  }
}
