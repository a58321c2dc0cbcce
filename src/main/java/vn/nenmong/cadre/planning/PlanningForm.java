package vn.nenmong.cadre.planning;

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
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.PartialDate;

/// Enters who is planned for a post in a term; for whom a discipline keeps out, with the paper that
/// allows it.
@Component
record PlanningForm(RowRepository rows, PlanningRegisterRepository planning) implements TableForm {

  private static final RowTable TABLE =
      RowTable.of("planning_entry", "r.post || ': ' || " + RowTable.person("r.person_id"))
          .id("person", "person_id")
          .text("post", "post")
          .integer("fromYear", "from_year")
          .integer("toYear", "to_year")
          .integer("enteredYear", "entered_year")
          .text("need", "training_need")
          .text("exception", "exception");

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
        Field.of("need", "cadre.planning.need", Kind.TEXT),
        Field.of("exception", "cadre.planning.exception", Kind.TEXT));
  }

  @Override
  public void check(Scope scope, Values values) {
    Check.ascending(values, "fromYear", "toYear", "cadre.planning.problem.term");
    if (values.text("exception") == null) {
      planning
          .discipline(
              scope,
              UUID.fromString(values.needed("person")),
              Objects.requireNonNull(values.integer("toYear")))
          .ifPresent(discipline -> {
            throw new Rejected(
                "exception",
                "cadre.planning.problem.disciplined." + discipline.evidence(),
                PartialDate.day(discipline.day()).toVietnamese(),
                discipline.document());
          });
    }
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfPerson(scope, UUID.fromString(values.needed("person")));
  }
}
