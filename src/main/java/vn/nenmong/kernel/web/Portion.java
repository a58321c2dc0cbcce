package vn.nenmong.kernel.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Some of the rows that another program asks for, in the order of their ids: those that come or go
/// meanwhile make it miss none and get none twice.
///
/// @param next id of the last one, where more follow
public record Portion<R>(List<R> rows, @Nullable UUID next) {

  private static final int MOST = 1000;

  /// @param limit how many are asked for
  /// @param read reads so many rows
  public static <R> Portion<R> of(int limit, IntFunction<List<R>> read, Function<R, UUID> id) {
    int size = Math.clamp(limit, 1, MOST);
    List<R> rows = read.apply(size + 1);
    return rows.size() > size
        ? new Portion<>(List.copyOf(rows.subList(0, size)), id.apply(rows.get(size - 1)))
        : new Portion<>(rows, null);
  }
}
