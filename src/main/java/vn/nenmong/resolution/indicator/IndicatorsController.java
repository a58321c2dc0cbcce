package vn.nenmong.resolution.indicator;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.resolution.indicator.IndicatorRegisterRepository.Choice;
import vn.nenmong.resolution.indicator.IndicatorRegisterRepository.Row;

/// Indicators of the year against the plan and the year before.
@Controller
@ByOrganization
class IndicatorsController {

  private final IndicatorRegisterRepository indicators;
  private final RegisterReader reader;
  private final ExportRegister export;

  IndicatorsController(
      IndicatorRegisterRepository indicators, RegisterReader reader, ExportRegister export) {
    this.indicators = indicators;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/indicators")
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
                .totals(indicators.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/indicators/export")
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
            "/indicators",
            "nav.indicators",
            Register.Time.YEAR,
            indicators.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("indicators")
        .filters(
            Filter.words(
                "state",
                "resolution.indicator.state",
                choice.state(),
                "resolution.indicator.state.",
                List.of("reached", "missed", "open")));
  }
}
