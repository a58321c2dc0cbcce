package vn.nenmong.consolidation.agency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What an agency is.
public enum AgencyKind {
  SCHOOL,
  HEALTH_STATION,
  OFFICE,
  ARMED_FORCES,
  ENTERPRISE,
  OTHER;

  /// As stored, and in message keys and addresses.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AgencyKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(AgencyKind::code).toList();
  }
}
