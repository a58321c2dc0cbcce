package vn.nenmong.membership.way;

import java.util.Locale;

/// Where someone stands.
public enum Phase {
  /// Known, and neither on the list nor a member: somebody from elsewhere, or of a village post.
  OUTSIDE,
  /// An outstanding person on the list of a cell.
  CANDIDATE,
  PROBATIONARY,
  OFFICIAL,
  /// Was a member and is none here any more.
  GONE;

  public boolean isMember() {
    return this == PROBATIONARY || this == OFFICIAL;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
