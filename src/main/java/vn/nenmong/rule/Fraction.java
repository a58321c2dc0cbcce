package vn.nenmong.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A majority: `2/3`, or `1/2+` where it must be more than that.
public record Fraction(int numerator, int denominator, boolean more) {

  static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})/([1-9]\\d?)(\\+?)");

  static Optional<Fraction> parse(String value) {
    Matcher written = WRITTEN.matcher(value);
    return written.matches()
        ? Optional.of(
            new Fraction(
                Integer.parseInt(written.group(1)),
                Integer.parseInt(written.group(2)),
                !written.group(3).isEmpty()))
        : Optional.empty();
  }

  /// The least number of votes that reaches it.
  ///
  /// @param entitled how many have a vote
  public int needed(int entitled) {
    return more
        ? entitled * numerator / denominator + 1
        : Math.ceilDiv(entitled * numerator, denominator);
  }

  public boolean isReachedBy(int votes, int entitled) {
    return votes >= needed(entitled);
  }
}
