package vn.nenmong.activity.meeting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.MeetingViews;
import vn.nenmong.activity.meeting.MeetingRegisterRepository.Choice;
import vn.nenmong.activity.meeting.MeetingRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// The meetings of the cells in the months looked at.
@Controller
@ByOrganization
class MeetingsController {

  private static final List<String> MONTHS =
      IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList();

  private final MeetingRegisterRepository meetings;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  MeetingsController(
      MeetingRegisterRepository meetings,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.meetings = meetings;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/meetings")
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
                .totals(meetings.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/meetings/export")
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
            "/meetings",
            "nav.meetings",
            Register.Time.SPAN,
            meetings.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("meetings")
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "kind",
                "activity.meeting.kind",
                choice.kind(),
                "activity.meeting.kind.",
                List.of("regular", "thematic")),
            Filter.words(
                "month",
                "activity.meeting.month",
                choice.month(),
                "activity.meeting.month.",
                MONTHS),
            Filter.words(
                    "rows",
                    "activity.meeting.rows",
                    choice.rows(),
                    "activity.meeting.rows.",
                    List.of("with", "only"))
                .without("activity.meeting.rows.without"))
        .views(MeetingViews.of(page));
  }
}
