package vn.nenmong.kernel.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.web.Place;

/// What every register can be asked for in its address.
///
/// @param q words to search, with or without accents
/// @param sort a column's name, or `-name` for the reverse
/// @param print `all` for a page that is to be printed
public record Asked(
    @Nullable String q,
    @Nullable String sort,
    @Nullable UUID after,
    @Nullable UUID before,
    @Nullable String print) {

  /// Nothing in particular.
  public static final Asked NOTHING = new Asked(null, null, null, null, null);

  /// The words as they were typed.
  public String words() {
    return q == null ? "" : q;
  }

  /// The words as a pattern for `like` on folded text; `%` where there are none.
  public String pattern() {
    String folded = Vietnamese.fold(Objects.requireNonNullElse(q, ""));
    if (folded.isEmpty()) {
      return "%";
    }
    return "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /// The arguments that every register's statement may use: `q`, `scope`, and the time as `on`,
  /// `from`, `to` and `year`. Its own are added to them.
  ///
  /// @param scope as PostgreSQL writes an array of paths
  public Map<String, @Nullable Object> arguments(ReportPeriod period, String scope) {
    Map<String, @Nullable Object> arguments = new HashMap<>();
    arguments.put("q", pattern());
    arguments.put("scope", scope);
    arguments.put("on", period.to());
    arguments.put("from", period.from());
    arguments.put("to", period.to());
    arguments.put("year", period.year());
    return arguments;
  }

  /// The same, in an order of the register's own where none was asked for.
  public Asked orSortedBy(String order) {
    return sort == null ? new Asked(q, order, after, before, print) : this;
  }

  public Place place() {
    return new Place(after, before);
  }
}
