package vn.nenmong.activity.study;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.study.StudyRegisterRepository.Choice;
import vn.nenmong.activity.study.StudyRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Sessions at which resolutions and directives were studied, in the period looked at.
@Controller
@ByOrganization
class StudiesController {

  private final StudyRegisterRepository studies;
  private final RegisterReader reader;
  private final ExportRegister export;

  StudiesController(StudyRegisterRepository studies, RegisterReader reader, ExportRegister export) {
    this.studies = studies;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/studies")
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
                .totals(studies.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/studies/export")
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
            "/studies",
            "nav.studies",
            Register.Time.SPAN,
            studies.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("studies")
        .filters(
            Filter.texts(
                "of",
                "activity.study.organization",
                choice.of(),
                studies.organizations(viewer.scope(), page.period())));
  }
}
