package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A month of a cell with its regular meeting, where there was one.
///
/// @param expected whether it would be known if there had been none
public record MeetingMonth(
    LocalDate month,
    @Nullable LocalDate heldOn,
    @Nullable Integer due,
    @Nullable Integer present,
    boolean expected) {

  public boolean isMissed() {
    return expected && heldOn == null;
  }
}
