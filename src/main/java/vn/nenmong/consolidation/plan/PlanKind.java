package vn.nenmong.consolidation.plan;

import java.util.Locale;

/// What is planned.
public enum PlanKind {
  /// Which cell serves each village without one of its own.
  VILLAGES,
  /// Who of the committee is in charge of which cell.
  CHARGE;

  /// In the database, in addresses and keys of messages.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PlanKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
