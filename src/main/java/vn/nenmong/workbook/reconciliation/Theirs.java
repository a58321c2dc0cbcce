package vn.nenmong.workbook.reconciliation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of their list.
///
/// @param line its number in their file
/// @param chosen the member whom someone said it is, or null
public record Theirs(UUID id, int line, Told told, @Nullable UUID chosen) {

  /// Whether they know them as someone who has left.
  boolean hasLeft() {
    return Activity.of(told.activity()) == Activity.LEFT;
  }
}
