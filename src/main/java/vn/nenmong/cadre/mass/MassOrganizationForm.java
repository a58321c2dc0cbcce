package vn.nenmong.cadre.mass;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;

/// Enters a mass organization's head, branches and members in a year.
@Component
record MassOrganizationForm(
    RowRepository rows, MassOrganizationFormRepository repository, Units units)
    implements TableForm {

  private static final RowTable TABLE =
      RowTable.keyed(
              "mass_organization_year",
              "(select m.name from mass_organization m where m.id = r.mass_organization_id)"
                  + " || ' ' || r.year",
              "mass_organization_id",
              "year")
          .within(
              "(select m.commune_id from mass_organization m where m.id = r.mass_organization_id)")
          .commune("commune")
          .column(
              "name",
              "mass_organization_id",
              "(select m.name from mass_organization m where m.id = r.mass_organization_id)",
              "(select m.id from mass_organization m where m.commune_id = cast(:commune as uuid)"
                  + " and m.name = cast(:name as text))")
          .integer("year", "year")
          .id("head", "head_id")
          .integer("branches", "branches")
          .integer("members", "members");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "mass-organizations";
  }

  @Override
  public String title() {
    return "cadre.mass.entry";
  }

  @Override
  public String page() {
    return "/mass-organizations";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("commune", "cadre.mass.commune", units.communes(viewer.scope(), on))
            .needed()
            .dittoed(),
        Field.of("year", "cadre.mass.year", Kind.YEAR).needed().dittoed(),
        Field.of("name", "cadre.mass.name", Kind.TEXT).needed(),
        Field.of("head", "cadre.mass.head", Kind.PERSON),
        Field.of("branches", "cadre.mass.branches", Kind.INTEGER),
        Field.of("members", "cadre.mass.members", Kind.INTEGER));
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return UUID.fromString(values.needed("commune"));
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    repository.keep(commune, values);
    return rows.insert(TABLE, commune, values);
  }

  @Override
  public void correct(UUID id, Values values) {
    UUID before = rows.owner(TABLE, id, "mass_organization_id");
    repository.keep(UUID.fromString(values.needed("commune")), values);
    rows.update(TABLE, id, values);
    repository.tidy(before);
  }

  @Override
  public void remove(UUID id) {
    UUID before = rows.owner(TABLE, id, "mass_organization_id");
    rows.delete(TABLE, id);
    repository.tidy(before);
  }
}
