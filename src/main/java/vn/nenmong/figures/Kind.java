package vn.nenmong.figures;

/// What days a figure speaks of, and so when it is known. A figure is known by the registers that
/// it is counted from: one that was not handed in makes it «not known», never 0.
enum Kind {
  /// Taken at the last day. Known from the first register on, until a newer one is handed in.
  STOCK,
  /// The same; before the first register it counts only those who are still here: «at least».
  STOCK_OF_THOSE_STILL_HERE,
  /// Counted within the period. Known when each year of it handed in its register.
  FLOW,
  /// The same; a year before a later register counts only those who are still here: «at least».
  FLOW_OF_THOSE_STILL_HERE,
  /// Told once a year: that of the last day's year. Known when that year handed in its register.
  YEARLY,
  /// An economic result of the year: known when it was told, with the year itself or as the year
  /// before with the next one.
  TOLD,
  /// True on every day.
  FACT;

  boolean isYearly() {
    return this == YEARLY || this == TOLD;
  }
}
