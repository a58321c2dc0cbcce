package vn.nenmong.figures.overview;

import java.util.List;

/// Bars side by side, with the numbers that a table shows beside them.
///
/// @param title message key
public record Chart(String title, List<Bar> bars) {

  /// @param label what it stands for, in words
  /// @param parts its parts one behind the other
  /// @param text its number, as it is written at its end
  public record Bar(String label, List<Part> parts, String text) {

    public double value() {
      return parts.stream().mapToDouble(Part::value).sum();
    }

    /// Its label in so many letters.
    public String shortened(int letters) {
      return label.length() <= letters ? label : label.substring(0, letters - 1).strip() + "…";
    }
  }

  /// @param look class of the stylesheet: `d1` to `d4`, `d0` for the rest
  public record Part(double value, String look) {}

  public Chart {
    bars = List.copyOf(bars);
  }

  public boolean isEmpty() {
    return bars.isEmpty();
  }

  /// The length of a value on a drawing whose longest bar has the given one.
  public long length(double value, int most) {
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    return longest == 0 ? 0 : Math.round(value / longest * most);
  }

  /// Where a part of a bar begins, after those before it.
  public long start(Bar bar, int part, int most) {
    return length(bar.parts().subList(0, part).stream().mapToDouble(Part::value).sum(), most);
  }

  /// For those who do not see the drawing.
  public String words() {
    return String.join("; ", bars.stream().map(bar -> bar.label() + " " + bar.text()).toList());
  }
}
