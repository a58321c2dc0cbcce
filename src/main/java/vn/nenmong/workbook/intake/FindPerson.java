package vn.nenmong.workbook.intake;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.intake.Directory.Someone;
import vn.nenmong.workbook.intake.Directory.Standing;
import vn.nenmong.workbook.reading.Sheet;

/// Whom a row of another sheet names: found by name in the whole commune; where two bear it, by
/// what else the row says; where it is still open it is a problem, never the first that fits.
final class FindPerson {

  private final Comparison comparison;
  private final Places places;
  private final Directory directory;

  FindPerson(Comparison comparison, Places places, Directory directory) {
    this.comparison = comparison;
    this.places = places;
    this.directory = directory;
  }

  /// Where a name stands, for problems.
  record Spot(Sheet sheet, int row, String column, String name) {}

  /// The members of that name, those of the file before those that only the database knows.
  List<Someone> members(String name) {
    List<Someone> listed = directory.named(name, Standing.MEMBER);
    return listed.isEmpty() ? directory.named(name, Standing.ABSENT_MEMBER) : listed;
  }

  /// A member; a problem where there is none of that name or it stays open which.
  @Nullable Someone member(Spot spot, @Nullable Predicate<Someone> hint) {
    List<Someone> named = members(spot.name());
    if (named.isEmpty()) {
      noMember(spot);
      return null;
    }
    return one(spot, named, hint);
  }

  /// One of several of a name, by the hint, or a problem that lists them.
  @Nullable Someone one(Spot spot, List<Someone> named, @Nullable Predicate<Someone> hint) {
    if (named.size() == 1) {
      return named.getFirst();
    }
    List<Someone> fitting = hint == null ? List.of() : named.stream().filter(hint).toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    comparison.problem(
        spot.sheet(),
        spot.row(),
        spot.column(),
        spot.name(),
        "workbook.expected.oneOf",
        String.join("; ", named.stream().map(this::describe).toList()));
    return null;
  }

  void noMember(Spot spot) {
    Integer row = directory.leftOutRow(spot.name());
    if (row == null) {
      comparison.problem(
          spot.sheet(), spot.row(), spot.column(), spot.name(), "workbook.expected.memberName");
    } else {
      comparison.problem(
          spot.sheet(),
          spot.row(),
          spot.column(),
          spot.name(),
          "workbook.expected.memberLeftOut",
          row);
    }
  }

  String describe(Someone someone) {
    return comparison.describe(someone.name(), someone.born(), places.code(someone.cell()), null);
  }

  /// Members of an organization or of one below it. The root tells nothing: all are below it.
  Predicate<Someone> in(UUID organization) {
    return someone ->
        someone.cell() != null
            && !organization.equals(comparison.commune())
            && places.isWithin(someone.cell(), organization);
  }

  /// Those who live in a village or are in the cell that leads it.
  Predicate<Someone> of(Places.Village village) {
    return someone -> village.id().equals(someone.village());
  }
}
