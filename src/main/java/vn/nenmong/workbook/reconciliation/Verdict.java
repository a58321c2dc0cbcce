package vn.nenmong.workbook.reconciliation;

import java.util.Locale;

/// Who is right where two lists differ.
public enum Verdict {
  /// They correct theirs.
  OURS,
  /// Ours is corrected here, by its own form.
  THEIRS,
  /// It is no difference in truth.
  NEITHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Verdict of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
