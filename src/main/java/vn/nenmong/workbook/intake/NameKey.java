package vn.nenmong.workbook.intake;

import java.text.Normalizer;
import java.util.Locale;
import vn.nenmong.kernel.text.Vietnamese;

/// What two spellings of one name share: letters without case, spaces single, and the tone of each
/// word at its end, so that `HÒA`, `hoà` and `Hòa` are one, while `Hoa` is another.
public final class NameKey {

  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private NameKey() {}

  public static String of(String text) {
    String plain = Vietnamese.clean(text).toLowerCase(Locale.ROOT);
    String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(decomposed.length());
    char tone = 0;
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (TONES.indexOf(c) >= 0) {
        tone = c;
        continue;
      }
      if (!Character.isLetterOrDigit(c) && c < '\u0300') {
        tone = close(key, tone);
        if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
          key.append(' ');
        }
        continue;
      }
      key.append(c);
    }
    close(key, tone);
    return key.toString().strip();
  }

  private static char close(StringBuilder key, char tone) {
    if (tone != 0) {
      key.append(tone);
    }
    return 0;
  }
}
