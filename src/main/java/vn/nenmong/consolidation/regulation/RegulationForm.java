package vn.nenmong.consolidation.regulation;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.Versions;
import vn.nenmong.entry.EndingForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Enters a version of the working regulation of an organization: the former one ends where it
/// begins.
@Component
record RegulationForm(RowRepository rows, Versions versions, Units units, Today today)
    implements TableForm, EndingForm {

  static final String REGISTER = "regulations";

  static final Versions.Table VERSIONS =
      new Versions.Table("working_regulation", "organization_id");

  static final Field NUMBER =
      Field.of("number", "consolidation.regulation.number", Kind.TEXT).needed();
  static final Field ISSUED =
      Field.of("issuedOn", "consolidation.regulation.issuedOn", Kind.DAY).needed().dittoed();
  static final Field SINCE =
      Field.of("since", "consolidation.regulation.since", Kind.DAY).needed().dittoed();
  static final Field TITLE =
      Field.of("title", "consolidation.regulation.title", Kind.TEXT).needed().dittoed();
  static final Field CHANGED =
      Field.of("changed", "consolidation.regulation.changed", Kind.LONG_TEXT).dittoed();

  private static final RowTable TABLE =
      RowTable.of(
              "working_regulation",
              RowTable.organization("r.organization_id") + " || ': ' || r.number")
          .id("organization", "organization_id")
          .text("number", "number")
          .day("issuedOn", "issued_on")
          .told("since", "cast(lower(r.period) as text)")
          .text("title", "title")
          .text("changed", "changed");

  private static final RowTable NEW =
      TABLE.follows("period", VERSIONS.period("organization", "since"));

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return REGISTER;
  }

  @Override
  public String title() {
    return "consolidation.regulation.entry";
  }

  @Override
  public String page() {
    return "/regulations";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice(
                "organization",
                "consolidation.regulation.organization",
                units.all(viewer.scope(), on))
            .needed(),
        NUMBER,
        ISSUED,
        SINCE,
        TITLE,
        CHANGED);
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, organization(values), today.date());
  }

  @Override
  public void check(Scope scope, Values values) {
    units.refuseUnlessOpen(scope, organization(values), since(values), "since");
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    versions.endBefore(VERSIONS, organization(values), since(values));
    return rows.insert(NEW, commune, values);
  }

  @Override
  public void correct(UUID id, Values values) {
    if (!rows.owner(TABLE, id, "organization_id").equals(organization(values))) {
      throw new Rejected("organization", "consolidation.regulation.problem.organization");
    }
    TableForm.super.correct(id, values);
    versions.begin(VERSIONS, id, since(values));
  }

  @Override
  public void end(UUID id, LocalDate last, String reason) {
    rows.end(TABLE, id, "period", null, last);
  }

  @Override
  public void remove(UUID id) {
    versions.remove(VERSIONS, id);
  }

  private static UUID organization(Values values) {
    return UUID.fromString(values.needed("organization"));
  }

  private static LocalDate since(Values values) {
    return LocalDate.parse(values.needed("since"));
  }
}
