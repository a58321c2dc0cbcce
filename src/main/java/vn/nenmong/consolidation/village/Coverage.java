package vn.nenmong.consolidation.village;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a village is covered by members and cells, the weakest first.
public enum Coverage {
  /// «bản trắng đảng viên»: no member lives there.
  NONE("bad"),
  /// Its members meet in another village's cell.
  JOINT("warn"),
  /// A cell of its own, which is in danger.
  DANGER("bad"),
  /// A cell of its own.
  OWN("ok"),
  /// No record says whether members live there, or where they meet.
  UNKNOWN("");

  private final String tone;

  Coverage(String tone) {
    this.tone = tone;
  }

  /// @param members who live there, as far as they are known
  /// @param counted whether all of them are
  /// @param form how its members meet, as stored
  static Coverage of(int members, boolean counted, @Nullable String form, @Nullable UUID cell) {
    if (members == 0 && counted) {
      return NONE;
    }
    if ("joint".equals(form)) {
      return JOINT;
    }
    return "own".equals(form) && cell != null ? OWN : UNKNOWN;
  }

  public static Coverage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// For message keys and addresses.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The class of its tag in the style sheet.
  public String tone() {
    return tone;
  }
}
