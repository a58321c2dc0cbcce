package vn.nenmong.cadre.office;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.EndingForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Enters the offices that people hold in Party organizations.
@Component
record OfficeForm(RowRepository rows, Units units, Today today) implements TableForm, EndingForm {

  private static final List<String> ROLES =
      List.of(
          "secretary",
          "standing_deputy_secretary",
          "deputy_secretary",
          "standing_board_member",
          "committee_member",
          "other");

  private static final RowTable TABLE =
      RowTable.of("office_held", "r.title || ': ' || " + RowTable.person("r.person_id"))
          .id("person", "person_id")
          .id("organization", "organization_id")
          .text("title", "title")
          .text("role", "role")
          .date("since", "since")
          .date("until", "until")
          .follows(
              "period",
              """
              (select daterange(
                  greatest(first_day(cast(:since as partial_date)), lower(b.life)),
                  least(last_day(cast(:until as partial_date)) + 1, upper(b.life)))
                from organization b where b.id = cast(:organization as uuid))
              """);

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "offices";
  }

  @Override
  public String title() {
    return "cadre.office.entry";
  }

  @Override
  public String page() {
    return "/offices";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("person", "cadre.office.person", Kind.PERSON).needed(),
        choice("organization", "cadre.office.organization", units.all(viewer.scope(), on))
            .needed()
            .dittoed(),
        Field.of("title", "cadre.office.title", Kind.TEXT).needed().dittoed(),
        choice(
                "role",
                "cadre.office.role.kind",
                ROLES.stream().map(role -> Choice.word(role, "cadre.office.role." + role)).toList())
            .needed()
            .dittoed(),
        Field.of("since", "cadre.office.since", Kind.DATE).dittoed(),
        Field.of("until", "cadre.office.until", Kind.DATE));
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("organization")), today.date());
  }

  @Override
  public void end(UUID id, LocalDate last, String reason) {
    rows.end(TABLE, id, "period", "until", last);
  }
}
