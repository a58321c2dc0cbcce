package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone on the roster of a cell for a while.
///
/// @param standing `official` or `probationary`
/// @param exempt from meetings, as their state says
/// @param guest meets here for a time, and is counted at home
/// @param away meets elsewhere for a time
/// @param office held in the cell then, such as `secretary`, or null
/// @param to the day after, or null
public record Attendee(
    UUID id,
    String name,
    String standing,
    boolean exempt,
    boolean guest,
    boolean away,
    @Nullable String office,
    LocalDate from,
    @Nullable LocalDate to) {

  boolean isThereOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }

  boolean isOfficial() {
    return standing.equals("official");
  }
}
