package vn.nenmong.activity.minutes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What became of a change.
enum Outcome {
  @JsonProperty("applied")
  APPLIED,
  /// It says what stood there already.
  @JsonProperty("same")
  SAME,
  /// Someone else had set the field meanwhile: both are kept.
  @JsonProperty("beside")
  BESIDE,
  /// The minutes were approved: the chair may accept it.
  @JsonProperty("proposed")
  PROPOSED,
  /// It breaks a rule, and is not stored.
  @JsonProperty("refused")
  REFUSED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
