package vn.nenmong.organization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// By which units a past period is told.
public enum Units {
  /// Those of that time: an organization has what it had then.
  THEN,
  /// Those of today: an organization has what it and all had that it came of.
  NOW;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isNow() {
    return this == NOW;
  }

  /// As an address has it; nothing for the usual.
  public @Nullable String parameter() {
    return isNow() ? code() : null;
  }

  /// Anything but `now` is then.
  public static Units of(String code) {
    return code.equals("now") ? NOW : THEN;
  }
}
