package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// What must be known beside someone's own steps to judge one more.
///
/// @param today no step lies after it
/// @param born the person
/// @param cell those with a vote in the cell that acts, on the day of the step; null where it had
///   no members that are known
/// @param committee how many members the commune's committee had on that day; 0 where not known
/// @param people the members whom the step names, as they were on that day
/// @param cellIsThere whether the cell that the step names, or the person's own, existed that day
public record Around(
    LocalDate today,
    @Nullable PartialDate born,
    @Nullable Electorate cell,
    int committee,
    List<Member> people,
    boolean cellIsThere) {

  /// The official members of a cell. Who of them is not counted in a vote says a rule.
  public record Electorate(int official, int temporarilyOut, int exempt) {

    /// The most who have a vote.
    ///
    /// @param excluded who is not counted, as the rule has it
    public int most(Set<String> excluded) {
      return excluded.contains("TEMPORARILY_OUT") ? official - temporarilyOut : official;
    }

    /// The least: when every exempt member is absent.
    public int least(Set<String> excluded) {
      int most = most(excluded);
      return excluded.contains("EXEMPT_ABSENT") ? Math.max(0, most - exempt) : most;
    }
  }

  /// @param official whether they were official members that day
  /// @param disciplined whether a decision on discipline against them holds
  /// @param here day from which they are members here; null where it is not known
  public record Member(
      UUID id, String name, boolean official, boolean disciplined, @Nullable LocalDate here) {}

  public Around {
    people = List.copyOf(people);
  }
}
