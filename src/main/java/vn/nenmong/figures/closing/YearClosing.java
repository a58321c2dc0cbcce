package vn.nenmong.figures.closing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A year that was closed.
///
/// @param account who closed it, by their name
/// @param values as they were then, by [KeptValue#key]; what was not known then is left out
public record YearClosing(
    Instant at, String account, @Nullable String note, Map<String, String> values) {

  public YearClosing {
    values = Map.copyOf(values);
  }
}
