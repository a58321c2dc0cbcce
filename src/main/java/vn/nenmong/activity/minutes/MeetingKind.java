package vn.nenmong.activity.minutes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

enum MeetingKind {
  @JsonProperty("regular")
  REGULAR,
  @JsonProperty("thematic")
  THEMATIC;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MeetingKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
