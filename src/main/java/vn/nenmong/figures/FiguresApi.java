package vn.nenmong.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.figures.FigureAnswers.FigureAnswer;
import vn.nenmong.figures.FigureAnswers.IndicatorAnswer;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Units;

/// Figures, the rows behind them and indicators for other programs, of what the account may see.
@RestController
class FiguresApi {

  private static final int ALL_ROWS = 1_000_000;

  private final FigureAnswers answers;
  private final Figures figures;
  private final ExportFigure export;

  FiguresApi(FigureAnswers answers, Figures figures, ExportFigure export) {
    this.answers = answers;
    this.figures = figures;
    this.export = export;
  }

  /// @param part what the row gives to the figure, where that is more than itself
  /// @param whole what its part is set against
  record RowAnswer(
      UUID id,
      Map<String, @Nullable Object> values,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal part,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal whole) {}

  record RowsAnswer(FigureAnswer figure, List<RowAnswer> rows) {}

  @GetMapping("/api/figures")
  List<FigureAnswer> figures(
      @RequestParam String organization,
      @RequestParam(defaultValue = "then") String units,
      @RequestParam(defaultValue = "") String term,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer) {
    return answers.figures(
        viewer.scope(),
        organization,
        period(page, viewer, organization, term),
        Units.of(units),
        page.locale());
  }

  @GetMapping("/api/indicators")
  List<IndicatorAnswer> indicators(
      @RequestParam String organization,
      @RequestParam(defaultValue = "then") String units,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer) {
    return answers.indicators(
        viewer.scope(), organization, page.period(), Units.of(units), page.locale());
  }

  @GetMapping("/api/figures/{code}/rows")
  RowsAnswer rows(
      @PathVariable String code,
      @RequestParam String organization,
      @RequestParam(defaultValue = "then") String units,
      @RequestParam(defaultValue = "") String term,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer) {
    ReportPeriod period = period(page, viewer, organization, term);
    OrganizationRef found =
        answers.organization(viewer.scope(), organization, period, Units.of(units));
    FigureRows rows =
        figures
            .rows(code, viewer.scope(), found, period, Units.of(units), ALL_ROWS, 0)
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "page.error.unknownFigure"));
    export.record(viewer, found, code, period);
    return new RowsAnswer(
        answers.answer(viewer.scope(), rows.value(), found, period, page.locale()),
        rows.rows().stream()
            .map(row -> new RowAnswer(row.id(), shown(rows, row), row.part(), row.whole()))
            .toList());
  }

  private static Map<String, @Nullable Object> shown(FigureRows rows, FigureRows.Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
    values.keySet().retainAll(rows.columns().stream().map(RowColumn::name).toList());
    return values;
  }

  private ReportPeriod period(Page page, Viewer viewer, String organization, String term) {
    return term.isEmpty() ? page.period() : answers.term(viewer.scope(), organization, term);
  }

  /// What went wrong as a problem document (RFC 9457), in the language of the request.
  @RestControllerAdvice(assignableTypes = FiguresApi.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
      this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownOrganization e, Locale locale) {
      return problem(
          HttpStatus.NOT_FOUND,
          messages.getMessage("figures.unknownOrganization.title", null, locale),
          messages.getMessage(e.code(), e.arguments(), locale));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownTerm e, Locale locale) {
      return problem(
          HttpStatus.NOT_FOUND,
          messages.getMessage("figures.unknownTerm.title", null, locale),
          messages.getMessage(e.code(), e.arguments(), locale));
    }

    @ExceptionHandler
    ProblemDetail missing(MissingServletRequestParameterException e, Locale locale) {
      return problem(
          HttpStatus.BAD_REQUEST,
          messages.getMessage("page.error.badRequest", null, locale),
          messages.getMessage(
              "figures.missingParameter", new Object[] {e.getParameterName()}, locale));
    }

    /// The reason is the key of a title, and with `.help` that of what to do.
    @ExceptionHandler
    ProblemDetail refused(ResponseStatusException e, Locale locale) {
      String key = e.getReason() == null ? "page.error.badRequest" : e.getReason();
      return problem(
          HttpStatus.valueOf(e.getStatusCode().value()),
          messages.getMessage(key, null, locale),
          messages.getMessage(key + ".help", null, locale));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
      problem.setTitle(title);
      return problem;
    }
  }
}
