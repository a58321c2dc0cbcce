package vn.nenmong.consolidation.village;

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
import vn.nenmong.entry.Values;

/// Enters the counts of a village for a year.
@Component
record VillageYearForm(RowRepository rows) implements TableForm {

  private static final RowTable TABLE =
      RowTable.keyed(
              "village_year",
              RowTable.village("r.village_id") + " || ' ' || r.year",
              "village_id",
              "year")
          .id("village", "village_id")
          .integer("year", "year")
          .integer("households", "households")
          .integer("population", "population")
          .integer("poor", "poor_households")
          .integer("nearPoor", "near_poor_households")
          .column(
              "cultural",
              "cultural",
              "case when r.cultural then 'yes' when not r.cultural then 'no' end",
              "cast(:cultural as text) = 'yes'");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "village-years";
  }

  @Override
  public String title() {
    return "consolidation.villageYear.entry";
  }

  @Override
  public String page() {
    return "/villages";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("village", "consolidation.villageYear.village", rows.villages(viewer.scope(), on))
            .needed(),
        Field.of("year", "consolidation.villageYear.year", Kind.YEAR).needed().dittoed(),
        Field.of("households", "consolidation.villageYear.households", Kind.INTEGER),
        Field.of("population", "consolidation.villageYear.population", Kind.INTEGER),
        Field.of("poor", "consolidation.villageYear.poor", Kind.INTEGER),
        Field.of("nearPoor", "consolidation.villageYear.nearPoor", Kind.INTEGER),
        choice(
            "cultural",
            "consolidation.villageYear.cultural",
            List.of(
                Choice.word("yes", "consolidation.yes"), Choice.word("no", "consolidation.no"))));
  }

  @Override
  public void check(Scope scope, Values values) {
    Integer households = values.integer("households");
    Integer poor = values.integer("poor");
    Integer nearPoor = values.integer("nearPoor");
    int both = (poor == null ? 0 : poor) + (nearPoor == null ? 0 : nearPoor);
    if (households != null && both > households) {
      throw new Rejected(
          poor == null ? "nearPoor" : "poor", "workbook.expected.poorWithinHouseholds", households);
    }
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfVillage(scope, UUID.fromString(values.needed("village")));
  }
}
