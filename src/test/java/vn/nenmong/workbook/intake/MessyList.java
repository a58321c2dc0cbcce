package vn.nenmong.workbook.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.workbook.reading.LegacyLetters;

/// Lists of members as offices write them; each says the same.
final class MessyList {

  record Member(
      String name,
      @Nullable String born,
      @Nullable String sex,
      @Nullable String ethnicity,
      String cell,
      String code,
      String admitted,
      @Nullable String recognised,
      @Nullable String card) {}

  private MessyList() {}

  /// Titles above, a header of two rows with merged cells, a row that numbers the columns, a group
  /// row for each cell, `nt` for what stands above, two dates in one cell, hidden rows, totals and
  /// a signature below.
  static byte[] grouped(List<Member> members, Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("DS đảng viên");
    text(sheet, 0, 0, "ĐẢNG BỘ HUYỆN ĐIỆN BIÊN");
    text(sheet, 0, 4, "ĐẢNG CỘNG SẢN VIỆT NAM");
    text(sheet, 1, 0, "ĐẢNG BỘ XÃ NA TÔNG");
    text(sheet, 2, 1, "DANH SÁCH ĐẢNG VIÊN");
    text(sheet, 3, 1, "Tính đến ngày 31/12/2016");
    header(
        sheet,
        5,
        0,
        "STT",
        "Họ và tên",
        "Ngày sinh",
        "",
        "Dân tộc",
        "Ngày vào Đảng, chính thức",
        "Số thẻ ĐV");
    header(sheet, 6, 2, "Nam", "Nữ");
    sheet.addMergedRegion(new CellRangeAddress(5, 5, 2, 3));
    for (int column : new int[] {0, 1, 4, 5, 6}) {
      sheet.addMergedRegion(new CellRangeAddress(5, 6, column, column));
    }
    for (int column = 0; column < 7; column++) {
      number(sheet, 7, column, column + 1);
    }
    int line = 8;
    int index = 0;
    String cell = "";
    String above = "";
    for (Member member : members) {
      if (!member.cell().equals(cell)) {
        cell = member.cell();
        text(sheet, line++, 1, "I. " + cell);
        above = "";
      }
      index++;
      number(sheet, line, 0, index);
      text(sheet, line, 1, member.name());
      text(sheet, line, "female".equals(member.sex()) ? 3 : 2, day(member.born()));
      String ethnicity = member.ethnicity() == null ? "" : member.ethnicity();
      text(sheet, line, 4, ethnicity.equals(above) ? "nt" : ethnicity);
      above = ethnicity;
      text(
          sheet,
          line,
          5,
          member.recognised() == null
              ? day(member.admitted())
              : day(member.admitted()) + "\n" + day(member.recognised()));
      text(sheet, line, 6, member.card());
      if (index % 40 == 0) {
        sheet.getRow(line).setZeroHeight(true);
      }
      line++;
    }
    text(sheet, line + 1, 1, "Tổng số: " + (members.size() + 1) + " đồng chí");
    text(sheet, line + 3, 5, "T/M ĐẢNG ỦY");
    return bytes(workbook);
  }

  /// 7-HSĐV: four lines for each member, one value below the other in each column.
  static byte[] stacked(List<Member> members, Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("7-HSĐV");
    text(sheet, 0, 0, "ĐẢNG BỘ XÃ NA TÔNG");
    text(sheet, 1, 2, "SỔ DANH SÁCH ĐẢNG VIÊN");
    header(
        sheet,
        3,
        0,
        "STT",
        "Họ và tên đang dùng\nHọ và tên khai sinh\nNgày sinh",
        "Nam, nữ\nDân tộc\nTôn giáo",
        "Quê quán",
        "Ngày vào Đảng\nNgày chính thức",
        "Số thẻ đảng viên\nSố lý lịch\nSố Huy hiệu",
        "Ghi chú");
    for (int column = 0; column < 7; column++) {
      number(sheet, 4, column, column + 1);
    }
    int line = 5;
    int index = 0;
    String cell = "";
    for (Member member : members) {
      if (!member.cell().equals(cell)) {
        cell = member.cell();
        text(sheet, line, 0, cell);
        sheet.addMergedRegion(new CellRangeAddress(line, line, 0, 6));
        line++;
      }
      number(sheet, line, 0, ++index);
      text(sheet, line, 1, member.name());
      text(sheet, line + 1, 1, member.name());
      text(sheet, line + 2, 1, day(member.born()));
      text(
          sheet,
          line,
          2,
          member.sex() == null ? "-" : "female".equals(member.sex()) ? "Nữ" : "Nam");
      text(sheet, line + 1, 2, member.ethnicity() == null ? "-" : member.ethnicity());
      text(sheet, line + 2, 2, "Không");
      text(sheet, line, 3, "Điện Biên");
      text(sheet, line, 4, day(member.admitted()));
      text(sheet, line + 1, 4, day(member.recognised()));
      text(sheet, line, 5, member.card());
      text(sheet, line + 3, 5, "-");
      line += 4;
    }
    return bytes(workbook);
  }

