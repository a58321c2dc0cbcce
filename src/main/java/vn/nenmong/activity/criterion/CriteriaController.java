package vn.nenmong.activity.criterion;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.MeetingViews;
import vn.nenmong.activity.criterion.CriterionRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// The criteria of a commune that hold or are to come.
@Controller
@ByOrganization
class CriteriaController {

  private final CriterionRegisterRepository criteria;
  private final RegisterReader reader;
  private final ExportRegister export;

  CriteriaController(
      CriterionRegisterRepository criteria, RegisterReader reader, ExportRegister export) {
    this.criteria = criteria;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/meetings/criteria")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Model model) {
    model.addAttribute(
        "shown",
        reader.show(
            register(page, viewer, asked)
                .totals(criteria.totals(viewer.scope(), page.period(), asked))));
    return Register.VIEW;
  }

  @GetMapping("/meetings/criteria/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked), response);
  }

  private Register<Row> register(Page page, Viewer viewer, Asked asked) {
    return Register.of(
            "/meetings/criteria",
            "activity.criterion.title",
            Register.Time.DAY,
            criteria.query(viewer.scope(), page.period(), asked),
            asked)
        .entry("meetings-criteria")
        .views(MeetingViews.of(page))
        .notes(notes(page, criteria.sums(viewer.scope(), page.on())));
  }

  /// Where the most that can be reached is not a hundred.
  private static List<String> notes(Page page, List<Integer> sums) {
    return Stream.concat(
            Stream.of(page.t("activity.criterion.help")),
            sums.stream()
                .filter(sum -> sum != 100)
                .map(sum -> page.t("activity.criterion.notHundred", page.number(sum))))
        .toList();
  }
}
