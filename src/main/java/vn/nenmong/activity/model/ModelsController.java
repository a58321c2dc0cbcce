package vn.nenmong.activity.model;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.model.ModelRegisterRepository.Choice;
import vn.nenmong.activity.model.ModelRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Models of members who develop the economy, with their stage and income of the year.
@Controller
@ByOrganization
class ModelsController {

  private final ModelRegisterRepository models;
  private final RegisterReader reader;
  private final ExportRegister export;

  ModelsController(ModelRegisterRepository models, RegisterReader reader, ExportRegister export) {
    this.models = models;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/models")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/models/export")
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
            "/models",
            "nav.models",
            Register.Time.YEAR,
            models.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("models")
        .filters(
            Filter.words(
                "stage",
                "activity.model.stage",
                choice.stage(),
                "activity.model.stage.",
                List.of("pilot", "replicated")));
  }
}
