package vn.nenmong.activity.study;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.nenmong.kernel.time.Today;

/// Enters sessions at which directives and resolutions were studied.
@Component
record StudyForm(RowRepository rows, Units units, Today today) implements TableForm {

  private static final RowTable TABLE =
      RowTable.of("study_session", "r.document")
          .text("document", "document")
          .id("organization", "organization_id")
          .day("heldOn", "held_on")
          .integer("due", "due")
          .integer("present", "present");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "studies";
  }

  @Override
  public String title() {
    return "activity.study.entry";
  }

  @Override
  public String page() {
    return "/studies";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("document", "activity.study.document", Kind.LONG_TEXT).needed().dittoed(),
        choice("organization", "activity.study.organization", units.all(viewer.scope(), on))
            .needed(),
        Field.of("heldOn", "activity.study.heldOn", Kind.DAY).needed().dittoed(),
        Field.of("due", "activity.study.due", Kind.INTEGER).needed(),
        Field.of("present", "activity.study.present", Kind.INTEGER).needed());
  }

  @Override
  public void check(Scope scope, Values values) {
    units.refuseUnlessOpen(
        scope,
        Objects.requireNonNull(values.id("organization")),
        Objects.requireNonNull(values.day("heldOn")),
        "heldOn");
    Check.atMost(values, "present", "due", "workbook.expected.presentWithinDue");
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("organization")), today.date());
  }
}
