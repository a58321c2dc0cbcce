package vn.nenmong.membership.way;

/// What a step is asked for beside its day.
public enum Ask {
  /// Number of its paper.
  NUMBER,
  /// Who decided.
  BODY,
  /// How many voted for it, of how many who have a vote.
  VOTES,
  /// Whether the vote carried it.
  OUTCOME,
  /// The day its paper came.
  RECEIVED,
  /// The day on which what led to it took effect.
  EFFECTIVE,
  /// The day until which it holds.
  UNTIL,
  /// A cell of the commune.
  CELL,
  /// One or two members.
  PEOPLE,
  /// A word from a list that belongs to the kind of step.
  FORM,
  /// A place or body elsewhere, in words.
  PLACE,
  REASON
}
