package vn.nenmong.consolidation.village;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A village on a day, with the last yearly counts until then.
///
/// @param members who live there
/// @param year of the counts, or null when there are none
/// @param head village head, of whom there may be several names, or null
/// @param cellId the cell that leads it, or null
public record VillageRow(
    UUID id,
    String code,
    String name,
    Coverage coverage,
    int members,
    @Nullable Integer year,
    @Nullable Integer households,
    @Nullable Integer population,
    @Nullable Integer poor,
    @Nullable Integer nearPoor,
    @Nullable Boolean cultural,
    @Nullable Boolean border,
    @Nullable BigDecimal distance,
    @Nullable UUID cellId,
    @Nullable String cell,
    @Nullable String head) {

  /// Poor households of a hundred, to one decimal; null where either count is missing.
  public @Nullable BigDecimal poverty() {
    if (poor == null || households == null || households == 0) {
      return null;
    }
    return BigDecimal.valueOf(poor * 100L)
        .divide(BigDecimal.valueOf(households), 1, RoundingMode.HALF_UP);
  }
}
