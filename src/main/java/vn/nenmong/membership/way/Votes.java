package vn.nenmong.membership.way;

import vn.nenmong.rule.Fraction;

/// A vote.
///
/// @param inFavour how many voted for it
/// @param entitled how many have a vote, present or not
public record Votes(int inFavour, int entitled) {

  public boolean reaches(Fraction majority) {
    return majority.isReachedBy(inFavour, entitled);
  }
}
