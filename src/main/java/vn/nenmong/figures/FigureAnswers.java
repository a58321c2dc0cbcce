package vn.nenmong.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Units;

/// Figures and indicators as the API and the command line give them: by the code of the
/// organization, with names and notes in the language of who asks.
@Component
public class FigureAnswers {

  private final Organizations organizations;
  private final Figures figures;
  private final Indicators indicators;
  private final TermRepository terms;
  private final MessageSource messages;
  private final Today today;

  FigureAnswers(
      Organizations organizations,
      Figures figures,
      Indicators indicators,
      TermRepository terms,
      MessageSource messages,
      Today today) {
    this.today = today;
    this.organizations = organizations;
    this.figures = figures;
    this.indicators = indicators;
    this.terms = terms;
    this.messages = messages;
  }

  /// @param value a number, a date as text, or null where it is not known
  /// @param organization `NATONG`, or `NATONG/CB01` for what lies in a commune
  /// @param period `2016`, or `2016-01-01/2016-06-30` for another span than a year
  /// @param term `2020-2025`, given where the period is a term of the organization
  /// @param atLeast given where the value counts only those who are still here
  /// @param note what is missing, or what else must be known with the value
  public record FigureAnswer(
      String code,
      String name,
      @Nullable Object value,
      String unit,
      String organization,
      String period,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String term,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean atLeast,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}

  /// @param note where the result comes from, where it is not the year's own
  public record IndicatorAnswer(
      String code,
      String name,
      String unit,
      @Nullable BigDecimal previous,
      @Nullable BigDecimal plan,
      @Nullable BigDecimal actual,
      @Nullable BigDecimal percentOfPlan,
      @Nullable BigDecimal growth,
      @Nullable BigDecimal changeInPoints,
      String direction,
      @Nullable Boolean reached,
      String organization,
      String period,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}

  /// The organization of a code on the last day of a period, or today, where one that ended is told
  /// by what has its records.
  ///
  /// @throws UnknownOrganization where there was none that the scope reaches
  public OrganizationRef organization(Scope scope, String code, ReportPeriod period, Units units) {
    LocalDate day = units.isNow() ? today.date() : period.to();
    return (units.isNow()
            ? organizations.findOrHeir(scope, code, day)
            : organizations.find(scope, code, day))
        .orElseThrow(() -> new UnknownOrganization(code, day));
  }

  /// The days of a term that is known of an organization or of what it came of.
  ///
  /// @param term `2020-2025`, or `2025-` while it runs
  /// @throws UnknownTerm where there is none of that name
  public ReportPeriod term(Scope scope, String code, String term) {
    return terms.terms(scope, code, today.date()).stream()
        .filter(one -> one.code().equals(term))
        .map(Term::period)
        .findFirst()
        .orElseThrow(() -> new UnknownTerm(code, term));
  }

  private @Nullable String termOf(Scope scope, OrganizationRef organization, ReportPeriod period) {
    return Term.of(terms.terms(scope, organization.fullCode(), today.date()), period)
        .map(Term::code)
        .orElse(null);
  }

  /// @throws UnknownOrganization where there is none of that code
  public List<FigureAnswer> figures(
      Scope scope, String code, ReportPeriod period, Units units, Locale locale) {
    OrganizationRef organization = organization(scope, code, period, units);
    String term = termOf(scope, organization, period);
    return figures.all(scope, organization, period, units).stream()
        .map(value -> answer(value, organization, period, term, locale))
        .toList();
  }

  /// @throws UnknownOrganization where there is none of that code
  public List<IndicatorAnswer> indicators(
      Scope scope, String code, ReportPeriod period, Units units, Locale locale) {
    OrganizationRef organization = organization(scope, code, period, units);
    return indicators.all(scope, organization, period, units).stream()
        .map(indicator -> answer(indicator, period, locale))
        .toList();
  }

  FigureAnswer answer(
      Scope scope,
      FigureValue value,
      OrganizationRef organization,
      ReportPeriod period,
      Locale locale) {
    return answer(value, organization, period, termOf(scope, organization, period), locale);
  }

  private FigureAnswer answer(
      FigureValue value,
      OrganizationRef organization,
      ReportPeriod period,
      @Nullable String term,
      Locale locale) {
    return new FigureAnswer(
        value.code(),
        messages.getMessage("figures.name." + value.code(), null, locale),
        value.value(),
        value.unit(),
        organization.fullCode(),
        period.code(),
        term,
        value.atLeast(),
        value.note() == null ? null : messages.getMessage(value.note(), locale));
  }

  private IndicatorAnswer answer(Indicator indicator, ReportPeriod period, Locale locale) {
    String later = String.valueOf(period.year() + 1);
    return new IndicatorAnswer(
        indicator.code(),
        indicator.name(),
        indicator.unit(),
        indicator.previous(),
        indicator.plan(),
        indicator.actual(),
        indicator.percentOfPlan(),
        indicator.growth(),
        indicator.changeInPoints(),
        indicator.direction(),
        indicator.reached(),
        indicator.organization(),
        String.valueOf(period.year()),
        indicator.toldLater()
            ? messages.getMessage("figures.note.toldLater", new Object[] {later}, locale)
            : null);
  }
}
