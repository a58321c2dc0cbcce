package vn.nenmong.workbook.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.workbook.reading.Cell;

/// Dates as tables of offices have them, written so that the reader of the workbook takes them.
final class Dates {

  private static final Pattern DAY =
      Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4}|\\d{2})");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*(?:\\d{4}|\\d{2})(?!\\d)|\\d{1,2}\\s*[/.-]\\s*\\d{4}|(?<![\\d/.-])\\d{4}(?!\\d)");
  private static final Pattern ONLY_BETWEEN = Pattern.compile("[\\s,;/\\-–()]*");

  private Dates() {}

  static boolean isDate(String text) {
    return DAY.matcher(text).matches();
  }

  /// The dates that a text consists of; the text itself where it is none or has other words.
  static List<String> split(String text) {
    Matcher matcher = DATE.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    boolean only = ONLY_BETWEEN.matcher(matcher.replaceAll("")).matches();
    return found.size() == 2 && only ? found : List.of(text);
  }

  /// Whether a cell holds a first of January.
  static boolean isNewYear(Cell cell) {
    if (cell.date() != null) {
      return cell.date().isFullDay() && cell.date().first().getDayOfYear() == 1;
    }
    Matcher day = DAY.matcher(cell.text());
    return day.matches()
        && Integer.parseInt(day.group(1)) == 1
        && Integer.parseInt(day.group(2)) == 1;
  }

  /// Whether a text has a day where a month should stand, or could not be read the American way.
  static boolean isDayFirst(String text) {
    Matcher day = DAY.matcher(text);
    return day.matches() && Integer.parseInt(day.group(1)) > 12;
  }

  /// A text with the year in full and the month in its place; what is no full day stays as it is.
  ///
  /// @param latest the last year that two figures may mean
  /// @param newYear whether the first of January stands for the year alone
  static String of(String text, int latest, boolean newYear) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    int day = Integer.parseInt(matcher.group(1));
    int month = Integer.parseInt(matcher.group(2));
    int year = Integer.parseInt(matcher.group(3));
    if (matcher.group(3).length() == 2) {
      year += year + 2000 > latest ? 1900 : 2000;
    }
    if (newYear && day == 1 && month == 1) {
      return String.valueOf(year);
    }
    return month > 12 && day <= 12
        ? "%02d/%02d/%d".formatted(month, day, year)
        : "%02d/%02d/%d".formatted(day, month, year);
  }

  /// The same for what Excel holds as a date.
  ///
  /// @param swapped whether Excel took the day for the month
  static String of(PartialDate date, boolean swapped, boolean newYear) {
    LocalDate day = date.first();
    if (!date.isFullDay()) {
      return date.toVietnamese();
    }
    if (newYear && day.getDayOfYear() == 1) {
      return String.valueOf(day.getYear());
    }
    return swapped && day.getDayOfMonth() <= 12
        ? PartialDate.day(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()))
            .toVietnamese()
        : date.toVietnamese();
  }
}
