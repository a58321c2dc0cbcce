package vn.nenmong.consolidation.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.organization.OrganizationRef;

/// The health of a cell as its page shows it.
///
/// @param commune its commune, or null where the viewer does not see it
/// @param months the twelve that ended last
/// @param reviews of the last five years
/// @param ages members by tens of years
/// @param admissions of the last ten years
public record CellPage(
    OrganizationRef cell,
    @Nullable OrganizationRef commune,
    CellHealth health,
    List<Line> lines,
    List<MeetingMonth> months,
    List<ReviewYear> reviews,
    List<Bar> ages,
    List<Bar> admissions) {

  /// @param label null where there is none
  public record ReviewYear(int year, @Nullable String grade, @Nullable String label) {

    public boolean isWeak() {
      return "weak".equals(grade);
    }
  }
}
