package vn.nenmong.resolution.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.resolution.register.ResolutionRegisterRepository.Choice;
import vn.nenmong.resolution.register.ResolutionRegisterRepository.Row;

/// Resolutions and programmes issued in the period looked at.
@Controller
@ByOrganization
class ResolutionsController {

  private final ResolutionRegisterRepository resolutions;
  private final RegisterReader reader;
  private final ExportRegister export;

  ResolutionsController(
      ResolutionRegisterRepository resolutions, RegisterReader reader, ExportRegister export) {
    this.resolutions = resolutions;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/resolutions")
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
                .totals(
                    Map.of(
                        "resolution.register.total.thematic",
                        Value.count(
                            resolutions.thematic(viewer.scope(), page.period(), asked, choice))))));
    return Register.VIEW;
  }

  @GetMapping("/resolutions/export")
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
            "/resolutions",
            "nav.resolutions",
            Register.Time.SPAN,
            resolutions.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("resolutions")
        .filters(
            Filter.texts(
                "kind",
                "resolution.register.kind",
                choice.kind(),
                resolutions.kinds(viewer.scope(), page.period())),
            Filter.words(
                "thematic",
                "resolution.register.thematic",
                choice.thematic(),
                "resolution.register.thematic.",
                List.of("yes", "no")));
  }
}
