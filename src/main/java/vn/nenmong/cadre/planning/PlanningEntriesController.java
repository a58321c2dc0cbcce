package vn.nenmong.cadre.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.cadre.planning.PlanningRegisterRepository.Choice;
import vn.nenmong.cadre.planning.PlanningRegisterRepository.PostAndTerm;
import vn.nenmong.cadre.planning.PlanningRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Entries in the planning of cadres that are in force in the year.
@Controller
@ByOrganization
class PlanningEntriesController {

  private final PlanningRegisterRepository planningEntries;
  private final RegisterReader reader;
  private final ExportRegister export;

  PlanningEntriesController(
      PlanningRegisterRepository planningEntries, RegisterReader reader, ExportRegister export) {
    this.planningEntries = planningEntries;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/planning")
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
                .totals(planningEntries.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/planning/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  private static List<String> distinct(
      List<PostAndTerm> choices, Function<PostAndTerm, String> part) {
    return choices.stream().map(part).distinct().toList();
  }

  private Register<Row> register(Page page, Viewer viewer, Asked asked, Choice choice) {
    List<PostAndTerm> choices = planningEntries.choices(viewer.scope(), page.period());
    return Register.of(
            "/planning",
            "nav.planning",
            Register.Time.YEAR,
            planningEntries.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("planning")
        .filters(
            Filter.texts(
                "post", "cadre.planning.post", choice.post(), distinct(choices, PostAndTerm::post)),
            Filter.texts(
                "term",
                "cadre.planning.term",
                choice.term(),
                distinct(choices, PostAndTerm::term)));
  }
}
