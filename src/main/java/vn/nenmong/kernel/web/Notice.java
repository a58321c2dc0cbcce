package vn.nenmong.kernel.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What the page after a deed says of it.
///
/// @param undo where the deed can be taken back, or null
public record Notice(String words, @Nullable String undo) implements Serializable {

  /// Of the flash attribute.
  public static final String NAME = "notice";
}
