package vn.nenmong.consolidation.charge;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Deed;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Corrects the words of a decision. Its day and lines are corrected by taking it back.
@Component
record DecisionForm(RowRepository rows, DecisionRepository decisions, Units units, Today today)
    implements TableForm {

  static final String REGISTER = "charges-decisions";
  static final Field NUMBER =
      Field.of("number", "consolidation.decision.number", Kind.TEXT).needed();
  static final Field BODY = Field.of("body", "consolidation.decision.body", Kind.TEXT).needed();
  static final Field NOTE = Field.of("note", "consolidation.decision.note", Kind.LONG_TEXT);

  private static final RowTable TABLE =
      RowTable.of("charge_decision", "r.number")
          .commune("commune")
          .text("number", "number")
          .text("body", "body")
          .text("note", "note");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return REGISTER;
  }

  @Override
  public String title() {
    return "consolidation.decision.entry";
  }

  @Override
  public String page() {
    return "/charges/decisions";
  }

  @Override
  public Set<Deed> deeds() {
    return Set.of(Deed.CORRECT);
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("commune", "consolidation.decision.commune", units.communes(viewer.scope(), on))
            .needed(),
        NUMBER,
        BODY,
        NOTE);
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("commune")), today.date());
  }

  @Override
  public void correct(UUID id, Values values) {
    TableForm.super.correct(id, values);
    decisions.renumber(id);
  }
}
