package vn.nenmong.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How the value of a rule is written. A value that takes another's place is written like it.
enum Kind {
  NUMBER("\\d{1,4}"),
  SPAN(Span.WRITTEN),
  /// `90 minutes`, `72 hours`: told, and counted by nothing.
  TIME("\\d{1,4} (hours|minutes)"),
  FRACTION(Fraction.WRITTEN),
  /// `top/bottom/left/right` in mm.
  MARGINS("\\d{1,3}(/\\d{1,3}){3}"),
  NUMBERS("\\d{1,3}(,\\d{1,3})*"),
  /// `03-02,19-05`: days of every year.
  DAYS(
      "%s(,%<s)*"
          .formatted("((0[1-9]|[12]\\d)-(0[1-9]|1[0-2])|30-(0[13-9]|1[0-2])|31-(0[13578]|1[02]))")),
  PERCENT("(100|\\d{1,2})(\\.\\d{1,2})? %"),
  /// `0.3 % min wage`: a percentage and what it is of.
  SHARE("(100|\\d{1,2})(\\.\\d{1,2})? % \\p{L}.*"),
  RANGE("\\d{1,3}(–\\d{1,3})?"),
  AMOUNT("\\d{1,3}(,\\d{3}){0,3}(–\\d{1,3}(,\\d{3}){0,3})? VND"),
  LEVELS("\\p{Lu}+(/\\p{Lu}+)+"),
  WORD("[A-Za-z_]+"),
  WORDS("[A-Za-z_]+(,[A-Za-z_]+)*"),
  /// What is none of these.
  TEXT("(?s).*");

  private final Pattern written;

  Kind(String written) {
    this(Pattern.compile(written));
  }

  Kind(Pattern written) {
    this.written = written;
  }

  private boolean isWritten(String value) {
    return written.matcher(value).matches();
  }

  static Kind of(String value) {
    return Stream.of(values()).filter(kind -> kind.isWritten(value)).findFirst().orElse(TEXT);
  }

  boolean isOfWords() {
    return this == WORD || this == WORDS || this == LEVELS;
  }

  /// What someone has typed, as it is kept: `30 ngày làm việc` as `30 working days`, `trên 1/2` as
  /// `1/2+`. Empty where it is of another kind.
  ///
  /// @param like a value of the rule
  static Optional<String> read(String typed, String like) {
    Kind kind = of(like);
    String value = kind.kept(typed.strip().replaceAll("\\s+", " "), like);
    return Optional.of(value).filter(kind::isWritten);
  }

  private String kept(String typed, String like) {
    return switch (this) {
      case SPAN ->
          typed
              .toLowerCase(Locale.ROOT)
              .replaceFirst(" ngày làm việc$", " working days")
              .replaceFirst(" ngày$", " days")
              .replaceFirst(" tháng$", " months");
      case TIME ->
          typed
              .toLowerCase(Locale.ROOT)
              .replaceFirst(" giờ$", " hours")
              .replaceFirst(" phút$", " minutes");
      case FRACTION ->
          typed
              .replaceFirst("(?iu)^(?:trên|more than) ([\\d/]+)$", "$1+")
              .replaceFirst("(?iu)^từ ([\\d/]+) trở lên$", "$1")
              .replaceFirst("(?i)^([\\d/]+) or more$", "$1");
      case MARGINS, NUMBERS, LEVELS, WORDS -> typed.replaceAll(" ?([,/]) ?", "$1");
      case DAYS ->
          typed.replaceAll(" ?, ?", ",").replace('/', '-').replaceAll("\\b(\\d)\\b", "0$1");
      case PERCENT -> percent(typed);
      case SHARE -> {
        String of = like.substring(like.indexOf('%') + 1);
        String percent = percent(typed);
        yield percent.endsWith("%") ? percent + of : percent.endsWith(of) ? percent : "";
      }
      case RANGE -> typed.replaceFirst(" ?[-–] ?", "–");
      case AMOUNT ->
          typed
              .replaceFirst("(?iu) ?(?:đồng|đ|vnd|vnđ)$", " VND")
              .replaceFirst(" ?[-–] ?", "–")
              .replace('.', ',')
              .replaceAll("\\b(\\d{1,3})(\\d{3})\\b", "$1,$2");
      case NUMBER, WORD, TEXT -> typed;
    };
  }

  private static String percent(String typed) {
    return typed.replaceFirst("^(\\d+),(\\d+)", "$1.$2").replaceFirst("(\\d) ?%", "$1 %");
  }
}
