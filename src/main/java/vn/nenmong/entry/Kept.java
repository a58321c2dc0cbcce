package vn.nenmong.entry;

import java.util.Map;
import java.util.UUID;

/// A record as it is kept now.
///
/// @param title what it is, in words
/// @param values by field: dates and numbers as ISO writes them, `yes` or nothing, ids of what was
///   chosen; what is not known is left out
public record Kept(UUID commune, String title, Map<String, String> values) {

  public Kept {
    values = Map.copyOf(values);
  }
}
