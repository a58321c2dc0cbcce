package vn.nenmong.consolidation.agency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.agency.AgencyRegisterRepository.Choice;
import vn.nenmong.consolidation.agency.AgencyRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// The agencies of a commune as of a day, and which of them have a cell.
@Controller
@ByOrganization
class AgenciesController {

  private final AgencyRegisterRepository agencies;
  private final RegisterReader reader;
  private final ExportRegister export;

  AgenciesController(
      AgencyRegisterRepository agencies, RegisterReader reader, ExportRegister export) {
    this.agencies = agencies;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/agencies")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/agencies/export")
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
            "/agencies",
            "nav.agencies",
            Register.Time.DAY,
            agencies.query(
                viewer.scope(),
                page.period(),
                asked,
                choice,
                page.mayOpen("/history/" + viewer.account())),
            asked)
        .entry("agencies")
        .views(Map.of("/coverage", "nav.coverage"))
        .filters(
            Filter.words("kind", "agency.kind", choice.kind(), "agency.kind.", AgencyKind.codes()),
            Filter.words(
                "state", "agency.state", choice.state(), "agency.", List.of("with", "without")));
  }
}
