package vn.nenmong.kernel.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a register. Its id is unique in the list and column `id` of its statement.
public interface RegisterRow {

  UUID id();

  /// The record that can be entered and corrected, or null where the row stands for none.
  default @Nullable UUID recordId() {
    return id();
  }
}
