package vn.nenmong.consolidation.village;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.ChangingForm;
import vn.nenmong.entry.Deed;
import vn.nenmong.entry.EndingForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.Compass;

/// Enters villages: their names, the cells that lead them and how their members meet, through time.
@Component
record VillageForm(VillageStateRepository states, Units units, Today today)
    implements ChangingForm, EndingForm {

  @Override
  public String register() {
    return "villages";
  }

  @Override
  public String title() {
    return "consolidation.village.entry";
  }

  @Override
  public String page() {
    return "/villages";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("name", "consolidation.village.name", Kind.TEXT).needed(),
        Field.of("code", "consolidation.unit.code", Kind.TEXT).needed(),
        choice("commune", "consolidation.village.commune", units.communes(viewer.scope(), on))
            .needed()
            .dittoed(),
        choice("cell", "consolidation.village.cell", units.cells(viewer.scope(), on)).dittoed(),
        choice(
                "meetingForm",
                "consolidation.village.meetingForm",
                List.of(
                    Choice.word("own", "consolidation.coverage.own"),
                    Choice.word("joint", "consolidation.coverage.joint")))
            .dittoed(),
        Field.of("distance", "consolidation.village.distance", Kind.DECIMAL),
        choice(
            "direction",
            "consolidation.village.direction",
            Arrays.stream(Compass.values())
                .map(point ->
                    Choice.word(
                        point.bearing().toPlainString(), "organization.compass." + point.code()))
                .toList()),
        Field.of("coordinates", "consolidation.village.coordinates", Kind.TEXT),
        choice(
                "border",
                "consolidation.village.border",
                List.of(
                    Choice.word("yes", "consolidation.yes"), Choice.word("no", "consolidation.no")))
            .dittoed());
  }

  @Override
  public boolean asks(Deed deed, Field field) {
    return deed != Deed.CHANGE || !Set.of("code", "commune").contains(field.name());
  }

  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return states.find(scope, id);
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("commune")), today.date());
  }

  /// It is taken to have been there as long as the commune, and led by its cell as long as that was
  /// there.
  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    return states.insert(commune, values);
  }

  @Override
  public void change(UUID id, Values values, LocalDate from) {
    states.change(id, values, from);
  }

  @Override
  public void correct(UUID id, Values values) {
    states.correct(id, values);
  }

  @Override
  public void end(UUID id, LocalDate last, String reason) {
    states.end(id, last);
  }

  @Override
  public void remove(UUID id) {
    states.delete(id);
  }
}
