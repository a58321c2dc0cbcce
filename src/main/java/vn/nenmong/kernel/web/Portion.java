package vn.nenmong.kernel.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Some of the rows that another program asks for, in the order of their keys: those that come or
/// go meanwhile make it miss none and get none twice.
///
/// @param <K> key by which they are in order, such as an id
/// @param next key of the last one, where more follow
public record Portion<R, K>(List<R> rows, @Nullable K next) {

  private static final int MOST = 1000;

  /// @param limit how many are asked for
  /// @param read reads so many rows
  public static <R, K> Portion<R, K> of(int limit, IntFunction<List<R>> read, Function<R, K> key) {
    int size = Math.clamp(limit, 1, MOST);
    List<R> rows = read.apply(size + 1);
    return rows.size() > size
        ? new Portion<>(List.copyOf(rows.subList(0, size)), key.apply(rows.get(size - 1)))
        : new Portion<>(rows, null);
  }
}
