package vn.nenmong.kernel.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Vietnamese text: composed on entry, folded for search, numbers as they are written.
public final class Vietnamese {

  public static final Locale LOCALE = Locale.of("vi");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");

  private Vietnamese() {}

  /// Composed (NFC), outer spaces gone, inner ones single. Every text passes here on entry.
  public static String clean(String text) {
    return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /// For search: lower case, no accents, `đ` as `d`; so `hoà`, `hòa` and `hoa` are one. The
  /// database's `fold()` gives the same.
  public static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(plain.toLowerCase(Locale.ROOT).replace('đ', 'd')).replaceAll(" ").strip();
  }

  /// A name in capitals (`LƯỜNG VĂN THÍN`) as a name is written; another is left as it is.
  public static String nameCase(String name) {
    String clean = clean(name);
    if (!clean.equals(clean.toUpperCase(LOCALE)) || clean.length() < 2) {
      return clean;
    }
    StringBuilder result = new StringBuilder(clean.length());
    boolean start = true;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      result.append(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c);
    }
    return result.toString();
  }
}
