package vn.nenmong.rule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import vn.nenmong.kernel.web.Page;

/// Rules in the reader's words.
public final class RuleWords {

  /// Rules whose value is a number and what it is of.
  private static final Set<String> PROSE =
      Set.of(
          "review.cap.excellent",
          "dues.rate.no_bhxh.under_retire",
          "dues.rate.no_bhxh.over_retire");

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private RuleWords() {}

  public static String name(Page page, String code) {
    return page.t("rule.name." + code);
  }

  public static String value(Page page, RuleValue rule) {
    return value(page, rule.code(), rule.value());
  }

  /// @param code of the rule whose value it is
  public static String value(Page page, String code, String value) {
    return switch (Kind.of(value)) {
      case SPAN -> span(page, Span.parse(value).orElseThrow());
      case FRACTION -> fraction(page, Fraction.parse(value).orElseThrow());
      case NUMBERS -> value.replace(",", ", ");
      case DAYS -> value.replace(",", ", ").replace('-', '/');
      case WORD, WORDS ->
          Vocabulary.of(value).stream()
              .map(word -> word(page, word))
              .collect(Collectors.joining(", "));
      case LEVELS ->
          Vocabulary.of(value).stream()
              .map(word -> word(page, word))
              .collect(Collectors.joining("; "));
      case TIME -> {
        String[] time = value.split(" ", 2);
        yield page.t("rule.time." + time[1], page.number(Integer.valueOf(time[0])));
      }
      case PERCENT -> numbers(page, value);
      case SHARE ->
          PROSE.contains(code)
              ? page.t("rule.prose." + code, numbers(page, value.replaceAll(" %.*", "")))
              : value;
      case AMOUNT ->
          page.t("rule.amount", numbers(page, value.replace(",", "").replace(" VND", "")));
      case NUMBER, MARGINS, RANGE, TEXT -> value;
    };
  }

  /// A value as it is typed: words as the program has them, a percentage without what it is of.
  static String example(Page page, String code, String value) {
    Kind kind = Kind.of(value);
    return kind.isOfWords()
        ? value
        : kind == Kind.SHARE
            ? numbers(page, value.substring(0, value.indexOf('%') + 1))
            : value(page, code, value);
  }

  /// With each number as the reader writes it.
  private static String numbers(Page page, String value) {
    return NUMBER.matcher(value).replaceAll(number -> page.number(new BigDecimal(number.group())));
  }

  /// A word in the reader's language; one that is not known as it is.
  public static String word(Page page, String word) {
    return page.t(new DefaultMessageSourceResolvable(new String[] {"rule.word." + word}, word));
  }

  public static String span(Page page, Span span) {
    return page.t("rule.span." + span.unit().key(), page.number(span.length()));
  }

  public static String fraction(Page page, Fraction fraction) {
    String part = fraction.numerator() + "/" + fraction.denominator();
    return page.t(fraction.more() ? "rule.fraction.more" : "rule.fraction", part);
  }

  /// Number, body and date, and the clause where it is known, which is a bare number or says itself
  /// what it is: «29-QĐ/TW, Ban Chấp hành Trung ương, 25/07/2016, mục 4.2».
  public static String source(Page page, Source source) {
    String document =
        source.date() == null
            ? source.number() + ", " + source.body()
            : page.t("rule.source", source.number(), source.body(), page.date(source.date()));
    String clause = source.clause();
    if (clause == null) {
      return document;
    }
    return Character.isDigit(clause.codePointAt(0))
        ? page.t("rule.clause", document, clause)
        : document + ", " + clause;
  }

  /// What a rule says on the day looked at in each of some communes, with its source and mark.
  ///
  /// @param said key of the sentence: value, source, evidence
  /// @param none key of what is said where no rule is known for the day
  public static List<String> said(
      Page page, Collection<Rulebook> books, Rule rule, String said, String none) {
    List<String> sentences =
        books.stream()
            .flatMap(book -> book.on(page.on(), rule).stream())
            .distinct()
            .map(value ->
                page.t(
                    said,
                    value(page, value),
                    source(page, value.source()),
                    evidence(page, value.source().evidence())))
            .toList();
    return sentences.isEmpty() ? List.of(page.t(none, page.date(page.on()))) : sentences;
  }

  public static String evidence(Page page, Evidence evidence) {
    return page.t("rule.evidence." + evidence);
  }
}
