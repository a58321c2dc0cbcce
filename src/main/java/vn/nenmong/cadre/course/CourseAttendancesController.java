package vn.nenmong.cadre.course;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.cadre.course.CourseAttendanceRegisterRepository.Choice;
import vn.nenmong.cadre.course.CourseAttendanceRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Who took which course that began in the period looked at.
@Controller
@ByOrganization
class CourseAttendancesController {

  private final CourseAttendanceRegisterRepository courseAttendances;
  private final RegisterReader reader;
  private final ExportRegister export;

  CourseAttendancesController(
      CourseAttendanceRegisterRepository courseAttendances,
      RegisterReader reader,
      ExportRegister export) {
    this.courseAttendances = courseAttendances;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/courses/attendance")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/courses/attendance/export")
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
            "/courses/attendance",
            "cadre.course.attendance",
            Register.Time.SPAN,
            courseAttendances.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("course-attendance")
        .filters(
            Filter.texts(
                "course",
                "cadre.course.name",
                choice.course(),
                courseAttendances.courses(viewer.scope(), page.period())))
        .views(CoursesController.VIEWS);
  }
}
