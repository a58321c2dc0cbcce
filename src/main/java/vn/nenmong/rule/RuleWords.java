package vn.nenmong.rule;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nenmong.kernel.web.Page;

/// Rules in the reader's words.
public final class RuleWords {

  /// Rules whose value is a number and what it is of.
  private static final Set<String> PROSE =
      Set.of(
          "review.cap.excellent",
          "dues.rate.no_bhxh.under_retire",
          "dues.rate.no_bhxh.over_retire");

  private RuleWords() {}

  public static String name(Page page, String code) {
    return page.t("rule.name." + code);
  }

  public static String value(Page page, RuleValue rule) {
    return rule.span()
        .map(span -> span(page, span))
        .or(() -> rule.fraction().map(fraction -> fraction(page, fraction)))
        .orElseGet(() ->
            rule.value().matches("[A-Za-z_,]+")
                ? rule.words().stream()
                    .map(word -> page.t("rule.word." + word))
                    .collect(Collectors.joining(", "))
                : rule.value().matches("[0-9-]+(,[0-9-]+)+")
                    ? rule.value().replace(",", ", ").replace('-', '/')
                    : PROSE.contains(rule.code())
                        ? page.t("rule.prose." + rule.code(), rule.value().replaceAll(" %.*", ""))
                        : rule.value());
  }

  public static String span(Page page, Span span) {
    return page.t(
        "rule.span." + span.unit().name().toLowerCase(Locale.ROOT), page.number(span.length()));
  }

  public static String fraction(Page page, Fraction fraction) {
    String part = fraction.numerator() + "/" + fraction.denominator();
    return page.t(fraction.more() ? "rule.fraction.more" : "rule.fraction", part);
  }

  /// Number, body and date, and the clause where it is known: «29-QĐ/TW, Ban Chấp hành Trung ương,
  /// 25/07/2016, mục 4.2».
  public static String source(Page page, Source source) {
    String document =
        source.date() == null
            ? source.number() + ", " + source.body()
            : page.t("rule.source", source.number(), source.body(), page.date(source.date()));
    return source.clause() == null ? document : page.t("rule.clause", document, source.clause());
  }

  public static String evidence(Page page, Evidence evidence) {
    return page.t("rule.evidence." + evidence);
  }
}
