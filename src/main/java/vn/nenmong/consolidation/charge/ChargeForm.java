package vn.nenmong.consolidation.charge;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.EndingForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Puts members of the committee in charge of cells.
@Component
record ChargeForm(RowRepository rows, Units units, Today today) implements TableForm, EndingForm {

  private static final RowTable TABLE =
      RowTable.of(
              "charge",
              RowTable.organization("r.cell_id") + " || ': ' || " + RowTable.person("r.person_id"))
          .id("cell", "cell_id")
          .id("person", "person_id")
          .date("since", "since")
          .text("document", "document_number")
          .follows(
              "period",
              """
              (select daterange(
                  greatest(first_day(cast(:since as partial_date)), lower(b.life)),
                  least( upper(b.life)))
                from organization b where b.id = cast(:cell as uuid))
              """);

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "charges";
  }

  @Override
  public String title() {
    return "consolidation.charge.entry";
  }

  @Override
  public String page() {
    return "/charges";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("cell", "consolidation.charge.cell", units.cells(viewer.scope(), on)).needed(),
        Field.of("person", "consolidation.charge.person", Kind.PERSON).needed().dittoed(),
        Field.of("since", "consolidation.charge.since", Kind.DATE).dittoed(),
        Field.of("document", "consolidation.charge.document", Kind.TEXT).dittoed());
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("cell")), today.date());
  }

  @Override
  public void end(UUID id, LocalDate last, String reason) {
    rows.end(TABLE, id, "period", null, last);
  }
}
