package vn.nenmong.consolidation.visit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.ChargeViews;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// How often cells are to be visited, as the office set it through time.
@Controller
@ByOrganization
class IntervalsController {

  private final IntervalRepository intervals;
  private final RegisterReader reader;
  private final ExportRegister export;

  IntervalsController(IntervalRepository intervals, RegisterReader reader, ExportRegister export) {
    this.intervals = intervals;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/visits/intervals")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked)));
    return Register.VIEW;
  }

  @GetMapping("/visits/intervals/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked), response);
  }

  private Register<IntervalRepository.Row> register(Page page, Viewer viewer, Asked asked) {
    Asked sorted = asked.orSortedBy("-since");
    return Register.of(
            "/visits/intervals",
            "consolidation.interval.register",
            Register.Time.ALWAYS,
            intervals.query(viewer.scope(), page.period(), sorted),
            sorted)
        .entry("visits-intervals")
        .views(ChargeViews.visits(page))
        .notes(List.of(page.t("consolidation.interval.help")));
  }
}
