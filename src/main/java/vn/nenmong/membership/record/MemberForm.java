package vn.nenmong.membership.record;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.person.PersonFacts;
import vn.nenmong.membership.way.StepKind;

/// Enters members: who they are, since when, and in which cell. By the id of the person.
@Component
record MemberForm(
    MembershipRepository memberships,
    PersonFacts persons,
    RowRepository rows,
    Units units,
    Today today)
    implements ChangingForm, EndingForm {

  /// What may be otherwise from a day on; the rest is corrected.
  private static final Set<String> CHANGING =
      Set.of(
          "cell",
          "village",
          "recognised",
          "card",
          "exempt",
          "education",
          "qualification",
          "theory",
          "occupation");

  @Override
  public String register() {
    return "members";
  }

  @Override
  public String title() {
    return "membership.entry";
  }

  @Override
  public String page() {
    return "/members";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return Stream.of(
            persons.fields().stream(),
            Stream.of(
                choice("cell", "membership.column.cell", units.cells(viewer.scope(), on))
                    .needed()
                    .dittoed(),
                choice("village", "membership.column.village", rows.villages(viewer.scope(), on))
                    .dittoed(),
                Field.of("admitted", "membership.column.admitted", Kind.DATE).needed().dittoed(),
                Field.of("recognised", "membership.column.recognised", Kind.DATE).dittoed(),
                Field.of("card", "membership.column.card", Kind.TEXT),
                Field.of("exempt", "membership.column.exempt", Kind.YES),
                Field.of("education", "membership.column.education", Kind.TEXT).dittoed(),
                Field.of("qualification", "membership.column.qualification", Kind.TEXT).dittoed(),
                Field.of("theory", "membership.column.theory", Kind.TEXT).dittoed(),
                Field.of("languages", "membership.column.languages", Kind.TEXT).dittoed(),
                Field.of("occupation", "membership.column.occupation", Kind.TEXT).dittoed(),
                Field.of("note", "membership.column.note", Kind.TEXT),
                Field.of("arrived", "membership.column.arrived", Kind.DAY),
                Field.of("cameFrom", "membership.column.cameFrom", Kind.TEXT),
                choice(
                    "origin",
                    "membership.column.origin",
                    StepKind.TRANSFER_IN.forms().stream()
                        .map(place -> Choice.word(place, "membership.movement.place." + place))
                        .toList())),
            persons.identity().stream())
        .flatMap(fields -> fields)
        .toList();
  }

  @Override
  public boolean asks(Deed deed, Field field) {
    return deed == Deed.CHANGE ? CHANGING.contains(field.name()) : PersonFacts.asks(deed, field);
  }

  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return memberships.find(scope, id);
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("cell")), today.date());
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    check(values);
    UUID person = persons.add(commune, values);
    memberships.add(person, commune, values);
    return person;
  }

  @Override
  public void change(UUID id, Values values, LocalDate from) {
    memberships.change(id, values, from);
  }

  @Override
  public void correct(UUID id, Values values) {
    check(values);
    persons.correct(id, values);
    memberships.correct(id, values);
  }

  @Override
  public void end(UUID id, LocalDate last, String reason) {
    memberships.end(id, last, reason);
  }

  @Override
  public void remove(UUID id) {
    memberships.delete(id);
    persons.removeUnused(id);
  }

  /// Nobody is admitted before they are born, or recognised before they are admitted.
  private static void check(Values values) {
    PartialDate admitted = values.date("admitted");
    PartialDate born = values.date("born");
    PartialDate recognised = values.date("recognised");
    if (born != null && admitted != null && !born.isCertainlyBefore(admitted)) {
      throw new Rejected("admitted", "membership.problem.admittedBeforeBorn");
    }
    if (recognised != null && admitted != null && recognised.isCertainlyBefore(admitted)) {
      throw new Rejected("recognised", "membership.problem.recognisedBeforeAdmitted");
    }
    LocalDate arrived = values.day("arrived");
    if (arrived != null && admitted != null && arrived.isBefore(admitted.first())) {
      throw new Rejected("arrived", "membership.problem.arrivedBeforeAdmitted");
    }
    if (arrived == null && (values.text("cameFrom") != null || values.text("origin") != null)) {
      throw new Rejected("arrived", "membership.problem.noArrival");
    }
  }
}
