package vn.nenmong.consolidation.health;

import java.util.Locale;
import java.util.Set;

/// What can be red about a cell, with how much it weighs where no office has set another weight.
public enum Reason {
  FEW_OFFICIAL(3),
  SECRETARY_AWAY(3),
  NOBODY_YOUNG(3),
  NO_ADMISSION(3),
  COMMITTEE(2),
  NO_CANDIDATE(1),
  ATTENDANCE(1),
  MEETINGS(2),
  RESOLUTION(1),
  CHARGE(1),
  REVIEW(2),
  OVERDUE(2);

  /// Those that endanger a cell.
  public static final Set<Reason> DANGERS =
      Set.of(FEW_OFFICIAL, SECRETARY_AWAY, NOBODY_YOUNG, NO_ADMISSION);

  private final int weight;

  Reason(int weight) {
    this.weight = weight;
  }

  /// As in addresses.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Setting weight() {
    return new Setting("weight." + code(), weight, 0, 100);
  }
}
