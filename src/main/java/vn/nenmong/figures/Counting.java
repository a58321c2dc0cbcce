package vn.nenmong.figures;

/// How a figure is counted from the rows of its source: which rows, and what is taken of them.
///
/// @param way how the value comes from the rows
/// @param rows SQL condition on the source: the rows that the figure opens to
/// @param part SQL number of a row, or null where rows are only counted
/// @param whole SQL number of a row that parts are set against, or null
record Counting(
    Way way,
    String rows,
    @org.jspecify.annotations.Nullable String part,
    @org.jspecify.annotations.Nullable String whole) {

  enum Way {
    /// The number of rows.
    COUNT,
    /// The sum of the parts.
    SUM,
    /// The highest part.
    TOP,
    /// Parts ÷ wholes in per cent, rounded half up to one decimal.
    RATE,
    /// Parts ÷ wholes − 1, likewise.
    GROWTH,
    /// The part itself, a text.
    TEXT
  }

  static Counting count(String rows) {
    return new Counting(Way.COUNT, rows, null, null);
  }

  static Counting sum(String part, String rows) {
    return new Counting(Way.SUM, rows, part, null);
  }

  static Counting top(String part, String rows) {
    return new Counting(Way.TOP, rows, part, null);
  }

  static Counting rate(String part, String whole, String rows) {
    return new Counting(Way.RATE, rows, part, whole);
  }

  static Counting growth(String part, String whole, String rows) {
    return new Counting(Way.GROWTH, rows, part, whole);
  }

  static Counting text(String part) {
    return new Counting(Way.TEXT, part + " is not null", part, null);
  }
}
