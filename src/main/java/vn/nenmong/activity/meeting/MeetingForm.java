package vn.nenmong.activity.meeting;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Enters meetings of cells: each is of the month that it was held in.
@Component
record MeetingForm(RowRepository rows, Units units, Today today) implements TableForm {

  private static final RowTable TABLE =
      RowTable.of(
              "meeting",
              "to_char(r.held_on, 'DD/MM/YYYY') || ' ' || " + RowTable.organization("r.cell_id"))
          .id("cell", "cell_id")
          .day("heldOn", "held_on")
          .follows("month", "cast(date_trunc('month', cast(:heldOn as date)) as date)")
          .text("kind", "kind")
          .integer("due", "due")
          .integer("present", "present")
          .text("absenceReason", "absence_reason");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "meetings";
  }

  @Override
  public String title() {
    return "activity.meeting.entry";
  }

  @Override
  public String page() {
    return "/meetings";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("cell", "activity.meeting.cell", units.cells(viewer.scope(), on)).needed(),
        Field.of("heldOn", "activity.meeting.heldOn", Kind.DAY).needed().dittoed(),
        choice(
                "kind",
                "activity.meeting.kind",
                List.of(
                    Choice.word("regular", "activity.meeting.kind.regular"),
                    Choice.word("thematic", "activity.meeting.kind.thematic")))
            .needed()
            .dittoed(),
        Field.of("due", "activity.meeting.due", Kind.INTEGER),
        Field.of("present", "activity.meeting.present", Kind.INTEGER),
        Field.of("absenceReason", "activity.meeting.absenceReason", Kind.TEXT));
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("cell")), today.date());
  }
}