  /// As an American Excel keeps what was typed day first: it takes 05/07 for the seventh of May,
  /// and leaves 25/07 a text. Years alone are the first of January.
  static byte[] swapped(List<Member> members, Workbook workbook) throws IOException {
    plain(members, workbook, text -> text);
    CellStyle american = workbook.createCellStyle();
    american.setDataFormat(workbook.createDataFormat().getFormat("m/d/yyyy"));
    Sheet sheet = workbook.getSheetAt(0);
    for (int line = 3; line <= sheet.getLastRowNum(); line++) {
      for (int column : new int[] {2, 6, 7}) {
        Cell cell = sheet.getRow(line).getCell(column);
        String[] parts = cell == null ? new String[0] : cell.getStringCellValue().split("/");
        if (parts.length == 3 && Integer.parseInt(parts[0]) <= 12) {
          cell.setCellValue(
              LocalDate.of(
                  Integer.parseInt(parts[2]),
                  Integer.parseInt(parts[0]),
                  Integer.parseInt(parts[1])));
          cell.setCellStyle(american);
        }
      }
    }
    return bytes(workbook);
  }

  /// Whose year of birth alone is known is born on the first of January.
  static byte[] newYears(List<Member> members, Workbook workbook) throws IOException {
    plain(members, workbook, text -> text);
    Sheet sheet = workbook.getSheetAt(0);
    CellStyle date = workbook.createCellStyle();
    date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
    for (int line = 3; line <= sheet.getLastRowNum(); line++) {
      Cell born = sheet.getRow(line).getCell(2);
      if (born != null && born.getStringCellValue().length() == 4) {
        born.setCellValue(LocalDate.of(Integer.parseInt(born.getStringCellValue()), 1, 1));
        born.setCellStyle(date);
      }
    }
    return bytes(workbook);
  }

