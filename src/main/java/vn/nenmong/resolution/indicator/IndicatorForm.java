package vn.nenmong.resolution.indicator;

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
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;

/// Enters what an indicator's plan and result were in a year.
@Component
record IndicatorForm(RowRepository rows, IndicatorFormRepository repository, Units units)
    implements TableForm {

  private static final List<String> KINDS =
      List.of("cattle", "rice_area", "rice_two_crop_area", "budget_revenue");

  private static final RowTable TABLE =
      RowTable.keyed(
              "indicator_year",
              "(select i.code || ' ' || i.name from indicator i where i.id = r.indicator_id)"
                  + " || ' ' || r.year",
              "indicator_id",
              "year")
          .within("(select i.commune_id from indicator i where i.id = r.indicator_id)")
          .commune("commune")
          .column(
              "code",
              "indicator_id",
              of("code"),
              "(select i.id from indicator i where i.commune_id = cast(:commune as uuid)"
                  + " and i.code = cast(:code as text))")
          .told("name", of("name"))
          .told("unit", of("unit"))
          .told("direction", of("direction"))
          .told("kind", of("kind"))
          .integer("year", "year")
          .decimal("previous", "previous")
          .decimal("plan", "plan")
          .decimal("actual", "actual")
          .text("resolution", "resolution_number");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "indicators";
  }

  @Override
  public String title() {
    return "resolution.indicator.entry";
  }

  @Override
  public String page() {
    return "/indicators";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("commune", "resolution.indicator.commune", units.communes(viewer.scope(), on))
            .needed()
            .dittoed(),
        Field.of("year", "resolution.indicator.year", Kind.YEAR).needed().dittoed(),
        Field.of("code", "resolution.indicator.code", Kind.TEXT).needed(),
        Field.of("name", "resolution.indicator.name", Kind.TEXT).needed(),
        Field.of("unit", "resolution.indicator.unit", Kind.TEXT).needed(),
        choice(
                "direction",
                "resolution.indicator.direction",
                List.of(
                    Choice.word("up", "resolution.indicator.direction.up"),
                    Choice.word("down", "resolution.indicator.direction.down")))
            .needed()
            .dittoed(),
        choice(
            "kind",
            "resolution.indicator.kind",
            KINDS.stream()
                .map(kind -> Choice.word(kind, "resolution.indicator.kind." + kind))
                .toList()),
        Field.of("previous", "resolution.indicator.previous", Kind.DECIMAL),
        Field.of("plan", "resolution.indicator.plan", Kind.DECIMAL),
        Field.of("actual", "resolution.indicator.actual", Kind.DECIMAL),
        Field.of("resolution", "resolution.indicator.resolution", Kind.TEXT).dittoed());
  }

  @Override
  public void check(Scope scope, Values values) {
    String kind = values.text("kind");
    if (kind != null) {
      repository
          .other(scope, commune(scope, values), kind, values.needed("code"))
          .ifPresent(other -> {
            throw new Rejected("kind", "resolution.indicator.problem.kind", other);
          });
    }
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return UUID.fromString(values.needed("commune"));
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    repository.keep(commune, values, false);
    return rows.insert(TABLE, commune, values);
  }

  @Override
  public void correct(UUID id, Values values) {
    UUID before = rows.owner(TABLE, id, "indicator_id");
    repository.keep(UUID.fromString(values.needed("commune")), values, true);
    rows.update(TABLE, id, values);
    repository.tidy(before);
  }

  @Override
  public void remove(UUID id) {
    UUID before = rows.owner(TABLE, id, "indicator_id");
    rows.delete(TABLE, id);
    repository.tidy(before);
  }

  private static String of(String column) {
    return "(select i." + column + " from indicator i where i.id = r.indicator_id)";
  }
}
