package vn.nenmong.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// Puts `page` and `viewer` into the model of every request.
@ControllerAdvice
class PageAdvice {

  private final AccessTable table;
  private final MessageSource messages;
  private final ResourceUrlProvider assets;
  private final Today today;
  private final boolean demo;

  PageAdvice(
      AccessTable table,
      MessageSource messages,
      ResourceUrlProvider assets,
      Today today,
      @Value("${nenmong.demo:false}") boolean demo) {
    this.table = table;
    this.messages = messages;
    this.assets = assets;
    this.today = today;
    this.demo = demo;
  }

  /// Who is at work; nobody before sign-in, who may see nothing.
  @ModelAttribute
  Viewer viewer(HttpServletRequest request) {
    return AtWork.viewer(request);
  }

  /// The annotation of the viewer makes Spring ask for them first; nothing of a request may change
  /// them. What the error page is asked for is what went wrong: it reads no parameters.
  @ModelAttribute
  Page page(
      HttpServletRequest request, @ModelAttribute(binding = false) Viewer viewer, Locale locale) {
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Page.Frame frame =
        new Page.Frame(
            request.getRequestURI(),
            Objects.requireNonNullElse(request.getQueryString(), ""),
            viewer.account(),
            viewer.account().isEmpty() ? null : viewer.displayName(),
            Arrivals.isShared(request),
            viewer.account().isEmpty() ? 0 : Arrivals.idle(request),
            demo,
            today.isSet() ? today.date() : null,
            csrf == null ? null : csrf.getParameterName(),
            csrf == null ? null : csrf.getToken(),
            notice(request));
    boolean readable = request.getDispatcherType() != DispatcherType.ERROR;
    boolean given =
        readable
            && (request.getParameter("on") != null
                || request.getParameter("year") != null
                || request.getParameter("from") != null);
    return new Page(
        messages,
        locale,
        readable ? period(request) : ReportPeriod.until(today.date()),
        given,
        frame,
        (method, path) -> table.mayTake(viewer.roles(), method, path),
        path -> Objects.requireNonNullElse(assets.getForLookupPath(path), path));
  }

  /// `year=2016`, `on=2016-06-30` or `from=…&to=…`; else until today.
  private ReportPeriod period(HttpServletRequest request) {
    try {
      String year = request.getParameter("year");
      if (year != null && !year.isBlank()) {
        return ReportPeriod.year(Integer.parseInt(year.strip()));
      }
      String from = request.getParameter("from");
      String to = request.getParameter("to");
      if (from != null || to != null) {
        return new ReportPeriod(day(from), day(to));
      }
      String on = request.getParameter("on");
      return ReportPeriod.until(on == null || on.isBlank() ? today.date() : TypedDay.parse(on));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.period", e);
    }
  }

  private static @Nullable Notice notice(HttpServletRequest request) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    return flash != null && flash.get(Notice.NAME) instanceof Notice notice ? notice : null;
  }

  private static LocalDate day(@Nullable String given) {
    return TypedDay.parse(Objects.requireNonNullElse(given, ""));
  }
}
