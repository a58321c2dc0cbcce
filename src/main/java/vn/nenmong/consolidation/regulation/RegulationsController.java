package vn.nenmong.consolidation.regulation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
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
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// Whether each organization has a working regulation in force, and all versions there were.
@Controller
@ByOrganization
class RegulationsController {

  private final RegulationRegisterRepository regulations;
  private final VersionRegisterRepository versions;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  RegulationsController(
      RegulationRegisterRepository regulations,
      VersionRegisterRepository versions,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.regulations = regulations;
    this.versions = versions;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/regulations")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      RegulationRegisterRepository.Choice choice,
      Model model) {
    model.addAttribute(
        "shown",
        reader.show(
            register(page, viewer, asked, choice)
                .totals(regulations.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/regulations/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      RegulationRegisterRepository.Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  @GetMapping("/regulations/versions")
  String versions(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      VersionRegisterRepository.Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(versions(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/regulations/versions/export")
  void exportVersions(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      VersionRegisterRepository.Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, versions(page, viewer, asked, choice), response);
  }

  /// Those without one first.
  private Register<RegulationRegisterRepository.Row> register(
      Page page, Viewer viewer, Asked asked, RegulationRegisterRepository.Choice choice) {
    Asked sorted = asked.orSortedBy("state");
    return Register.of(
            "/regulations",
            "nav.regulations",
            Register.Time.DAY,
            regulations.query(viewer.scope(), page.period(), sorted, choice),
            sorted)
        .entry(RegulationForm.REGISTER)
        .views(views(page))
        .filters(
            Filter.words(
                "state",
                "consolidation.regulation.state",
                choice.state(),
                "consolidation.regulation.state.",
                List.of("without", "with")),
            Filter.words(
                "kind",
                "consolidation.regulation.kind",
                choice.kind(),
                "consolidation.regulation.kind.",
                List.of("cell", "committee")));
  }

  private Register<VersionRegisterRepository.Row> versions(
      Page page, Viewer viewer, Asked asked, VersionRegisterRepository.Choice choice) {
    return Register.of(
            "/regulations/versions",
            "consolidation.regulation.versions",
            Register.Time.ALWAYS,
            versions.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry(RegulationForm.REGISTER)
        .views(views(page))
        .filters(cells.of(viewer.scope(), page.period(), choice.cell()));
  }

  private static Map<String, String> views(Page page) {
    Map<String, String> views = new LinkedHashMap<>();
    views.put("/regulations", "consolidation.regulation.views.now");
    views.put("/regulations/versions", "consolidation.regulation.versions");
    if (page.mayOpen("/regulations/new")) {
      views.put("/regulations/new", "consolidation.regulation.views.new");
    }
    return views;
  }
}
