package vn.nenmong.kernel.id;

import java.util.Optional;
import java.util.UUID;

/// Ids as a page sends them back.
public final class Ids {

  private Ids() {}

  /// @return nothing for what is no id
  public static Optional<UUID> parse(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
