package vn.nenmong.activity.minutes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
import java.util.Locale;

public enum MeetingKind {
  @JsonProperty("regular")
  REGULAR,
  @JsonProperty("thematic")
  THEMATIC;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The number of what a meeting resolved, by which the cell's book knows it.
  String resolutionNumber(YearMonth month) {
    String number = "%02d/%d".formatted(month.getMonthValue(), month.getYear());
    return this == THEMATIC ? number + "-CĐ" : number;
  }

  static MeetingKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
