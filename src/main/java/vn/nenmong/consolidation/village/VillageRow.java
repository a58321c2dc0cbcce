package vn.nenmong.consolidation.village;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.health.Concern;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.Compass;
import vn.nenmong.organization.Coordinates;

/// A village on a day, with the last yearly counts until then.
///
/// @param commune code of the one that it lies in
/// @param origin the one in whose records it stands: distances are from the centre of that
/// @param dangers of its own cell
/// @param members who live there
/// @param year of the counts, or null when there are none
/// @param head village head, of whom there may be several names, or null
/// @param cellId the cell that leads it, or null
public record VillageRow(
    UUID id,
    String commune,
    UUID origin,
    String code,
    String name,
    Coverage coverage,
    List<Concern> dangers,
    int members,
    @Nullable Integer year,
    @Nullable Integer households,
    @Nullable Integer population,
    @Nullable Integer poor,
    @Nullable Integer nearPoor,
    @Nullable Boolean cultural,
    @Nullable Boolean border,
    Whereabouts whereabouts,
    @Nullable UUID cellId,
    @Nullable String cell,
    @Nullable String head) {

  public VillageRow {
    dangers = List.copyOf(dangers);
  }

  /// Poor households of a hundred, to one decimal; null where either count is missing.
  public @Nullable BigDecimal poverty() {
    if (poor == null || households == null || households == 0) {
      return null;
    }
    return BigDecimal.valueOf(poor * 100L)
        .divide(BigDecimal.valueOf(households), 1, RoundingMode.HALF_UP);
  }

  public @Nullable BigDecimal distance() {
    BigDecimal distance = whereabouts.distanceKm();
    return distance == null ? null : distance.stripTrailingZeros();
  }

  /// As maps write them, or null.
  public @Nullable String coordinates() {
    BigDecimal latitude = whereabouts.latitude();
    BigDecimal longitude = whereabouts.longitude();
    return latitude == null || longitude == null
        ? null
        : new Coordinates(latitude, longitude).toString();
  }

  /// «Đông Bắc (ĐB)», or null.
  public @Nullable String direction(Page page) {
    BigDecimal bearing = whereabouts.bearing();
    return bearing == null
        ? null
        : page.t("organization.compass." + Compass.nearest(bearing).code());
  }

  /// «ĐB», or null.
  public @Nullable String point(Page page) {
    String direction = direction(page);
    return direction == null ? null : direction.replaceAll(".*\\(|\\)", "");
  }

  /// The same with what its cell is in danger of.
  VillageRow with(List<Concern> found) {
    return found.isEmpty() || coverage != Coverage.OWN
        ? this
        : new VillageRow(
            id,
            commune,
            origin,
            code,
            name,
            Coverage.DANGER,
            found,
            members,
            year,
            households,
            population,
            poor,
            nearPoor,
            cultural,
            border,
            whereabouts,
            cellId,
            cell,
            head);
  }
}
