package vn.nenmong.workbook.reading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Letters of the time before Unicode: the cell holds one sign, its font shows another.
public enum LegacyLetters {
  /// `.VnTime`, `.VnArial`: one sign a letter.
  TCVN3,
  /// `.VnTimeH`: likewise, and small letters look like capitals.
  TCVN3_CAPITALS,
  /// `VNI-Times`: the letter and behind it a sign for its marks.
  VNI;

  private static final String TCVN3_SIGNS =
      "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦";
  private static final String TCVN3_LETTERS =
      "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

  /// Signs that stand for a letter by themselves in VNI.
  private static final String VNI_SIGNS = "ñÑôÔöÖæÆóÓòÒîÎ";

  private static final String VNI_LETTERS = "đĐơƠưƯỉỈĩĨịỊỵỴ";

  private static final String BREVE = "\u0306";
  private static final String CIRCUMFLEX = "\u0302";
  private static final String GRAVE = "\u0300";
  private static final String ACUTE = "\u0301";
  private static final String HOOK = "\u0309";
  private static final String TILDE = "\u0303";
  private static final String DOT = "\u0323";

  private static final Map<Character, String> VNI_MARKS = new HashMap<>();

  static {
    marks("øùûõï", "");
    marks("èéúüë", BREVE);
    marks("àáåãä", CIRCUMFLEX);
    VNI_MARKS.put('ê', BREVE);
    VNI_MARKS.put('â', CIRCUMFLEX);
  }

  private static void marks(String signs, String shape) {
    List<String> tones = List.of(GRAVE, ACUTE, HOOK, TILDE, DOT);
    for (int i = 0; i < signs.length(); i++) {
      VNI_MARKS.put(signs.charAt(i), shape + tones.get(i));
    }
  }

  /// What a font of that name shows, or null where it shows what a cell holds.
  public static @Nullable LegacyLetters of(String font) {
    String name = font.toLowerCase(Locale.ROOT).strip();
    if (name.startsWith(".vn")) {
      return name.endsWith("h") && !name.endsWith("tech") ? TCVN3_CAPITALS : TCVN3;
    }
    return name.startsWith("vni-") || name.startsWith("vni ") ? VNI : null;
  }

  /// The text in Unicode. What is no sign of these letters stays as it is.
  public String decode(String text) {
    return switch (this) {
      case TCVN3 -> tcvn3(text);
      case TCVN3_CAPITALS -> tcvn3(text).toUpperCase(Locale.ROOT);
      case VNI -> vni(text);
    };
  }

  private static String tcvn3(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = TCVN3_SIGNS.indexOf(text.charAt(i));
      decoded.append(at < 0 ? text.charAt(i) : TCVN3_LETTERS.charAt(at));
    }
    return decoded.toString();
  }

  private static String vni(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int alone = VNI_SIGNS.indexOf(c);
      decoded.append(alone < 0 ? c : VNI_LETTERS.charAt(alone));
      char base = Character.toLowerCase(c);
      String mark = i + 1 < text.length() ? VNI_MARKS.get(lower(text.charAt(i + 1))) : null;
      if (mark != null && fits(base, mark)) {
        decoded.append(mark);
        i++;
      }
    }
    return Normalizer.normalize(decoded, Normalizer.Form.NFC);
  }

  private static char lower(char c) {
    return Character.toLowerCase(c);
  }

  /// `a` may have each mark; `e` and `o` no breve; the others only tones.
  private static boolean fits(char base, String mark) {
    return switch (base) {
      case 'a' -> true;
      case 'e', 'o' -> !mark.startsWith(BREVE);
      case 'u', 'y', 'ô', 'ö' ->
          mark.length() == 1 && !mark.equals(BREVE) && !mark.equals(CIRCUMFLEX);
      default -> false;
    };
  }

  /// What the letters of a whole text let suppose where no font tells, or null for Unicode.
  public static @Nullable LegacyLetters guess(Iterable<String> texts) {
    int unicode = 0;
    int tcvn3 = 0;
    int vni = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean inWord = i > 0 && Character.isLetter(text.charAt(i - 1));
        if ((c >= '\u1EA0' && c <= '\u1EF9') || "ăĂđĐơƠưƯĩĨũŨ".indexOf(c) >= 0) {
          unicode++;
        } else if (c >= '\u00A1' && c <= '\u00BE' && TCVN3_SIGNS.indexOf(c) >= 0) {
          tcvn3++;
        } else if (inWord && "øûïåäëØÛÏÅÄË".indexOf(c) >= 0 && isVniBase(text.charAt(i - 1))) {
          vni++;
        }
      }
    }
    if (unicode * 4 > tcvn3 + vni || Math.max(tcvn3, vni) < 3) {
      return null;
    }
    return tcvn3 >= vni ? TCVN3 : VNI;
  }

  private static boolean isVniBase(char c) {
    return "aeouyAEOUYôÔöÖ".indexOf(c) >= 0;
  }
}
