package vn.nenmong.cadre.planning;

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
import vn.nenmong.entry.Values;

/// Enters who is planned for a post in a term.
@Component
record PlanningForm(RowRepository rows) implements TableForm {

  private static final RowTable TABLE =
      RowTable.of("planning_entry", "r.post || ': ' || " + RowTable.person("r.person_id"))
          .id("person", "person_id")
          .text("post", "post")
          .integer("fromYear", "from_year")
          .integer("toYear", "to_year")
          .integer("enteredYear", "entered_year")
          .text("need", "training_need");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "planning";
  }

  @Override
  public String title() {
    return "cadre.planning.entry";
  }

  @Override
  public String page() {
    return "/planning";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("person", "cadre.planning.person", Kind.PERSON).needed(),
        Field.of("post", "cadre.planning.post", Kind.TEXT).needed().dittoed(),
        Field.of("fromYear", "cadre.planning.fromYear", Kind.YEAR).needed().dittoed(),
        Field.of("toYear", "cadre.planning.toYear", Kind.YEAR).needed().dittoed(),
        Field.of("enteredYear", "cadre.planning.entered", Kind.YEAR).dittoed(),
        Field.of("need", "cadre.planning.need", Kind.TEXT));
  }

  @Override
  public void check(Scope scope, Values values) {
    Check.ascending(values, "fromYear", "toYear", "cadre.planning.problem.term");
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfPerson(scope, UUID.fromString(values.needed("person")));
  }
}
