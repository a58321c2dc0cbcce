package vn.nenmong.consolidation.health;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.organization.OrganizationRef;

/// The cells about which something is red, by the weight of it.
///
/// @param cells those that were asked for
/// @param looked how many cells were looked at
/// @param counts cells for each reason, whichever was chosen
/// @param communes names of those that the viewer sees, by their ids
public record Ranking(
    List<CellHealth> cells, int looked, Map<Reason, Integer> counts, Map<UUID, String> communes) {

  /// The heaviest first; of those that are equal, the one with more reasons, then the one with
  /// fewer official members, then by code.
  private static final Comparator<CellHealth> ORDER =
      Comparator.comparingInt(CellHealth::weight)
          .thenComparingInt(health -> health.reasons().size())
          .reversed()
          .thenComparingInt(health -> health.vitals().official());

  /// @param all by code
  /// @param below an organization to narrow to, or null for all
  /// @param reason one to narrow to, or null for any
  /// @param words of a cell's name or code
  static Ranking of(
      List<CellHealth> all,
      @Nullable OrganizationRef below,
      @Nullable Reason reason,
      String words,
      Map<UUID, String> communes) {
    List<CellHealth> within =
        all.stream()
            .filter(health -> below == null || isBelow(health.vitals(), below))
            .filter(health -> isNamed(health.vitals(), Vietnamese.fold(words)))
            .toList();
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    within.forEach(health -> health.reasons().forEach(one -> counts.merge(one, 1, Integer::sum)));
    return new Ranking(
        within.stream()
            .filter(health -> !health.concerns().isEmpty())
            .filter(health -> reason == null || health.reasons().contains(reason))
            .sorted(ORDER)
            .toList(),
        within.size(),
        counts,
        communes);
  }

  private static boolean isBelow(Vitals cell, OrganizationRef above) {
    return cell.path().equals(above.path()) || cell.path().startsWith(above.path() + ".");
  }

  private static boolean isNamed(Vitals cell, String words) {
    return Vietnamese.fold(cell.code() + " " + cell.name()).contains(words);
  }

  public String commune(CellHealth health) {
    return communes.getOrDefault(health.vitals().commune(), "");
  }

  /// Whether the cells may be of different communes.
  public boolean isOfSeveral() {
    return communes.size() > 1;
  }
}
