package vn.nenmong.figures;

/// For which organizations a figure has a meaning.
enum Whose {
  /// Every organization, a cell too: its own members and the villages it leads.
  ANY,
  /// What has cells below it.
  COMMITTEE,
  /// A whole commune, or what has communes below it: its economy and its planning are not divided.
  COMMUNE
}
