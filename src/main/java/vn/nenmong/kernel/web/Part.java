package vn.nenmong.kernel.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list that is worked out whole; [Slice] is for one that the database sorts.
///
/// @param all how many rows there are in all parts
/// @param number of this one, from 1
public record Part<R>(List<R> rows, int all, int number, int last) {

  public Part {
    rows = List.copyOf(rows);
  }

  /// @param asked number of the part; the nearest that there is
  /// @param print `all` in the address of a page that is to be printed
  public static <R> Part<R> of(List<R> all, int asked, @Nullable String print) {
    int size = Slice.size(print);
    int last = Math.max(1, Math.ceilDiv(all.size(), size));
    int number = Math.clamp(asked, 1, last);
    return new Part<>(
        all.subList((number - 1) * size, Math.min(number * size, all.size())),
        all.size(),
        number,
        last);
  }
}
