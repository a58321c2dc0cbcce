package vn.nenmong.cadre.course;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Values;

/// Enters who attended a course.
@Component
record AttendanceForm(RowRepository rows, CourseRegisterRepository courses) implements TableForm {

  private static final RowTable TABLE =
      RowTable.keyed("course_attendance", RowTable.person("r.person_id"), "course_id", "person_id")
          .id("course", "course_id")
          .id("person", "person_id")
          .text("position", "position");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "course-attendance";
  }

  @Override
  public String title() {
    return "cadre.course.attendance.entry";
  }

  @Override
  public String page() {
    return "/courses/attendance";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("course", "cadre.course.name", courses.choices(viewer.scope())).needed().dittoed(),
        Field.of("person", "cadre.course.person", Kind.PERSON).needed(),
        Field.of("position", "cadre.course.position", Kind.TEXT));
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfPerson(scope, UUID.fromString(values.needed("person")));
  }
}
