package vn.nenmong.entry;

import java.time.LocalDate;
import java.util.UUID;

/// A form whose records come to an end.
public interface EndingForm extends EntryForm {

  /// @param last the last day on which it was so
  /// @param reason in the clerk's words
  void end(UUID id, LocalDate last, String reason);
}
