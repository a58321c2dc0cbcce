package vn.nenmong.kernel.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where in a sorted list a page begins, from its address: after or before a row, by that row's id,
/// or at the start. Taken as an argument of a controller, from `after` and `before`. A deep page so
/// costs what the first does, and no page shows a row twice when rows are added meanwhile.
public record Place(@Nullable UUID after, @Nullable UUID before) {

  public static final Place START = new Place(null, null);

  /// Whether the rows are read against their order.
  public boolean backwards() {
    return after == null && before != null;
  }

  /// The row to read on from, or null at the start.
  public @Nullable UUID row() {
    return after != null ? after : before;
  }
}
