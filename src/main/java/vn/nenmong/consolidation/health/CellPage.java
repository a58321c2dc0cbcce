package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.organization.OrganizationRef;

/// The health of a cell as its page shows it.
///
/// @param commune its commune, or null where the viewer does not see it
/// @param predecessors cells that it came of
/// @param months the twelve that ended last
/// @param reviews of the last five years
/// @param ages members by tens of years
/// @param admissions of the last ten years
public record CellPage(
    OrganizationRef cell,
    @Nullable OrganizationRef commune,
    CellHealth health,
    List<Predecessor> predecessors,
    List<Line> lines,
    List<MeetingMonth> months,
    List<ReviewYear> reviews,
    List<Bar> ages,
    List<Bar> admissions) {

  /// A cell that another came of.
  ///
  /// @param last day until which what happened in it is the other's too
  public record Predecessor(String name, LocalDate last) {}

  /// @param of name of the cell that it was of, where that was one before; else null
  public record Review(int year, String grade, String label, @Nullable String of) {}

  /// @param reviews of the cell, else of those that it came of
  public record ReviewYear(int year, List<Review> reviews) {

    public boolean isWeak() {
      return reviews.stream().anyMatch(review -> "weak".equals(review.grade()));
    }
  }
}
