package vn.nenmong.workbook.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.nenmong.kernel.text.Vietnamese;

/// The words of offices' tables: headings, totals, signatures, «as above».
final class Words {

  private static final Pattern INDEX =
      Pattern.compile("(?:s\\W?t\\W?t|t\\W?t|so (?:tt|thu tu))\\W*");
  private static final Pattern TOTAL =
      Pattern.compile("\\W*(?:[ivx]+\\W+)?(?:tong (?:so|cong)\\b|(?:tong|cong)\\W*(?:\\d|$)).*");
  private static final Pattern FOOT =
      Pattern.compile(
          "(?:nguoi lap|nguoi ghi|nguoi tong hop|t ?/ ?m\\b|tm\\b|ghi chu ?:|noi nhan|xac nhan|ky ten|\\(?ky, |(?:pho )?bi thu$).*"
              + "|.*\\bngay .{0,6} ?thang .{0,6} ?nam .*");
  private static final Pattern NOT_DITTO_WORDS = Pattern.compile("[\\s\\-–—_.]+");
  private static final Pattern GROUP =
      Pattern.compile(
          "(?:[ivxlc]+|[a-z]|\\d{1,2})\\s*[.)/-].*|(?:chi bo|dang bo|to dang|ban|thon|khoi)\\b.*");
  private static final Pattern ROMAN = Pattern.compile("[ivxl]+\\W*|[a-h]\\W*");

  private static final List<String> DITTO =
      List.of("nt", "\"", "''", "//", "”", "“", "“”", "″", "〃", "nhutren", "'", "\"\"");

  /// In the order in which they are tried.
  private static final List<Map.Entry<Pattern, Field>> HEADINGS =
      List.of(
          // The national list: what would else be taken for a day, a card or a place.
          heading("(?:noi|ngay) cap the.*|noi dang ky khai sinh.*|que quan.*", Field.IGNORED),
          heading("(?:thuong tru|noi o).* (?:quoc gia|tinh)\\W*", Field.IGNORED),
          heading("de nghi xoa.*|ngay roi khoi.*", Field.IGNORED),
          heading("ngay vao dang chinh thuc\\W*dd.*", Field.RECOGNISED),
          heading("so the.*quyet dinh 85.*", Field.OLD_CARD),
          heading("to chuc dang dang sinh hoat.*", Field.CELL),
          heading("trang thai hoat dong.*", Field.ACTIVITY),
          heading("ho.*ten.*sinh (?:ngay|nam).*|ho.*ten.*ngay.*sinh.*", Field.NAME_BORN),
          heading(
              ".*ho (?:va )?(?:chu )?(?:dem|lot).*|.*ho(?: va)? ten dem.*|(?:.*/ )?ho",
              Field.FAMILY),
          heading("(?:.*/ )?ten", Field.GIVEN),
          heading(".*ho\\W*(?:va|,|-)? ?ten.*|ten dang vien|dang vien", Field.NAME),
          heading(".*nu\\b.*dan toc.*", Field.SEX_ETHNICITY),
          heading(".*gioi tinh\\W*|nam\\W*nu\\b.*|phai", Field.SEX),
          heading(".*(?:vao dang|ket nap|du bi).*chinh thuc.*", Field.ADMITTED_RECOGNISED),
          heading(".*chinh thuc.*", Field.RECOGNISED),
          heading(".*(?:vao dang|ket nap|du bi).*", Field.ADMITTED),
          heading(".*\\bsinh\\b(?! hoat).*", Field.BORN),
          heading(".*(?:van hoa|hoc van).*ly luan.*", Field.LEVELS),
          heading(".*(?:ly luan|llct|\\bchinh tri).*", Field.THEORY),
          heading(".*(?:chuyen mon|cmnv|nghiep vu|\\bcm\\b).*", Field.QUALIFICATION),
          heading(".*(?:van hoa|hoc van|pho thong|gdpt|/ vh\\b).*|vh|trinh do", Field.EDUCATION),
          heading(".*(?:so the|the dang|so tdv).*", Field.CARD),
          heading(".*mien .*|mien", Field.EXEMPT),
          heading(".*chi bo.*", Field.CELL),
          heading(".*dan toc.*", Field.ETHNICITY),
          heading(
              ".*(?:noi o|cu tru|thuong tru|cho o|dia chi).*|ban|thon.*|ban\\W.*", Field.VILLAGE),
          heading(".*ho ngheo.*", Field.POOR),
          heading(".*(?:nghe nghiep|chuc vu|cong viec|cong tac).*", Field.OCCUPATION),
          heading("ghi chu.*", Field.NOTE));

  private static final Pattern OTHER_HEADING =
      Pattern.compile(
          "ton giao|que quan.*|nguyen quan|dien thoai.*|sdt|cccd.*|cmnd.*|can cuoc.*|trinh do.*|so ly lich.*|huy hieu.*|nam|nu|ngoai ngu|tin hoc|ngay .*|so .*");

  private Words() {}

  private static Map.Entry<Pattern, Field> heading(String pattern, Field field) {
    return Map.entry(Pattern.compile(pattern), field);
  }

  static String fold(String text) {
    return Vietnamese.fold(text.replace('ð', 'đ').replace('Ð', 'Đ'));
  }

  /// What a heading says. `Nam` and `Năm` differ by their accents alone.
  static Field field(String heading) {
    String folded = fold(heading);
    if (INDEX.matcher(folded).matches()) {
      return Field.INDEX;
    }
    int slash = heading.lastIndexOf(" / ");
    String last = heading.substring(slash < 0 ? 0 : slash + 3).toLowerCase(Locale.ROOT);
    boolean born = Pattern.compile("\\bsinh\\b").matcher(folded).find();
    if (last.equals("nam")) {
      return born ? Field.BORN_MALE : Field.MALE;
    }
    if (last.equals("nữ") || folded.equals("nu")) {
      return born ? Field.BORN_FEMALE : Field.FEMALE;
    }
    for (Map.Entry<Pattern, Field> known : HEADINGS) {
      if (known.getKey().matcher(folded).matches()) {
        return known.getValue();
      }
    }
    return Field.IGNORED;
  }

  static boolean isHeading(String text) {
    String folded = fold(text);
    return text.length() <= 80
        && (field(text) != Field.IGNORED || OTHER_HEADING.matcher(folded).matches());
  }

  static boolean isTotal(String text) {
    return TOTAL.matcher(fold(text)).matches();
  }

  static boolean isFoot(String text) {
    return FOOT.matcher(fold(text)).matches();
  }

  static boolean isDitto(String text) {
    if (text.length() > 12) {
      return false;
    }
    return DITTO.contains(NOT_DITTO_WORDS.matcher(fold(text)).replaceAll(""));
  }

  static boolean isGroup(String text) {
    return GROUP.matcher(fold(text)).matches();
  }

  static boolean isRoman(String text) {
    return ROMAN.matcher(fold(text)).matches();
  }
}
