package vn.nenmong.cadre.course;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.cadre.course.CourseRegisterRepository.Choice;
import vn.nenmong.cadre.course.CourseRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Courses that began in the period looked at, with how many took them.
@Controller
@ByOrganization
class CoursesController {

  /// The two ways to look at the courses of a year.
  static final Map<String, String> VIEWS = views();

  private final CourseRegisterRepository courses;
  private final RegisterReader reader;
  private final ExportRegister export;

  CoursesController(
      CourseRegisterRepository courses, RegisterReader reader, ExportRegister export) {
    this.courses = courses;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/courses")
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
                .totals(
                    Map.of(
                        "cadre.course.attended",
                        Value.count(
                            courses.attended(viewer.scope(), page.period(), asked, choice))))));
    return Register.VIEW;
  }

  @GetMapping("/courses/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  private static Map<String, String> views() {
    Map<String, String> views = new LinkedHashMap<>();
    views.put("/courses", "nav.courses");
    views.put("/courses/attendance", "cadre.course.attendance");
    return Collections.unmodifiableMap(views);
  }

  private Register<Row> register(Page page, Viewer viewer, Asked asked, Choice choice) {
    return Register.of(
            "/courses",
            "nav.courses",
            Register.Time.SPAN,
            courses.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("courses")
        .filters(
            Filter.texts(
                "kind",
                "cadre.course.kind",
                choice.kind(),
                courses.kinds(viewer.scope(), page.period())))
        .views(VIEWS);
  }
}
