package vn.nenmong.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import vn.nenmong.kernel.Refused;

/// The settings of `docs/operating.md`, from the environment. An empty one counts as not set.
record Settings(Map<String, String> environment) {

  private static final String DEMO_WORKING_DAY = "2016-12-31";

  Path data() {
    return Path.of(get("NENMONG_DATA", "data"));
  }

  String address() {
    return get("NENMONG_ADDRESS", "127.0.0.1");
  }

  int port() {
    String port = get("NENMONG_PORT", "8080");
    if (!port.matches("\\d{1,5}")) {
      throw new Refused("setting.wrong", "NENMONG_PORT", port);
    }
    return Integer.parseInt(port);
  }

  Locale locale() {
    return get("NENMONG_LOCALE", "vi").startsWith("en") ? Locale.ENGLISH : Locale.of("vi");
  }

  boolean hasExternalDatabase() {
    return !get("NENMONG_DATABASE_URL", "").isEmpty();
  }

  /// @return empty for the day of the clock
  String workingDay(boolean demo) {
    String day = get("NENMONG_WORKING_DAY", demo ? DEMO_WORKING_DAY : "");
    try {
      return day.isEmpty() ? "" : LocalDate.parse(day).toString();
    } catch (DateTimeException e) {
      throw new Refused("setting.wrong", "NENMONG_WORKING_DAY", day);
    }
  }

  private String get(String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
