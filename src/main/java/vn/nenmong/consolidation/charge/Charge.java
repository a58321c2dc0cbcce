package vn.nenmong.consolidation.charge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone in charge of a cell for a while.
///
/// @param since first day, or null where that is not known
/// @param until the day after the last, or null while it goes on
/// @param decision that it stands under, or null
/// @param document number of the paper that it was entered with, or null
record Charge(
    UUID id,
    UUID cell,
    UUID person,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    @Nullable UUID decision,
    @Nullable String document) {

  boolean isOn(LocalDate day) {
    return (since == null || !since.isAfter(day)) && (until == null || until.isAfter(day));
  }

  Decision.Line line() {
    return new Decision.Line(cell, person);
  }
}
