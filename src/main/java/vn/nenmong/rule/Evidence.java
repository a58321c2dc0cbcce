package vn.nenmong.rule;

/// How well a rule is known.
public enum Evidence {
  /// The text of the instrument, or a faithful extract.
  A,
  /// Press or an official explanation.
  B,
  /// Somebody else's program or tool that cites it.
  C,
  /// Not seen in any source.
  UNVERIFIED;

  /// Whether it must be said wherever the rule decides something.
  public boolean isWeak() {
    return this == C || this == UNVERIFIED;
  }
}
