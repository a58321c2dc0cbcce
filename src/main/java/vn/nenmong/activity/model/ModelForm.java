package vn.nenmong.activity.model;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Check;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Values;

/// Enters what a member's economic model was in a year.
@Component
record ModelForm(RowRepository rows, ModelFormRepository repository) implements TableForm {

  private static final RowTable TABLE =
      RowTable.keyed("economic_model_year", of("name") + " || ' ' || r.year", "model_id", "year")
          .within(of("commune_id"))
          .told("person", "cast(" + of("person_id") + " as text)")
          .column(
              "name",
              "model_id",
              of("name"),
              "(select m.id from economic_model m where m.person_id = cast(:person as uuid)"
                  + " and m.name = cast(:name as text))")
          .told("kind", of("kind"))
          .told("village", "cast(" + of("village_id") + " as text)")
          .told("since", "cast(" + of("since_year") + " as text)")
          .integer("year", "year")
          .text("stage", "stage")
          .decimal("income", "income_million_vnd");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "models";
  }

  @Override
  public String title() {
    return "activity.model.entry";
  }

  @Override
  public String page() {
    return "/models";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("person", "activity.model.person", Kind.PERSON).needed(),
        Field.of("name", "activity.model.name", Kind.TEXT).needed(),
        Field.of("kind", "activity.model.kind", Kind.TEXT).dittoed(),
        choice("village", "activity.model.village", rows.villages(viewer.scope(), on)),
        Field.of("since", "activity.model.since", Kind.YEAR),
        Field.of("year", "activity.model.year", Kind.YEAR).needed().dittoed(),
        choice(
            "stage",
            "activity.model.stage",
            List.of(
                Choice.word("pilot", "activity.model.stage.pilot"),
                Choice.word("replicated", "activity.model.stage.replicated"))),
        Field.of("income", "activity.model.income", Kind.DECIMAL));
  }

  @Override
  public void check(Scope scope, Values values) {
    Check.notLater(values, "since", "year", "activity.model.problem.since");
    Check.notNegative(values, "income");
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfPerson(scope, UUID.fromString(values.needed("person")));
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    repository.keep(commune, values, false);
    return rows.insert(TABLE, commune, values);
  }

  @Override
  public void correct(UUID id, Values values) {
    UUID before = rows.owner(TABLE, id, "model_id");
    repository.keep(
        rows.communeOfPerson(Scope.ALL, UUID.fromString(values.needed("person"))), values, true);
    rows.update(TABLE, id, values);
    repository.tidy(before);
  }

  @Override
  public void remove(UUID id) {
    UUID before = rows.owner(TABLE, id, "model_id");
    rows.delete(TABLE, id);
    repository.tidy(before);
  }

  private static String of(String column) {
    return "(select m." + column + " from economic_model m where m.id = r.model_id)";
  }
}
