package vn.nenmong.activity.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.MeetingViews;
import vn.nenmong.activity.attendance.AttendanceRegisterRepository.Choice;
import vn.nenmong.activity.attendance.AttendanceRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.RuleWords;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Who of the members was at the meetings of a year.
@Controller
@ByOrganization
class AttendanceController {

  private final AttendanceRegisterRepository attendance;
  private final CellFilter cells;
  private final Rulebooks rulebooks;
  private final RegisterReader reader;
  private final ExportRegister export;

  AttendanceController(
      AttendanceRegisterRepository attendance,
      CellFilter cells,
      Rulebooks rulebooks,
      RegisterReader reader,
      ExportRegister export) {
    this.attendance = attendance;
    this.cells = cells;
    this.rulebooks = rulebooks;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/meetings/attendance")
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
                .totals(attendance.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/meetings/attendance/export")
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
    Function<UUID, Rulebook> rules = rulebooks.of(viewer.communes());
    return Register.of(
            "/meetings/attendance",
            "activity.attendance.title",
            Register.Time.YEAR,
            attendance.query(
                viewer.scope(),
                page.period(),
                asked,
                choice,
                commune -> most(rules.apply(commune), page)),
            asked)
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "absent",
                "activity.attendance.absent",
                choice.absent(),
                "activity.attendance.absent.",
                AttendanceRegisterRepository.ABSENCES))
        .views(MeetingViews.of(page))
        .notes(
            Stream.concat(
                    Stream.of(page.t("activity.attendance.help")),
                    RuleWords.said(
                        page,
                        viewer.communes().stream().map(rules).toList(),
                        Rule.MEETING_LEAVE_RUNNING,
                        "activity.attendance.rule",
                        "activity.attendance.noRule")
                        .stream())
                .toList());
  }

  private static @Nullable Integer most(Rulebook rules, Page page) {
    return rules.on(page.on(), Rule.MEETING_LEAVE_RUNNING).map(RuleValue::integer).orElse(null);
  }
}
