package vn.nenmong.consolidation.visit;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.Versions;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Sets how often cells are to be visited, from a day on.
@Component
record IntervalForm(RowRepository rows, Versions versions, Units units, Today today)
    implements TableForm {

  private static final Versions.Table VERSIONS = new Versions.Table("visit_interval", "commune_id");

  private static final RowTable TABLE =
      RowTable.of("visit_interval", "r.months || ' tháng'")
          .commune("commune")
          .integer("months", "months")
          .told("since", "cast(lower(r.period) as text)");

  private static final RowTable NEW = TABLE.follows("period", VERSIONS.period("commune", "since"));

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "visits-intervals";
  }

  @Override
  public String title() {
    return "consolidation.interval.entry";
  }

  @Override
  public String page() {
    return "/visits/intervals";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("commune", "consolidation.decision.commune", units.communes(viewer.scope(), on))
            .needed(),
        Field.of("months", "consolidation.interval.months", Kind.INTEGER).needed(),
        Field.of("since", "consolidation.interval.since", Kind.DAY).needed());
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("commune")), today.date());
  }

  @Override
  public void check(Scope scope, Values values) {
    Integer months = values.integer("months");
    if (months == null || months < 1 || months > 24) {
      throw new Rejected("months", "consolidation.interval.problem.months");
    }
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    versions.endBefore(VERSIONS, commune, LocalDate.parse(values.needed("since")));
    return rows.insert(NEW, commune, values);
  }

  @Override
  public void correct(UUID id, Values values) {
    TableForm.super.correct(id, values);
    versions.begin(VERSIONS, id, LocalDate.parse(values.needed("since")));
  }

  @Override
  public void remove(UUID id) {
    versions.remove(VERSIONS, id);
  }
}
