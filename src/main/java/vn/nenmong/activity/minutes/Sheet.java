package vn.nenmong.activity.minutes;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sheet of paper on which a meeting is written down by hand, with names and boxes.
///
/// @param people in the order in which they are keyed in
/// @param agenda titles of what is on it
public record Sheet(
    SheetCell cell, YearMonth month, MeetingKind kind, List<Attendee> people, List<String> agenda) {

  static final int BLANK_LINES = 4;

  /// `CB01-2016-12-TK`: what is printed on a sheet and typed to key it in.
  private static final Pattern CODE = Pattern.compile("(.+)-(\\d{4}-\\d{2})-(TK|CĐ|CD)");

  /// @param cell code of the cell within its commune; where several bear it, with the code of that
  record Code(String cell, YearMonth month, MeetingKind kind) {

    static Optional<Code> parse(String typed) {
      Matcher code = CODE.matcher(typed.strip().toUpperCase(Locale.ROOT));
      try {
        return code.matches()
            ? Optional.of(
                new Code(
                    code.group(1),
                    YearMonth.parse(code.group(2)),
                    code.group(3).equals("TK") ? MeetingKind.REGULAR : MeetingKind.THEMATIC))
            : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  public Sheet {
    people = List.copyOf(people);
    agenda = List.copyOf(agenda);
  }

  static String code(String cell, YearMonth month, MeetingKind kind) {
    return "%s-%s-%s".formatted(cell, month, kind == MeetingKind.REGULAR ? "TK" : "CD");
  }

  public String code() {
    return code(cell.code(), month, kind);
  }
}
