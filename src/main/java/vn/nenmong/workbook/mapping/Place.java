package vn.nenmong.workbook.mapping;

import java.util.List;
import java.util.regex.Pattern;

/// A cell that rows may belong to.
public record Place(String code, String name) {

  private static final Pattern BEFORE =
      Pattern.compile(
          "^(?:(?:[ivxlc]+|[a-z]|\\d{1,2})\\s*[.)/-]\\s*)?(?:danh sach dang vien\\s*)?");
  private static final Pattern BEHIND =
      Pattern.compile("\\s*[:(–,].*$|\\s*[-=]?\\s*\\d+\\s*(?:dong chi|dang vien|dv|d/c)\\b.*$");
  private static final Pattern KIND =
      Pattern.compile("^(?:(?:chi bo|dang bo|cb)\\s*)?(?:(?:ban|thon|khoi|to dan pho)\\s+)?");
  private static final Pattern OTHER_SIGNS = Pattern.compile("[^a-z0-9]+");

  /// What the words of a table share with the name of the cell they mean.
  public static String key(String words) {
    String key = Words.fold(words);
    key = BEFORE.matcher(key).replaceFirst("");
    key = BEHIND.matcher(key).replaceFirst("");
    key = KIND.matcher(key).replaceFirst("");
    return OTHER_SIGNS.matcher(key).replaceAll(" ").strip();
  }

  /// Whether words of a table mean this cell: by its code, or by what they share with its name.
  public boolean isMeantBy(String words) {
    return Words.fold(code).equals(Words.fold(words)) || key(name).equals(key(words));
  }

  /// The code of the one cell that words mean, or empty.
  static String find(String words, List<Place> places) {
    List<Place> found = places.stream().filter(place -> place.isMeantBy(words)).toList();
    return found.size() == 1 ? found.getFirst().code() : "";
  }
}
