package vn.nenmong.cadre.course;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Check;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;

/// Enters courses and classes that were held.
@Component
record CourseForm(RowRepository rows, Units units) implements TableForm {

  private static final RowTable TABLE =
      RowTable.of("course", "r.name")
          .commune("commune")
          .text("name", "name")
          .text("kind", "kind")
          .day("fromDay", "from_day")
          .day("toDay", "to_day");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "courses";
  }

  @Override
  public String title() {
    return "cadre.course.entry";
  }

  @Override
  public String page() {
    return "/courses";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("commune", "cadre.course.commune", units.communes(viewer.scope(), on))
            .needed()
            .dittoed(),
        Field.of("name", "cadre.course.name", Kind.TEXT).needed(),
        Field.of("kind", "cadre.course.kind", Kind.TEXT).needed().dittoed(),
        Field.of("fromDay", "cadre.course.fromDay", Kind.DAY).needed(),
        Field.of("toDay", "cadre.course.toDay", Kind.DAY));
  }

  @Override
  public void check(Scope scope, Values values) {
    Check.inOrder(values, "fromDay", "toDay", "workbook.expected.endAfterStart");
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return UUID.fromString(values.needed("commune"));
  }
}
