package vn.nenmong.cadre.office;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.cadre.office.OfficeRegisterRepository.Choice;
import vn.nenmong.cadre.office.OfficeRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// Who holds which office of the Party, as of a day.
@Controller
@ByOrganization
class OfficesController {

  private final OfficeRegisterRepository offices;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  OfficesController(
      OfficeRegisterRepository offices,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.offices = offices;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/offices")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/offices/export")
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
            "/offices",
            "nav.offices",
            Register.Time.DAY,
            offices.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("offices")
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "role",
                "cadre.office.role",
                choice.role(),
                "cadre.office.role.",
                List.of(
                    "secretary",
                    "standing_deputy_secretary",
                    "deputy_secretary",
                    "standing_board_member",
                    "committee_member",
                    "other")));
  }
}
