package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a cell is led and what it does, on a day.
///
/// @param told registers of its commune of which something is known by the day
/// @param leaders who hold an office in it, each once
/// @param committee of these, those of its committee who are neither secretary nor deputy
/// @param candidates on the way on the day
/// @param monthsDue of the twelve that ended last, those in which it or a cell that it came of
///   existed and of which the meetings of the commune are known
/// @param monthsHeld of these, those with a regular meeting
/// @param due at these meetings, where it is known who came
/// @param resolution day of its last own one, or of a cell that it came of
/// @param tasks that it gave its members, or that were given in a cell that it came of, and whose
///   last day is over
/// @param grade of its last review, of that year or the one before; null where there is none
/// @param reviewOf name of the cell that this review was of, where it came of that one; else null
public record Work(
    UUID id,
    Set<String> told,
    int leaders,
    int committee,
    int deputies,
    int candidates,
    int monthsDue,
    int monthsHeld,
    int due,
    int present,
    @Nullable LocalDate resolution,
    int charges,
    int tasks,
    @Nullable Integer reviewYear,
    @Nullable String grade,
    @Nullable String label,
    @Nullable String reviewOf) {

  static final String CANDIDATES = "candidates";
  static final String CHARGES = "charges";
  static final String COMMITTEES = "committees";
  static final String DEPUTIES = "deputies";
  static final String RESOLUTIONS = "resolutions";

  boolean knows(String register) {
    return told.contains(register);
  }

  int monthsMissed() {
    return monthsDue - monthsHeld;
  }

  /// In percent, rounded half up; null where it is not known who came.
  @Nullable Integer attendance() {
    return due == 0 ? null : Math.toIntExact(Math.round(100.0 * present / due));
  }
}
