package vn.nenmong.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be done to a record.
public enum Deed {
  /// A record that was not there.
  ADD,
  /// From a day on it is so; what was before stays.
  CHANGE,
  /// It was never so.
  CORRECT,
  /// From a day on it is no longer.
  END,
  /// It never was.
  REMOVE;

  /// In addresses, messages and the audit trail.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Deed> of(String code) {
    return Arrays.stream(values()).filter(deed -> deed.code().equals(code)).findFirst();
  }

  /// Whether the fields of the record are asked for.
  boolean asksForFields() {
    return this == ADD || this == CHANGE || this == CORRECT;
  }
}
