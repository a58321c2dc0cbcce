package vn.nenmong.entry;

import java.time.LocalDate;
import java.util.UUID;

/// A form whose records may be otherwise from a day on, while what was before stays.
public interface ChangingForm extends EntryForm {

  /// From a day on it is so.
  void change(UUID id, Values values, LocalDate from);
}
