package vn.nenmong.review.cell;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.Today;

/// Enters how organizations were graded for a year.
@Component
record CellReviewForm(RowRepository rows, Units units, Today today) implements TableForm {

  private static final RowTable TABLE =
      RowTable.keyed(
              "organization_review",
              RowTable.organization("r.organization_id") + " || ' ' || r.year",
              "organization_id",
              "year")
          .id("organization", "organization_id")
          .integer("year", "year")
          .text("grade", "grade")
          .text("label", "label");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "cell-reviews";
  }

  @Override
  public String title() {
    return "review.cell.entry";
  }

  @Override
  public String page() {
    return "/reviews/cells";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        choice("organization", "review.cell.name", units.all(viewer.scope(), on)).needed(),
        Field.of("year", "review.year", Kind.YEAR).needed().dittoed(),
        choice(
                "grade",
                "review.cell.grade",
                Stream.of("clean_and_strong", "excellent", "good", "completed", "weak")
                    .map(grade -> Choice.word(grade, "review.cell.grade." + grade))
                    .toList())
            .needed()
            .dittoed(),
        Field.of("label", "review.label", Kind.TEXT).needed().dittoed());
  }

  @Override
  public void check(Scope scope, Values values) {
    units.refuseUnlessOpenIn(
        scope,
        Objects.requireNonNull(values.id("organization")),
        Objects.requireNonNull(values.integer("year")),
        "year");
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return units.commune(scope, UUID.fromString(values.needed("organization")), today.date());
  }
}
