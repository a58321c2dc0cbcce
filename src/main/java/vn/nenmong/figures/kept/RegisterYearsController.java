package vn.nenmong.figures.kept;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.figures.kept.RegisterYearRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
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
      Model model) {
    model.addAttribute(
        "shown", reader.show(register(page, viewer, asked).notes(notes(page, viewer))));
    return Register.VIEW;
  }

  @GetMapping("/registers/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked), response);
  }

  private Register<Row> register(Page page, Viewer viewer, Asked asked) {
    List<String> named =
        RegisterYearForm.REGISTERS.stream()
            .filter(register -> Vietnamese.fold(word(page, register)).contains(words(asked)))
            .toList();
    return Register.of(
            "/registers",
            "nav.registers",
            Register.Time.YEAR,
            years.query(viewer.scope(), page.period(), asked, named),
            asked)
        .entry("register-years");
  }

  private List<String> notes(Page page, Viewer viewer) {
    String missing =
        years.missing(viewer.scope(), page.period()).stream()
            .map(register -> word(page, register))
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? List.of(page.t("figures.kept.help"))
        : List.of(page.t("figures.kept.help"), page.t("figures.kept.missing", missing));
  }

  private static String words(Asked asked) {
    return Vietnamese.fold(asked.words());
  }

  private static String word(Page page, String register) {
    return page.t("figures.register." + register);
  }
}
