package vn.nenmong.kernel.register;

import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Slice;
import vn.nenmong.kernel.web.Sort;

/// A register as `register.jte` shows it.
///
/// @param path of its page; its sheet is at `/export` below it
/// @param title message key
/// @param time of what time its rows are
/// @param totals what is counted over all rows that were asked for, by message key
/// @param notes what the reader must know, in words
/// @param views other pages on the same matter: path and message key
/// @param entry name of the form by which its records are entered, or null
public record Register<R extends RegisterRow>(
    String path,
    String title,
    Time time,
    RegisterQuery<R> query,
    Asked asked,
    List<Filter> filters,
    Map<String, Value> totals,
    List<String> notes,
    Map<String, String> views,
    @Nullable String entry) {

  /// Its template; the model needs a [Shown] as `shown`.
  public static final String VIEW = "vn/nenmong/kernel/register/register";

  /// Of what time the rows of a register are.
  public enum Time {
    /// True on the last day looked at.
    DAY,
    /// Within the days looked at.
    SPAN,
    /// Of the year that the last day lies in.
    YEAR,
    /// Whatever days are looked at.
    ALWAYS
  }

  public static <R extends RegisterRow> Register<R> of(
      String path, String title, Time time, RegisterQuery<R> query, Asked asked) {
    return new Register<>(
        path, title, time, query, asked, List.of(), Map.of(), List.of(), Map.of(), null);
  }

  public Register<R> filters(Filter... filters) {
    return new Register<>(
        path, title, time, query, asked, List.of(filters), totals, notes, views, entry);
  }

  public Register<R> totals(Map<String, Value> totals) {
    return new Register<>(path, title, time, query, asked, filters, totals, notes, views, entry);
  }

  public Register<R> notes(List<String> notes) {
    return new Register<>(path, title, time, query, asked, filters, totals, notes, views, entry);
  }

  public Register<R> views(Map<String, String> views) {
    return new Register<>(path, title, time, query, asked, filters, totals, notes, views, entry);
  }

  /// @param entry name of the form by which its records are entered
  public Register<R> entry(String entry) {
    return new Register<>(path, title, time, query, asked, filters, totals, notes, views, entry);
  }

  /// Whether the viewer may enter and correct its records.
  public boolean mayEnter(Page page) {
    return entry != null && page.mayOpen(newLink());
  }

  public String newLink() {
    return "/entry/" + entry + "/new";
  }

  /// Where a record is corrected.
  public String correctLink(Page page, Object id) {
    return "/entry/"
        + entry
        + "/"
        + id
        + "/correct?back="
        + URLEncoder.encode(page.with(), StandardCharsets.UTF_8);
  }

  /// Whether the rows were narrowed.
  public boolean isNarrowed() {
    return !asked.words().isBlank() || filters.stream().anyMatch(Filter::isChosen);
  }

  /// Of what time the rows are, in words.
  public String timeWords(Page page) {
    return switch (time) {
      case ALWAYS -> page.t("page.register.always");
      case DAY -> page.t("page.register.day", page.date(page.on()));
      case YEAR -> page.t("page.register.year", Integer.toString(page.period().year()));
      case SPAN ->
          page.period().isWholeYear()
              ? page.t("page.register.year", Integer.toString(page.period().year()))
              : page.t(
                  "page.register.span",
                  page.date(page.period().from()),
                  page.date(page.period().to()));
    };
  }

  /// The same page a year later or, with a negative number, earlier.
  public String yearLink(Page page, int years) {
    return page.with(
        "year",
        page.period().year() + years,
        "on",
        null,
        "from",
        null,
        "to",
        null,
        "after",
        null,
        "before",
        null);
  }

  /// Its sheet, narrowed and sorted as the page is.
  public String exportLink(Page page) {
    String here = page.with("after", null, "before", null);
    int query = here.indexOf('?');
    return path + "/export" + (query < 0 ? "" : here.substring(query));
  }

  /// The same as a sheet: all that was asked for, not only the page.
  public Sheet<R> sheet(Page page) {
    String words = page.t(title);
    String narrowed =
        filters.stream()
            .filter(Filter::isChosen)
            .map(filter -> page.t(filter.label()) + ": " + chosen(page, filter))
            .collect(Collectors.joining("; "));
    String searched =
        asked.words().isBlank() ? "" : page.t("page.register.searched", asked.words().strip());
    return new Sheet<>(
        words,
        java.util.stream.Stream.of(words, timeWords(page), searched, narrowed)
            .filter(line -> !line.isEmpty())
            .toList(),
        query.columns().stream().map(column -> sheetColumn(page, column)).toList());
  }

  private static String chosen(Page page, Filter filter) {
    return filter.options().stream()
        .filter(option -> option.value().equals(filter.chosen()))
        .findFirst()
        .map(option -> option.key() ? page.t(option.text()) : option.text())
        .orElse(filter.chosen());
  }

  private Column<R> sheetColumn(Page page, RegisterColumn<R> column) {
    String header = page.t(column.label());
    int width = Math.clamp(header.length(), column.number() ? 8 : 14, 28);
    return new Column<>(header, width, row -> plain(page, column.value().apply(row)));
  }

  private static @Nullable Object plain(Page page, Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Several several ->
          several.all().stream()
              .map(each -> String.valueOf(plain(page, each)))
              .collect(Collectors.joining("; "));
      case Value.Count count -> count.number();
      case Value.Day day -> day.day();
      case Value.Known known -> known.date();
      case Value.Rate rate -> rate.percent().setScale(1, RoundingMode.HALF_UP);
      case Value.Points points -> points.change();
      case Value.Word word -> page.t(word.key(), word.argument());
      case Value.Tag tag -> tag.text();
      case Value.WordTag tag -> page.t(tag.key());
    };
  }

  /// A register with the rows of one page.
  ///
  /// @param count how many rows there are, counted up to one more than [RegisterReader#MOST]
  public record Shown(
      Register<?> register,
      List<? extends RegisterColumn<?>> columns,
      Sort sort,
      Slice<?> slice,
      List<List<Value>> rows,
      int count) {

    /// How many rows there are in all, as far as they were counted.
    public String countOfAll(Page page) {
      return count > RegisterReader.MOST
          ? page.t("page.pager.over", page.number(RegisterReader.MOST))
          : page.number(count);
    }

    /// The record that a row of the page stands for, or null.
    public @Nullable UUID recordId(int row) {
      return ((RegisterRow) slice.rows().get(row)).recordId();
    }

    public String countWords(Page page) {
      return count > RegisterReader.MOST
          ? page.t("page.register.countMore", page.number(RegisterReader.MOST))
          : page.t("page.register.count", page.number(count));
    }
  }
}
