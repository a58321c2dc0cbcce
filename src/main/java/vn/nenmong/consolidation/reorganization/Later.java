package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was built on an event.
///
/// @param register its table
/// @param subject the person, organization or village whose it is, or the event; or null
/// @param name of the subject, or the number of its decision
/// @param day of it, or on which it was written
public record Later(
    String register, @Nullable UUID subject, @Nullable String name, @Nullable LocalDate day) {

  /// Where it is shown.
  public String address() {
    return (register.equals("reorganization") ? "/reorganizations/" : "/history/") + subject;
  }
}
