package vn.nenmong.activity.meeting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.MeetingViews;
import vn.nenmong.activity.meeting.MeetingGridRegisterRepository.Choice;
import vn.nenmong.activity.meeting.MeetingGridRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Which cell met in which month of the year, and where a month was missed.
@Controller
@ByOrganization
class MeetingGridsController {

  private final MeetingGridRegisterRepository meetingGrids;
  private final RegisterReader reader;
  private final ExportRegister export;

  MeetingGridsController(
      MeetingGridRegisterRepository meetingGrids, RegisterReader reader, ExportRegister export) {
    this.meetingGrids = meetingGrids;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/meetings/months")
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
                .totals(meetingGrids.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/meetings/months/export")
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
            "/meetings/months",
            "activity.meeting.months",
            Register.Time.YEAR,
            meetingGrids.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .filters(
            Filter.words(
                "state",
                "activity.meeting.state",
                choice.state(),
                "activity.meeting.state.",
                List.of("missed", "complete")))
        .views(MeetingViews.of(page))
        .notes(List.of(page.t("activity.meeting.months.help")));
  }
}
