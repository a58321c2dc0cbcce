package vn.nenmong.activity.meeting;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Check;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Enters meetings of cells: each is for a month, that of its day unless another is told.
@Component
record MeetingForm(RowRepository rows, Units units, Today today) implements TableForm {

  /// The month that a meeting is for: a few days early or late it still lies nearest to its day.
  private static final String MONTH =
      """
      (select coalesce(
        (select m.month
         from generate_series(-1, 1) years
         cross join lateral (
           select make_date(
             cast(extract(year from held.day) as int) + years, cast(:month as int), 1) as month) m
         order by abs(m.month - held.day)
         limit 1),
        cast(date_trunc('month', held.day) as date))
      from (select cast(:heldOn as date) as day) held)
      """;

  private static final RowTable TABLE =
      RowTable.of(
              "meeting",
              "to_char(r.held_on, 'DD/MM/YYYY') || ' ' || " + RowTable.organization("r.cell_id"))
          .id("cell", "cell_id")
          .day("heldOn", "held_on")
          .column("month", "month", "cast(extract(month from r.month) as text)", MONTH)
          .text("kind", "kind")
          .integer("due", "due")
          .integer("present", "present")
          .text("absenceReason", "absence_reason")
          .told("kept", "cast(r.kept_id as text)");

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
            "month",
            "activity.meeting.for",
            IntStream.rangeClosed(1, 12)
                .mapToObj(String::valueOf)
                .map(month -> Choice.word(month, "activity.meeting.month." + month))
                .toList()),
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
  public void check(Scope scope, Values values) {
    LocalDate heldOn = Objects.requireNonNull(values.day("heldOn"));
    units.refuseUnlessOpen(scope, Objects.requireNonNull(values.id("cell")), heldOn, "heldOn");
    Check.atMost(values, "present", "due", "workbook.expected.presentWithinDue");
    Integer month = values.integer("month");
    int apart = month == null ? 0 : Math.floorMod(month - heldOn.getMonthValue(), 12);
    if (apart > 1 && apart < 11) {
      throw new Rejected(
          "heldOn", "workbook.expected.nearMonth", Objects.requireNonNull(month).toString());
    }
  }

  /// What comes of a kept meeting is told there.
  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return TableForm.super.find(scope, id).filter(kept -> !kept.values().containsKey("kept"));
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("cell")), today.date());
  }
}
