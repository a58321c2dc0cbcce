package vn.nenmong.consolidation.village;

import java.util.Locale;

/// How a village is covered by members and cells.
public enum Coverage {
  /// «bản trắng đảng viên»: no member lives there.
  NONE,
  /// Its members meet in another village's cell.
  JOINT,
  /// A cell of its own.
  OWN,
  /// Members live there, and no record says where they meet.
  UNKNOWN;

  /// For message keys and addresses.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
