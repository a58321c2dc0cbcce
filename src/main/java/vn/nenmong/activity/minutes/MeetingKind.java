package vn.nenmong.activity.minutes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

public enum MeetingKind {
  @JsonProperty("regular")
  REGULAR,
  @JsonProperty("thematic")
  THEMATIC;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MeetingKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
