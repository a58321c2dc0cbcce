package vn.nenmong.workbook.reconciliation;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;

/// What lists say of someone's part in Party life.
enum Activity {
  ACTIVE,
  EXEMPT,
  LEFT;

  private static final Pattern GONE =
      Pattern.compile(
          ".*\\b(?:chuyen di|da chuyen|chuyen sinh hoat|roi|mat|chet|tu tran|khai tru|xoa ten|ra khoi|xin ra)\\b.*");

  /// Who is not said to be anything else takes part.
  static Activity of(@Nullable String words) {
    String folded = words == null ? "" : Vietnamese.fold(words);
    if (folded.startsWith("mien") || folded.equals(EXEMPT.code())) {
      return EXEMPT;
    }
    return GONE.matcher(folded).matches() ? LEFT : ACTIVE;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
