package vn.nenmong.workbook.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

/// Dates, numbers and yes/no in every way that offices write them. What cannot be read is empty.
final class CellValues {

  private static final int LONGEST = 80;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?");
  private static final Pattern DAY_IN_WORDS =
      Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2}) nam (\\d{4})");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[tT ].*)?");
  private static final Pattern MONTH =
      Pattern.compile("(?:thang )?(\\d{1,2})\\s*(?:[/.-]|\\s*nam)\\s*(\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(?:nam )?(\\d{4})");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)(\\d[\\d.,\\s]*)(?:\\s*(?:[kdc]?m[23]|[^\\d\\s.,])[^\\d]*)?");

  private static final Set<String> YES = Set.of("x", "✓", "✔", "co", "1", "true");
  private static final Set<String> NO = Set.of("", "khong", "0", "-", "false");

  private CellValues() {}

  /// A day, a month or a year, with the precision that was given. A number that is no year is taken
  /// for a day pasted as Excel counts days.
  static Optional<PartialDate> date(Cell cell) {
    try {
      if (cell.date() != null) {
        return inRange(cell.date());
      }
      if (cell.number() != null) {
        return numericDate(cell.number());
      }
      String text = cell.text();
      if (text.length() > LONGEST) {
        return Optional.empty();
      }
      boolean inFigures = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
      return textDate(inFigures && text.indexOf(' ') < 0 ? text : Vietnamese.fold(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<PartialDate> numericDate(double number) {
    if (number != Math.rint(number)) {
      return Optional.empty();
    }
    int whole = (int) number;
    if (whole >= FIRST_YEAR && whole <= LAST_YEAR) {
      return Optional.of(PartialDate.year(whole));
    }
    boolean pastedDay = whole >= 20_000 && whole <= 60_000;
    return pastedDay
        ? Optional.of(PartialDate.day(DateUtil.getLocalDateTime(whole).toLocalDate()))
        : Optional.empty();
  }

  private static Optional<PartialDate> textDate(String text) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return day(day.group(3), day.group(2), day.group(1));
    }
    Matcher words = DAY_IN_WORDS.matcher(text);
    if (words.matches()) {
      return day(words.group(3), words.group(2), words.group(1));
    }
    Matcher iso = ISO_DAY.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return inRange(
          PartialDate.month(
              YearMonth.of(Integer.parseInt(month.group(2)), Integer.parseInt(month.group(1)))));
    }
    Matcher year = YEAR.matcher(text);
    return year.matches()
        ? inRange(PartialDate.year(Integer.parseInt(year.group(1))))
        : Optional.empty();
  }

  private static Optional<PartialDate> day(String year, String month, String day) {
    return inRange(
        PartialDate.day(
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))));
  }

  private static Optional<PartialDate> inRange(PartialDate date) {
    int year = date.first().getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(date) : Optional.empty();
  }

  /// A number with `.` or `,` as decimal or thousands mark and maybe a unit behind. One mark
  /// followed by exactly three digits groups thousands (`2.080`, `2,080`), unless a zero stands
  /// before it; where both marks stand, the last is the decimal one.
  static Optional<BigDecimal> decimal(Cell cell) {
    if (cell.number() != null) {
      return Optional.of(NumberFormats.exact(cell.number()));
    }
    Matcher matcher = NUMBER.matcher(cell.text());
    if (cell.text().length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(2).replaceAll("\\s", "");
    return plain(digits).map(plain -> new BigDecimal(matcher.group(1) + plain));
  }

  /// A whole number, likewise.
  static Optional<Integer> integer(Cell cell) {
    return decimal(cell)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) < 0)
        .map(BigDecimal::intValueExact);
  }

  private static Optional<String> plain(String digits) {
    int lastDot = digits.lastIndexOf('.');
    int lastComma = digits.lastIndexOf(',');
    int last = Math.max(lastDot, lastComma);
    if (last < 0) {
      return Optional.of(digits);
    }
    if (last == digits.length() - 1) {
      return Optional.empty();
    }
    char mark = digits.charAt(last);
    String before = digits.substring(0, last);
    String after = digits.substring(last + 1);
    boolean otherMark = lastDot >= 0 && lastComma >= 0;
    boolean repeated = before.indexOf(mark) >= 0;
    boolean thousands = !otherMark && after.length() == 3 && !before.equals("0");
    if (repeated && otherMark) {
      return Optional.empty();
    }
    if (repeated || thousands) {
      return grouped(digits.replace(mark, ' '));
    }
    return grouped(before.replace(mark == '.' ? ',' : '.', ' ')).map(whole -> whole + "." + after);
  }

  /// Groups of three joined, where they are groups of three.
  private static Optional<String> grouped(String digits) {
    return digits.matches("\\d+|\\d{1,3}( \\d{3})+")
        ? Optional.of(digits.replace(" ", ""))
        : Optional.empty();
  }

  static Optional<Boolean> yes(Cell cell) {
    String text = Vietnamese.fold(cell.text());
    if (YES.contains(text)) {
      return Optional.of(true);
    }
    return NO.contains(text) ? Optional.of(false) : Optional.empty();
  }
}