  /// Two signs a letter.
  ///
  /// @param font that shows them, or another, from which nobody can tell
  static byte[] inVni(List<Member> members, Workbook workbook, String font) throws IOException {
    plain(members, workbook, MessyList::vni);
    CellStyle style = style(workbook, font);
    workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> cell.setCellStyle(style)));
    return bytes(workbook);
  }

  /// Card numbers that Excel took for amounts, without the zeros before them.
  static byte[] withCards(List<String> names, String cell, boolean asNumbers, Workbook workbook)
      throws IOException {
    Sheet sheet = workbook.createSheet("Sheet1");
    header(
        sheet,
        0,
        0,
        "STT",
        "Họ và tên",
        "Chi bộ",
        "Ngày vào Đảng",
        "Số thẻ",
        "Giới tính",
        "Năm sinh");
    for (int i = 0; i < names.size(); i++) {
      int card = i % 3 == 0 ? 12_345 + i : 512_345 + i;
      number(sheet, i + 1, 0, i + 1);
      text(sheet, i + 1, 1, names.get(i));
      text(sheet, i + 1, 2, cell);
      text(sheet, i + 1, 3, "03/02/2012");
      text(sheet, i + 1, 5, "Nam");
      number(sheet, i + 1, 6, 1980 + i);
      if (asNumbers) {
        number(sheet, i + 1, 4, card);
      } else {
        text(sheet, i + 1, 4, "%06d".formatted(card));
      }
    }
    return bytes(workbook);
  }

  /// The font of small letters, and that of capitals for names that begin with a letter of which
  /// the other has none.
  static byte[] inVnTime(List<Member> members, Workbook workbook) throws IOException {
    plain(members, workbook, text -> text);
    CellStyle small = style(workbook, ".VnTime");
    CellStyle capitals = style(workbook, ".VnTimeH");
    workbook
        .getSheetAt(0)
        .forEach(row ->
            row.forEach(cell -> {
              String text = cell.getStringCellValue();
              boolean none =
                  text.chars()
                      .mapToObj(Character::toString)
                      .anyMatch(letter -> letter.charAt(0) > '~' && !VN_TIME.containsKey(letter));
              cell.setCellValue(vnTime(none ? text.toLowerCase(Locale.ROOT) : text));
              cell.setCellStyle(none ? capitals : small);
            }));
    return bytes(workbook);
  }

  /// The same letters in a font from which nobody can tell. Capitals that have no sign stay.
  static byte[] inVnTimeUnseen(List<Member> members, Workbook workbook) throws IOException {
    return plain(members, workbook, MessyList::vnTime);
  }

  private static CellStyle style(Workbook workbook, String fontName) {
    Font font = workbook.createFont();
    font.setFontName(fontName);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  static byte[] lookAlike(List<Member> members, Workbook workbook) throws IOException {
    return plain(
        members,
        workbook,
        text ->
            Normalizer.normalize(text, Normalizer.Form.NFD).replace('đ', 'ð').replace('Đ', 'Ð'));
  }

  private interface Writing {
    String of(String text);
  }

  private static final List<String> HEADINGS =
      List.of(
          "TT",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Dân tộc",
          "Chi bộ",
          "Ngày vào Đảng",
          "Ngày chính thức",
          "Số thẻ");

  private static List<String> values(Member member, int index) {
    return List.of(
        String.valueOf(index),
        member.name(),
        day(member.born()),
        member.sex() == null ? "" : member.sex().equals("female") ? "Nữ" : "Nam",
        member.ethnicity() == null ? "" : member.ethnicity(),
        member.cell(),
        day(member.admitted()),
        day(member.recognised()),
        member.card() == null ? "" : member.card());
  }

  private static byte[] plain(List<Member> members, Workbook workbook, Writing writing)
      throws IOException {
    Sheet sheet = workbook.createSheet("Sheet1");
    text(sheet, 0, 0, writing.of("Danh sách đảng viên năm 2016"));
    int line = 2;
    for (int column = 0; column < HEADINGS.size(); column++) {
      text(sheet, line, column, writing.of(HEADINGS.get(column)));
    }
    int index = 0;
    for (Member member : members) {
      line++;
      List<String> values = values(member, ++index);
      for (int column = 0; column < values.size(); column++) {
        text(sheet, line, column, writing.of(values.get(column)));
      }
    }
    return bytes(workbook);
  }

  /// The cell merged over its rows; family and given names in two columns; an x for the sex.
  static byte[] merged(List<Member> members, Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("Sheet1");
    header(
        sheet,
        0,
        0,
        "STT",
        "Chi bộ",
        "Họ và tên đệm",
        "Tên",
        "Năm sinh",
        "Nam",
        "Nữ",
        "Dân tộc",
        "Ngày vào Đảng",
        "Ngày chính thức",
        "Số thẻ");
    int first = 1;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      int line = i + 1;
      int space = member.name().lastIndexOf(' ');
      number(sheet, line, 0, line);
      text(sheet, line, 2, member.name().substring(0, space));
      text(sheet, line, 3, member.name().substring(space + 1));
      text(sheet, line, 4, day(member.born()));
      text(sheet, line, "female".equals(member.sex()) ? 6 : 5, "x");
      text(sheet, line, 7, member.ethnicity());
      text(sheet, line, 8, day(member.admitted()));
      text(sheet, line, 9, day(member.recognised()));
      text(sheet, line, 10, member.card());
      boolean last = i + 1 == members.size() || !members.get(i + 1).cell().equals(member.cell());
      if (last) {
        text(sheet, first, 1, member.cell());
        if (line > first) {
          sheet.addMergedRegion(new CellRangeAddress(first, line, 1, 1));
        }
        first = line + 1;
      }
    }
    return bytes(workbook);
  }

  static byte[] strangeHeadings(List<Member> members, Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("Sheet1");
    header(sheet, 0, 0, "Họ và tên", "Ngày sinh", "Chi bộ", "Ngày đứng trong hàng ngũ");
    int line = 1;
    for (Member member : members) {
      text(sheet, line, 0, member.name());
      text(sheet, line, 1, day(member.born()));
      text(sheet, line, 2, member.cell());
      text(sheet, line++, 3, day(member.admitted()));
    }
    return bytes(workbook);
  }

  /// UTF-16 with tabs as Excel's «Unicode text», others with commas.
  static byte[] separated(List<Member> members, Charset letters) {
    boolean tabs = letters.equals(StandardCharsets.UTF_16LE);
    StringBuilder text = new StringBuilder(tabs ? "\uFEFF" : "");
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    int index = 0;
    for (Member member : members) {
      lines.add(values(member, ++index));
    }
    for (List<String> line : lines) {
      text.append(String.join(tabs ? "\t" : ",", line)).append("\r\n");
    }
    return letters.name().equals("windows-1258")
        ? windows(text.toString(), letters)
        : text.toString().getBytes(letters);
  }

  /// The tone stands behind its letter there, and the rest of the letter is one sign.
  private static byte[] windows(String text, Charset letters) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      if (letters.newEncoder().canEncode(letter)) {
        signs.append(letter);
        continue;
      }
      String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
      StringBuilder base = new StringBuilder();
      StringBuilder tone = new StringBuilder();
      for (int j = 0; j < apart.length(); j++) {
        boolean isTone = "\u0300\u0301\u0303\u0309\u0323".indexOf(apart.charAt(j)) >= 0;
        (isTone ? tone : base).append(apart.charAt(j));
      }
      signs.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
    }
    return signs.toString().getBytes(letters);
  }

  static byte[] page(List<Member> members) {
    StringBuilder page =
        new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><table><tr>");
    HEADINGS.forEach(heading -> page.append("<th>").append(heading).append("</th>"));
    page.append("</tr>");
    int index = 0;
    for (Member member : members) {
      page.append("<tr>");
      values(member, ++index).forEach(value -> page.append("<td>").append(value).append("</td>"));
      page.append("</tr>");
    }
    return page.append("</table></body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static final Map<String, Character> VN_TIME = new HashMap<>();

  static {
    for (char sign = '\u00A1'; sign <= '\u00FF'; sign++) {
      String letter = LegacyLetters.TCVN3.decode(String.valueOf(sign));
      if (!letter.equals(String.valueOf(sign))) {
        VN_TIME.put(letter, sign);
      }
    }
  }

  private static String vnTime(String text) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      Character sign = VN_TIME.get(text.substring(i, i + 1));
      signs.append(sign == null ? text.charAt(i) : sign.charValue());
    }
    return signs.toString();
  }

  private static final Map<String, String> VNI = new HashMap<>();

  static {
    for (String base : List.of("a", "e", "o", "u", "y", "ô", "ö")) {
      "øùûõïèéúüëàáåãäêâ"
          .chars()
          .mapToObj(Character::toString)
          .forEach(mark -> {
            pair(base + mark);
            pair((base + mark).toUpperCase(Locale.ROOT));
          });
    }
    "ñÑôÔöÖæÆóÓòÒîÎ".chars().mapToObj(Character::toString).forEach(MessyList::pair);
  }

  private static void pair(String signs) {
    String letter = LegacyLetters.VNI.decode(signs);
    if (letter.length() == 1) {
      VNI.put(letter, signs);
    }
  }

  private static String vni(String text) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      signs.append(VNI.getOrDefault(letter, letter));
    }
    return signs.toString();
  }

  private static String day(@Nullable String iso) {
    return iso == null ? "" : PartialDate.parse(iso).toVietnamese();
  }

  private static void header(Sheet sheet, int line, int column, String... headings) {
    for (int i = 0; i < headings.length; i++) {
      text(sheet, line, column + i, headings[i]);
    }
  }

  private static void text(Sheet sheet, int line, int column, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      cell(sheet, line, column).setCellValue(text);
    }
  }

  private static void number(Sheet sheet, int line, int column, int number) {
    cell(sheet, line, column).setCellValue(number);
  }

  private static Cell cell(Sheet sheet, int line, int column) {
    Row row = sheet.getRow(line) == null ? sheet.createRow(line) : sheet.getRow(line);
    return row.createCell(column);
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }
}
