package vn.nenmong.figures.communes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.organization.OrganizationRef;

/// The communes below one body, with their sums.
///
/// @param top the body above them, or null where nothing that the viewer sees is
/// @param figures codes of what is summed up
/// @param ofTop the same figures as counted over everything below the body, by code
public record CommuneSums(
    @Nullable OrganizationRef top,
    List<String> figures,
    List<CommuneLine> communes,
    Map<String, FigureValue> ofTop) {

  /// The sum of those that know it, or null where none does.
  public @Nullable BigDecimal sum(String code) {
    return communes.stream()
        .map(line -> line.figure(code).number())
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  /// How many communes know it.
  public long known(String code) {
    return communes.stream().filter(line -> line.figure(code).number() != null).count();
  }

  public boolean isWhole(String code) {
    return known(code) == communes.size();
  }

  /// What was told when the years were closed, summed up in the same way: an open commune counts as
  /// it is now.
  public @Nullable BigDecimal sinceClosing(String code) {
    BigDecimal difference =
        communes.stream()
            .map(line -> line.sinceClosing(code))
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return difference.signum() == 0 ? null : difference;
  }

  /// How far the sum is from what is counted over everything at once; null where both are the same
  /// or one is not known.
  public @Nullable BigDecimal difference(String code) {
    BigDecimal sum = sum(code);
    FigureValue whole = ofTop.get(code);
    if (sum == null || whole == null || whole.number() == null) {
      return null;
    }
    BigDecimal difference = sum.subtract(whole.number());
    return difference.signum() == 0 ? null : difference;
  }

  public long closed() {
    return communes.stream().filter(line -> line.closing() != null).count();
  }

  /// Those of which every register counts as complete.
  public long complete() {
    return communes.stream().filter(line -> line.missing().isEmpty()).count();
  }
}
