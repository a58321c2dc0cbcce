package vn.nenmong.document.annual;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of the report, or what is missing for it.
///
/// @param missing null where the list is known, be it empty
record Listed<T>(List<T> rows, @Nullable String missing) {

  Listed {
    rows = List.copyOf(rows);
  }

  static <T> Listed<T> of(List<T> rows) {
    return new Listed<>(rows, null);
  }

  static <T> Listed<T> missing(String what) {
    return new Listed<>(List.of(), what);
  }
}
