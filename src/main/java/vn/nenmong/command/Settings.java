package vn.nenmong.command;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.DataFolder;

/// The settings of `docs/operating.md`, from the environment. An empty one counts as not set.
record Settings(Map<String, String> environment) {

  private static final int DEFAULT_PORT = 8080;
  private static final int DEFAULT_BACKUP_LATE_DAYS = 7;
  private static final String DEMO_WORKING_DAY = "2016-12-31";
  private static final String MERGER_WORKING_DAY = "2025-12-31";

  Path data() {
    return Path.of(get("NENMONG_DATA", "data"));
  }

  String address() {
    return get("NENMONG_ADDRESS", "127.0.0.1");
  }

  int port() {
    return number("NENMONG_PORT", DEFAULT_PORT);
  }

  Locale locale() {
    return get("NENMONG_LOCALE", "vi").startsWith("en") ? Locale.ENGLISH : Locale.of("vi");
  }

  Browser browser() {
    return new Browser(get("NENMONG_BROWSER", ""));
  }

  boolean hasExternalDatabase() {
    return !get("NENMONG_DATABASE_URL", "").isEmpty();
  }

  /// Whether it answers over HTTPS itself.
  boolean hasCertificate() {
    return !get("NENMONG_CERTIFICATE", "").isEmpty();
  }

  /// How it is reached, as Spring's properties: over HTTPS with a certificate of its own, which is
  /// read anew when its file changes; behind a proxy, of which alone the forwarded headers hold.
  ///
  /// @throws Refused where a file can't be read or half of a pair is missing
  Map<String, Object> transport() {
    Map<String, Object> properties = new HashMap<>();
    if (hasCertificate() || !get("NENMONG_CERTIFICATE_KEY", "").isEmpty()) {
      String pem = "spring.ssl.bundle.pem.own.";
      properties.put("server.ssl.bundle", "own");
      properties.put(pem + "keystore.certificate", file("NENMONG_CERTIFICATE"));
      properties.put(pem + "keystore.private-key", file("NENMONG_CERTIFICATE_KEY"));
      properties.put(pem + "reload-on-update", true);
    }
    String proxies = get("NENMONG_PROXY", "");
    if (!proxies.isEmpty()) {
      properties.put("server.forward-headers-strategy", "native");
      properties.put(
          "server.tomcat.remoteip.internal-proxies",
          Arrays.stream(proxies.split("[,\\s]+")).map(Pattern::quote).collect(joining("|")));
    }
    properties.put("nenmong.second-factor", secondFactor());
    properties.put(
        "nenmong.backup-late-days", number("NENMONG_BACKUP_LATE_DAYS", DEFAULT_BACKUP_LATE_DAYS));
    if (!get("NENMONG_METRICS_PORT", "").isEmpty()) {
      properties.put("management.server.port", number("NENMONG_METRICS_PORT", 0));
      properties.put("management.server.address", address());
      properties.put("management.endpoints.web.exposure.include", "health,prometheus");
    }
    return properties;
  }

  /// The same, with a database in the data folder whatever was set.
  Settings withoutDatabase() {
    Map<String, String> others = new HashMap<>(environment);
    others.keySet().removeIf(name -> name.startsWith("NENMONG_DATABASE_"));
    return new Settings(others);
  }

  private String file(String name) {
    Path file = Path.of(get(name, ""));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Refused("setting.wrong", name, get(name, ""));
    }
    return file.toUri().toString();
  }

  private String secondFactor() {
    String wanted = get("NENMONG_SECOND_FACTOR", "required");
    if (!wanted.equals("required") && !wanted.equals("offered")) {
      throw new Refused("setting.wrong", "NENMONG_SECOND_FACTOR", wanted);
    }
    return wanted;
  }

  /// @return empty for the day of the clock
  String workingDay(DataFolder folder) {
    String usual =
        !folder.isDemo() ? "" : folder.scenario().isEmpty() ? DEMO_WORKING_DAY : MERGER_WORKING_DAY;
    String day = get("NENMONG_WORKING_DAY", usual);
    try {
      return day.isEmpty() ? "" : LocalDate.parse(day).toString();
    } catch (DateTimeException e) {
      throw new Refused("setting.wrong", "NENMONG_WORKING_DAY", day);
    }
  }

  private int number(String name, int otherwise) {
    String number = get(name, String.valueOf(otherwise));
    if (!number.matches("\\d{1,5}")) {
      throw new Refused("setting.wrong", name, number);
    }
    return Integer.parseInt(number);
  }

  private String get(String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
