package vn.nenmong.activity.minutes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a meeting has come.
enum MeetingState {
  PLANNED,
  PREPARED,
  HELD,
  MINUTED,
  /// The minutes were read out and approved: what is told later is proposed.
  APPROVED,
  MISSED;

  /// Whether the registers are told of it.
  boolean isOver() {
    return wasHeld() || this == MISSED;
  }

  boolean wasHeld() {
    return this == HELD || this == MINUTED || this == APPROVED;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<MeetingState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
