package vn.nenmong.membership.candidate;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Deed;
import vn.nenmong.entry.EndingForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.person.PersonFacts;

/// Enters outstanding people whom a cell helps towards admission.
@Component
record CandidateForm(
    CandidateRepository candidates,
    PersonFacts persons,
    RowRepository rows,
    Units units,
    Today today)
    implements EndingForm {

  @Override
  public String register() {
    return "candidates";
  }

  @Override
  public String title() {
    return "membership.candidate.entry";
  }

  @Override
  public String page() {
    return "/candidates";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return Stream.of(
            persons.fields().stream(),
            Stream.of(
                choice("cell", "membership.candidate.cell", units.cells(viewer.scope(), on))
                    .needed()
                    .dittoed(),
                choice("village", "membership.candidate.village", rows.villages(viewer.scope(), on))
                    .dittoed(),
                Field.of("since", "membership.candidate.since", Kind.DAY).needed().dittoed(),
                Field.of("firstHelper", "membership.candidate.firstHelper", Kind.PERSON).dittoed(),
                Field.of("secondHelper", "membership.candidate.secondHelper", Kind.PERSON)
                    .dittoed(),
                Field.of("class", "membership.candidate.class", Kind.DATE).dittoed(),
                Field.of("dossier", "membership.candidate.dossier", Kind.DATE),
                choice(
                        "status",
                        "membership.candidate.status",
                        Stream.of("listed", "class_taken", "dossier_complete", "withdrawn")
                            .map(status ->
                                Choice.word(status, "membership.candidate.status." + status))
                            .toList())
                    .needed()),
            persons.identity().stream())
        .flatMap(fields -> fields)
        .toList();
  }

  @Override
  public boolean asks(Deed deed, Field field) {
    return PersonFacts.asks(deed, field);
  }

  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return candidates.find(scope, id);
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("cell")), today.date());
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    return candidates.insert(commune, persons.add(commune, values), values);
  }

  @Override
  public void correct(UUID id, Values values) {
    persons.correct(candidates.person(id), values);
    candidates.update(id, values);
  }

  @Override
  public void end(UUID id, LocalDate last, String reason) {
    candidates.withdraw(id, last, reason);
  }

  @Override
  public void remove(UUID id) {
    UUID person = candidates.person(id);
    candidates.delete(id);
    persons.removeUnused(person);
  }
}
