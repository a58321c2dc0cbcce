package vn.nenmong.activity.criterion;

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
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Enters the criteria by which cells judge their own meetings.
@Component
record CriterionForm(RowRepository rows, Units units, Today today) implements TableForm {

  private static final RowTable TABLE =
      RowTable.of("meeting_criterion", "r.position || '. ' || r.text")
          .commune("commune")
          .integer("position", "position")
          .text("text", "text")
          .integer("most", "most")
          .told("since", "cast(lower(r.period) as text)")
          .told("last", "cast(upper(r.period) - 1 as text)")
          .follows("period", "daterange(cast(:since as date), cast(:last as date), '[]')");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "meetings-criteria";
  }

  @Override
  public String title() {
    return "activity.criterion.entry";
  }

  @Override
  public String page() {
    return "/meetings/criteria";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("commune", "activity.frame.commune", units.communes(viewer.scope(), on)).needed(),
        Field.of("position", "activity.criterion.position", Kind.INTEGER).needed(),
        Field.of("text", "activity.kept.criterion", Kind.LONG_TEXT).needed(),
        Field.of("most", "activity.kept.most", Kind.INTEGER).needed(),
        Field.of("since", "activity.criterion.since", Kind.DAY).needed().dittoed(),
        Field.of("last", "activity.criterion.last", Kind.DAY).dittoed());
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("commune")), today.date());
  }

  @Override
  public void check(Scope scope, Values values) {
    within(values, "position", 99);
    within(values, "most", 100);
    Check.inOrder(values, "since", "last", "activity.criterion.problem.last");
  }

  private static void within(Values values, String field, int most) {
    Integer number = values.integer(field);
    if (number == null || number < 1 || number > most) {
      throw new Rejected(field, "activity.criterion.problem.within", most);
    }
  }
}
