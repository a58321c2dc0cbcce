package vn.nenmong.consolidation.health;

import java.util.List;
import java.util.stream.Collectors;

/// A bar of a small chart.
///
/// @param label what it stands for, in words
public record Bar(String label, int value) {

  /// The length of a bar on a drawing whose longest has the given one.
  public static long length(List<Bar> bars, Bar bar, int most) {
    int longest = bars.stream().mapToInt(Bar::value).max().orElse(0);
    return longest == 0 ? 0 : Math.round((double) bar.value() / longest * most);
  }

  /// For those who do not see the drawing.
  public static String words(List<Bar> bars) {
    return bars.stream()
        .map(bar -> bar.label() + ": " + bar.value())
        .collect(Collectors.joining("; "));
  }
}
