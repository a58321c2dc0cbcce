package vn.nenmong.kernel.web;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How a list is sorted, as its address says: `name`, or `-name` for the reverse.
public record Sort(String column, boolean descending) {

  /// The sort that was asked for, or the first of the columns where that is none of them.
  public static Sort of(@Nullable String asked, Collection<String> columns) {
    String given = asked == null ? "" : asked;
    boolean descending = given.startsWith("-");
    String column = descending ? given.substring(1) : given;
    return columns.contains(column)
        ? new Sort(column, descending)
        : new Sort(columns.iterator().next(), false);
  }

  /// What the head of a column leads to: that column, or its reverse when sorted by it already.
  public String next(String head) {
    return head.equals(column) && !descending ? "-" + head : head;
  }

  /// For `aria-sort` of a column's head.
  public @Nullable String aria(String head) {
    if (!head.equals(column)) {
      return null;
    }
    return descending ? "descending" : "ascending";
  }
}
