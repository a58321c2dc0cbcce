package vn.nenmong.kernel.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;

/// What every template needs beside its own model: words and numbers in the reader's language, the
/// day or year that is looked at, links that keep it, and who is at work. Made for each request and
/// in every model as `page`.
public final class Page {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  /// Who is at work and where, as the frame of a page shows it.
  ///
  /// @param path path of the request
  /// @param query its query string without `?`, or empty
  /// @param account of the person; empty before sign-in
  /// @param viewer name of the person, or null before sign-in
  /// @param shared whether they work on a machine that others use too
  /// @param idle seconds after which an idle session ends, or 0 before sign-in
  /// @param demo whether the data are the demo's, whose people are made up
  /// @param workingDay the day set instead of today's, or null
  /// @param notice what was just done, or null
  public record Frame(
      String path,
      String query,
      String account,
      @Nullable String viewer,
      boolean shared,
      int idle,
      boolean demo,
      @Nullable LocalDate workingDay,
      @Nullable String csrfName,
      @Nullable String csrfToken,
      @Nullable Notice notice) {}

  private final MessageSource messages;
  private final Locale locale;
  private final ReportPeriod period;
  private final boolean periodGiven;
  private final Frame frame;
  private final BiPredicate<String, String> may;
  private final UnaryOperator<String> assets;

  /// @param period what is looked at
  /// @param periodGiven whether it was asked for, so that links must carry it on
  /// @param may whether the viewer may take a path by a method, such as `GET`
  /// @param assets turns the path of a static file into its versioned address
  public Page(
      MessageSource messages,
      Locale locale,
      ReportPeriod period,
      boolean periodGiven,
      Frame frame,
      BiPredicate<String, String> may,
      UnaryOperator<String> assets) {
    this.messages = messages;
    this.locale = locale;
    this.period = period;
    this.periodGiven = periodGiven;
    this.frame = frame;
    this.may = may;
    this.assets = assets;
  }

  /// The text of a key, with its arguments. A key without a text is a defect and throws.
  public String t(String key, @Nullable Object... args) {
    return messages.getMessage(key, args, locale);
  }

  /// The text of a message that brings its own arguments.
  public String t(MessageSourceResolvable message) {
    return messages.getMessage(message, locale);
  }

  public Locale locale() {
    return locale;
  }

  public String language() {
    return locale.getLanguage();
  }

  public ReportPeriod period() {
    return period;
  }

  /// The last day looked at: stocks are as of it.
  public LocalDate on() {
    return period.to();
  }

  public Frame frame() {
    return frame;
  }

  public boolean mayOpen(String path) {
    return may.test("GET", path);
  }

  /// Whether the viewer may send a form to a path.
  public boolean maySend(String path) {
    return may.test("POST", path);
  }

  public String asset(String path) {
    return assets.apply(path);
  }

  /// Whether the page of a path, or one below it, is open: for `aria-current`.
  public boolean isAt(String path) {
    return path.equals("/")
        ? frame.path().equals("/")
        : frame.path().equals(path) || frame.path().startsWith(path + "/");
  }

  /// A link that keeps the day or year looked at.
  public String link(String path, @Nullable Object... namesAndValues) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null && !value.toString().isEmpty()) {
        uri.queryParam(String.valueOf(namesAndValues[i]), "{v" + i + "}");
      }
    }
    addPeriod(uri);
    Map<String, Object> values = new java.util.HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        values.put("v" + i, namesAndValues[i + 1]);
      }
    }
    return uri.encode().buildAndExpand(values).toUriString();
  }

  private void addPeriod(UriComponentsBuilder uri) {
    periodParameters().forEach(uri::queryParam);
  }

  /// What in an address asks for the day or year looked at; empty where none was asked for. Forms
  /// carry it on as hidden fields.
  public Map<String, String> periodParameters() {
    if (!periodGiven) {
      return Map.of();
    }
    if (period.isWholeYear()) {
      return Map.of("year", Integer.toString(period.year()));
    }
    if (period.equals(ReportPeriod.until(period.to()))) {
      return Map.of("on", period.to().toString());
    }
    return Map.of("from", period.from().toString(), "to", period.to().toString());
  }

  /// The same page with some parameters of its query changed; an empty value takes one away.
  public String with(@Nullable Object... namesAndValues) {
    return elsewhere(frame.path(), namesAndValues);
  }

  /// Where the list that is looked at can be kept under a name.
  public String views() {
    String address = frame.query().isEmpty() ? frame.path() : frame.path() + "?" + frame.query();
    return UriComponentsBuilder.fromPath("/views")
        .queryParam("of", "{of}")
        .encode()
        .buildAndExpand(address)
        .toUriString();
  }

  /// Another page, asked for what this one is, with some parameters changed: an export of a list.
  public String elsewhere(String path, @Nullable Object... namesAndValues) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path).query(frame.query());
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      String name = String.valueOf(namesAndValues[i]);
      if (value == null || value.toString().isEmpty()) {
        uri.replaceQueryParam(name);
      } else {
        uri.replaceQueryParam(
            name,
            java.net.URLEncoder.encode(value.toString(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20"));
      }
    }
    return uri.build(true).toUriString();
  }

  /// A parameter of the address.
  public record Parameter(String name, String value) {}

  /// What the address asks for beside some names: to be kept by a form that sends those.
  public List<Parameter> others(String... names) {
    return UriComponentsBuilder.newInstance()
        .query(frame.query())
        .build()
        .getQueryParams()
        .entrySet()
        .stream()
        .filter(entry -> !List.of(names).contains(entry.getKey()))
        .flatMap(entry ->
            entry.getValue().stream()
                .filter(value -> value != null && !value.isEmpty())
                .map(value ->
                    new Parameter(
                        entry.getKey(), URLDecoder.decode(value, StandardCharsets.UTF_8))))
        .toList();
  }

  /// `1.234` or `1.234,5`: as many decimals as the number has, at most four.
  public String number(@Nullable Number number) {
    if (number == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(4);
    if (number instanceof BigDecimal decimal) {
      format.setMinimumFractionDigits(Math.max(0, Math.min(4, decimal.scale())));
    }
    return format.format(number);
  }

  /// `+4,5` or `−4,8`: with its sign.
  public String signed(BigDecimal number) {
    return (number.signum() < 0 ? "−" : "+") + number(number.abs());
  }

  /// `66,0`: one decimal, rounded half up, for rates.
  public String rate(@Nullable BigDecimal number) {
    return number == null ? "" : number(number.setScale(1, RoundingMode.HALF_UP));
  }

  /// `31/12/2016 14:05`, by the clock of Vietnam.
  public String moment(OffsetDateTime moment) {
    return MOMENT.format(moment.atZoneSameInstant(Today.ZONE));
  }

  /// `31/12/2016`.
  public String date(@Nullable LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  /// `31/12`, where the year is plain.
  public String dayAndMonth(LocalDate date) {
    return "%02d/%02d".formatted(date.getDayOfMonth(), date.getMonthValue());
  }

  /// `1956`, `07/2013` or `26/07/2013`: as it is known.
  public String date(@Nullable PartialDate date) {
    return date == null ? "" : date.toVietnamese();
  }
}
