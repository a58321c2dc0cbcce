package vn.nenmong.consolidation.agency;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
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

/// Enters agencies: their names and the cells they have, through time.
@Component
record AgencyForm(AgencyStateRepository states, Units units, Today today)
    implements ChangingForm, EndingForm {

  @Override
  public String register() {
    return "agencies";
  }

  @Override
  public String title() {
    return "agency.entry";
  }

  @Override
  public String page() {
    return "/agencies";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("name", "agency.name", Kind.TEXT).needed(),
        choice(
                "kind",
                "agency.kind",
                AgencyKind.codes().stream()
                    .map(code -> Choice.word(code, "agency.kind." + code))
                    .toList())
            .needed()
            .dittoed(),
        choice("commune", "agency.commune", units.communes(viewer.scope(), on)).needed().dittoed(),
        choice("cell", "agency.cell", units.cells(viewer.scope(), on)),
        Field.of("since", "agency.since", Kind.DAY));
  }

  @Override
  public boolean asks(Deed deed, Field field) {
    return deed != Deed.CHANGE || !Set.of("commune", "since").contains(field.name());
  }

  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return states.find(scope, id);
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("commune")), today.date());
  }

  /// Where nothing else is said, it is taken to have been there as long as the commune.
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
