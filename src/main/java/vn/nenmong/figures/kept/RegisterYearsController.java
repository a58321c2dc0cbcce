package vn.nenmong.figures.kept;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.figures.kept.RegisterYearRegisterRepository.Choice;
import vn.nenmong.figures.kept.RegisterYearRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Which registers of the year count as complete, and which do not yet.
@Controller
@ByOrganization
class RegisterYearsController {

  private final RegisterYearRegisterRepository years;
  private final RegisterReader reader;
  private final ExportRegister export;

  RegisterYearsController(
      RegisterYearRegisterRepository years, RegisterReader reader, ExportRegister export) {
    this.years = years;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/registers")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    Register<Row> register = register(page, viewer, asked, choice);
    model.addAttribute(
        "shown",
        reader.show(
            register
                .totals(years.totals(register.query()))
                .notes(List.of(page.t("figures.kept.help")))));
    return Register.VIEW;
  }

  @GetMapping("/registers/export")
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
    String words = Vietnamese.fold(asked.words());
    List<String> named =
        Registers.ALL.stream()
            .filter(
                register -> Vietnamese.fold(page.t("figures.register." + register)).contains(words))
            .toList();
    return Register.of(
            "/registers",
            "nav.registers",
            Register.Time.YEAR,
            years.query(viewer.scope(), page.period(), asked, choice, named),
            asked)
        .entry("register-years")
        .filters(
            Filter.words(
                "state",
                "figures.kept.state",
                choice.state(),
                "figures.kept.state.",
                List.of("complete", "missing")));
  }
}
