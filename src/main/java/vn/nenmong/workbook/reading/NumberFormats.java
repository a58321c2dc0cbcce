package vn.nenmong.workbook.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vn.nenmong.kernel.time.PartialDate;

/// How the styles of a file show numbers: as a day, a month, a year, a per cent, or with leading
/// zeros; and letters, by the names of their fonts. Only that is read of them.
final class NumberFormats extends DefaultHandler {

  private static final MathContext AS_EXCEL = new MathContext(15);
  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final Pattern KEEPS_ZEROS = Pattern.compile("(?=.*0[0.])[0#.\\\\\" /()-]+");

  private enum Shown {
    DAY,
    DAY_WITHOUT_YEAR,
    MONTH,
    YEAR,
    PER_CENT,
    WITH_ZEROS,
    NUMBER
  }

  private record Format(int id, String code, Shown shown) {}

  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private final Map<Integer, Format> formats = new HashMap<>();
  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
  private final List<String> fonts = new ArrayList<>();
  private final List<Integer> fontOfStyle = new ArrayList<>();
  private boolean ofCells;
  private boolean ofFonts;

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    switch (local) {
      case "numFmt" ->
          codes.put(
              Integer.valueOf(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
      case "fonts" -> ofFonts = true;
      case "font" -> {
        if (ofFonts) {
          fonts.add("");
        }
      }
      case "name" -> {
        if (ofFonts && !fonts.isEmpty()) {
          fonts.set(fonts.size() - 1, attributes.getValue("val"));
        }
      }
      case "cellXfs" -> ofCells = true;
      case "xf" -> {
        if (ofCells) {
          String id = attributes.getValue("numFmtId");
          formatOfStyle.add(id == null ? 0 : Integer.valueOf(id));
          String font = attributes.getValue("fontId");
          fontOfStyle.add(font == null ? 0 : Integer.valueOf(font));
        }
      }
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    switch (local) {
      case "cellXfs" -> ofCells = false;
      case "fonts" -> ofFonts = false;
      default -> {}
    }
  }

  /// What the font of a style shows in place of the letters that are written, or null.
  @Nullable LegacyLetters letters(int style) {
    int font = style < fontOfStyle.size() ? fontOfStyle.get(style) : fonts.size();
    return font < fonts.size() ? LegacyLetters.of(fonts.get(font)) : null;
  }

  /// A number as the style shows it.
  Cell cell(double number, int style, boolean since1904) {
    return cell(number, formats.computeIfAbsent(style, this::format), since1904);
  }

  /// A number as a format of that code shows it.
  Cell cell(double number, int id, String code, boolean since1904) {
    return cell(
        number, formats.computeIfAbsent(id, k -> new Format(k, code, shown(k, code))), since1904);
  }

  private Cell cell(double number, Format format, boolean since1904) {
    return switch (format.shown()) {
      case NUMBER -> Cell.number(plain(number), number);
      case PER_CENT -> {
        BigDecimal shown = exact(number).movePointRight(2);
        yield Cell.number(shown.toPlainString() + "%", shown.doubleValue());
      }
      case WITH_ZEROS ->
          Cell.number(
              formatter.formatRawCellContents(number, format.id(), format.code()).strip(), number);
      default -> date(number, format.shown(), since1904);
    };
  }

  private static Cell date(double number, Shown shown, boolean since1904) {
    if (!DateUtil.isValidExcelDate(number)) {
      return Cell.number(plain(number), number);
    }
    LocalDate day = DateUtil.getLocalDateTime(number, since1904).toLocalDate();
    // Excel turns «07/2013» into the first of July and shows the month: that is what was given.
    PartialDate date =
        shown == Shown.MONTH && day.getDayOfMonth() == 1
            ? PartialDate.month(YearMonth.from(day))
            : shown == Shown.YEAR && day.getDayOfYear() == 1
                ? PartialDate.year(day.getYear())
                : PartialDate.day(day);
    // and «9/12» into the ninth of December, shown without a year.
    String text =
        shown == Shown.DAY_WITHOUT_YEAR
            ? day.getDayOfMonth() + "/" + day.getMonthValue()
            : date.toVietnamese();
    return Cell.date(text, number, date);
  }

  /// With the fifteen digits that Excel keeps, and never as a power of ten.
  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : exact(number).toPlainString();
  }

  static BigDecimal exact(double number) {
    return BigDecimal.valueOf(number).round(AS_EXCEL).stripTrailingZeros();
  }

  private Format format(int style) {
    int id = style < formatOfStyle.size() ? formatOfStyle.get(style) : 0;
    String own = codes.get(id);
    String builtin = BuiltinFormats.getBuiltinFormat(id);
    String code = own != null ? own : builtin != null ? builtin : "General";
    return new Format(id, code, shown(id, code));
  }

  private static Shown shown(int id, String code) {
    String letters = NOT_SHOWN.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    if (DateUtil.isADateFormat(id, code)) {
      if (letters.indexOf('d') >= 0) {
        return letters.indexOf('y') >= 0 ? Shown.DAY : Shown.DAY_WITHOUT_YEAR;
      }
      boolean year = letters.indexOf('y') >= 0;
      return !year ? Shown.DAY : letters.indexOf('m') >= 0 ? Shown.MONTH : Shown.YEAR;
    }
    if (letters.indexOf('%') >= 0) {
      return Shown.PER_CENT;
    }
    return KEEPS_ZEROS.matcher(code).matches() ? Shown.WITH_ZEROS : Shown.NUMBER;
  }
}
