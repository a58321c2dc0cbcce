package vn.nenmong.figures.overview;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A cell on the overview, with the facts that make someone look at it. They are shown, never
/// judged.
///
/// @param least official members that are not few by the settings of its commune
/// @param missed months of the period without a regular meeting; none where no register of meetings
///   was handed in
/// @param jointVillages villages whose members meet in it though they live elsewhere
/// @param admittedLately whether it admitted anyone in the last three years, or that is not known:
///   its commune told no members of the year or the one before
public record CellAtAGlance(
    UUID id,
    String name,
    int members,
    int official,
    int least,
    List<Integer> missed,
    List<String> jointVillages,
    boolean admittedLately) {

  CellAtAGlance named(String other) {
    return new CellAtAGlance(
        id, other, members, official, least, missed, jointVillages, admittedLately);
  }

  public boolean hasFewOfficial() {
    return official < least;
  }

  /// How many kinds of facts there are to look at.
  public int facts() {
    return (int)
        Stream.of(hasFewOfficial(), !missed.isEmpty(), !jointVillages.isEmpty(), !admittedLately)
            .filter(Boolean::booleanValue)
            .count();
  }

  public String missedMonths() {
    return String.join(", ", missed.stream().map(String::valueOf).toList());
  }
}
