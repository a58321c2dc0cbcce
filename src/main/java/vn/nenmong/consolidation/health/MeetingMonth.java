package vn.nenmong.consolidation.health;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A month of a cell with its regular meeting, where there was one.
///
/// @param of names of the cells that held it, where those were others that it came of; else null
/// @param expected whether it would be known if there had been none
public record MeetingMonth(
    LocalDate month,
    @Nullable LocalDate heldOn,
    @Nullable Integer due,
    @Nullable Integer present,
    @Nullable String of,
    boolean expected) {

  public boolean isMissed() {
    return expected && heldOn == null;
  }
}
