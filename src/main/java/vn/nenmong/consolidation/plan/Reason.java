package vn.nenmong.consolidation.plan;

import java.util.Locale;

/// What speaks for a choice: a fact of the registers, and no mark for anybody.
public enum Reason {
  KEPT,
  NEAREST,
  LANGUAGE,
  EXPERIENCED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
