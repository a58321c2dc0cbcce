package vn.nenmong.kernel.web;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page after a deed says of it.
///
/// @param undo where the deed can be taken back, or null
public record Notice(String words, @Nullable String undo, boolean refused) implements Serializable {

  /// Of the flash attribute.
  public static final String NAME = "notice";

  public Notice(String words, @Nullable String undo) {
    this(words, undo, false);
  }

  /// Why nothing was done.
  public static Notice refused(String words) {
    return new Notice(words, null, true);
  }

  /// With the way to take the deed back, for those who may.
  ///
  /// @param change what the deed did
  public static Notice undoable(Page page, String words, UUID change) {
    String undo = "/entry/undo/" + change;
    return new Notice(words, page.maySend(undo) ? undo : null);
  }
}
