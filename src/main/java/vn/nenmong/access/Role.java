package vn.nenmong.access;

import java.util.Locale;

/// What a grant lets someone be. Stored by its lower-case name.
public enum Role {
  CLERK,
  SECRETARY,
  CELL_SECRETARY,
  VIEWER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
