package vn.nenmong.membership.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Number and symbol of a paper of the commune: `05-NQ/CB`.
///
/// @param document abbreviation of the kind of document
public record PaperNumber(int number, String document, Organ organ) {

  /// Whose paper it is: the committee's, or a cell's.
  public enum Organ {
    COMMITTEE("ĐU"),
    CELL("CB");

    private final String symbol;

    Organ(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:số\\s*:?\\s*)?0*(\\d{1,5})\\s*[-–]\\s*(\\p{L}{2,5})\\s*/\\s*(ĐU|CB)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Empty for what is no number of a commune's or cell's paper.
  static Optional<PaperNumber> parse(String written) {
    Matcher matcher = WRITTEN.matcher(Normalizer.normalize(written.strip(), Normalizer.Form.NFC));
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PaperNumber(
            Integer.parseInt(matcher.group(1)),
            document(matcher.group(2)),
            matcher.group(3).equalsIgnoreCase(Organ.CELL.symbol()) ? Organ.CELL : Organ.COMMITTEE));
  }

  /// Two abbreviations have a small letter.
  private static String document(String written) {
    String capitals = written.toUpperCase(Locale.ROOT);
    return switch (capitals) {
      case "TTR" -> "TTr";
      case "CTR" -> "CTr";
      default -> capitals;
    };
  }

  /// As papers have it: below ten with a zero, without a colon.
  @Override
  public String toString() {
    return "%02d-%s/%s".formatted(number, document, organ.symbol());
  }
}
