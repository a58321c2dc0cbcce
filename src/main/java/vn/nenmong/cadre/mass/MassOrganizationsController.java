package vn.nenmong.cadre.mass;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.cadre.mass.MassOrganizationRegisterRepository.Choice;
import vn.nenmong.cadre.mass.MassOrganizationRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// The Front and the mass organizations in the year.
@Controller
@ByOrganization
class MassOrganizationsController {

  private final MassOrganizationRegisterRepository massOrganizations;
  private final RegisterReader reader;
  private final ExportRegister export;

  MassOrganizationsController(
      MassOrganizationRegisterRepository massOrganizations,
      RegisterReader reader,
      ExportRegister export) {
    this.massOrganizations = massOrganizations;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/mass-organizations")
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
                .totals(massOrganizations.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/mass-organizations/export")
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
            "/mass-organizations",
            "nav.massOrganizations",
            Register.Time.YEAR,
            massOrganizations.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("mass-organizations");
  }
}
