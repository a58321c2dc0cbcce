package vn.nenmong.workbook.reconciliation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone of our registers.
///
/// @param cell where they are a member on the day, or null where they are none
/// @param since from which day they are or were ours
/// @param until the day from which they were ours no more, or null
public record Ours(
    UUID id, Told told, @Nullable UUID cell, @Nullable LocalDate since, @Nullable LocalDate until) {

  public boolean hasLeft(LocalDate day) {
    return until != null && !until.isAfter(day);
  }

  boolean isMember() {
    return cell != null;
  }
}
