package vn.nenmong.kernel.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a sorted list, with the rows from which the pages before and after it are reached.
///
/// @param before set when there are rows before these
/// @param after set when there are rows after these
public record Slice<R>(List<R> rows, @Nullable UUID before, @Nullable UUID after) {

  /// How many rows a page has: to be printed whole, as many as one can read on paper.
  ///
  /// @param print `all` in the address of a page that is to be printed
  public static int size(@Nullable String print) {
    return "all".equals(print) ? 1000 : 50;
  }

  public Slice {
    rows = List.copyOf(rows);
  }

  /// @param read the rows as they were read from the place: one more than `size` where there are
  ///   more, and in reverse order where the place reads backwards
  public static <R> Slice<R> of(List<R> read, Place place, int size, Function<R, UUID> id) {
    boolean more = read.size() > size;
    List<R> rows = more ? read.subList(0, size) : read;
    if (place.backwards()) {
      rows = rows.reversed();
    }
    boolean rowsBefore = place.backwards() ? more : place.row() != null;
    boolean rowsAfter = place.backwards() || more;
    return new Slice<>(
        rows,
        rowsBefore && !rows.isEmpty() ? id.apply(rows.getFirst()) : null,
        rowsAfter && !rows.isEmpty() ? id.apply(rows.getLast()) : null);
  }
}
