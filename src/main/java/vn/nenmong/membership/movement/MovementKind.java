package vn.nenmong.membership.movement;

import java.util.Locale;

/// How someone came into an organization or left it.
public enum MovementKind {
  ADMITTED(true),
  READMITTED(true),
  TRANSFER_IN(true),
  RESTORED(true),
  /// From another cell, which is not in the organization.
  MOVED_IN(true),
  /// Their cell came to the organization.
  REORGANIZED_IN(true),
  /// Already a member when the registers begin to know them: their cell was founded, or its earlier
  /// days were not handed in.
  RECORDED(true),
  TRANSFER_OUT(false),
  MOVED_OUT(false),
  REORGANIZED_OUT(false),
  STRIKE_DECISION(false),
  RESIGNATION(false),
  /// By a decision of discipline.
  DISCIPLINE_DECISION(false),
  DEATH(false),
  /// In a way that the registers tell in words, or not at all.
  LEFT(false),
  /// A member still, but of no cell that is known.
  UNRECORDED(false);

  private final boolean in;

  MovementKind(boolean in) {
    this.in = in;
  }

  /// Whether it is told of what kind of place.
  public boolean isTransfer() {
    return this == TRANSFER_IN || this == TRANSFER_OUT;
  }

  public boolean isIn() {
    return in;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
