package vn.nenmong.figures.communes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.closing.YearClosing;
import vn.nenmong.figures.kept.Registers;
import vn.nenmong.organization.OrganizationRef;

/// A commune among others.
///
/// @param superior name of the body right above, or null
/// @param missing registers that do not count as complete for the year
/// @param takenIn as of when its archive was, or null where it works here
/// @param closing of the year, or null where it is open
/// @param changed how many values differ since the closing
/// @param figures by code
public record CommuneLine(
    OrganizationRef commune,
    @Nullable String superior,
    List<String> missing,
    @Nullable Instant takenIn,
    @Nullable YearClosing closing,
    long changed,
    Map<String, FigureValue> figures) {

  public int complete() {
    return Registers.ALL.size() - missing.size();
  }

  public FigureValue figure(String code) {
    FigureValue value = figures.get(code);
    if (value == null) {
      throw new IllegalArgumentException("no figure " + code);
    }
    return value;
  }

  /// How far a figure is from what was told when the year was closed; null where it is the same, or
  /// one of the two is not known.
  public @Nullable BigDecimal sinceClosing(String code) {
    BigDecimal now = figure(code).number();
    String kept = closing == null ? null : closing.values().get(code);
    if (now == null || kept == null) {
      return null;
    }
    BigDecimal difference = now.subtract(new BigDecimal(kept));
    return difference.signum() == 0 ? null : difference;
  }
}
