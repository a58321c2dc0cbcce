package vn.nenmong.membership.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A calendar of all-day events as RFC 5545 writes it.
final class CalendarFile {

  /// @param uid the same whenever the event is told
  /// @param address where it leads to
  record Event(String uid, LocalDate day, String summary, String address) {}

  /// Octets of a line, without its end.
  private static final int LINE = 75;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private CalendarFile() {}

  /// @param name of the calendar, as the phone shows it
  /// @param now when it is told
  static String of(String name, Instant now, List<Event> events) {
    StringBuilder file = new StringBuilder();
    line(file, "BEGIN:VCALENDAR");
    line(file, "VERSION:2.0");
    line(file, "PRODID:-//Nen Mong//Due//VI");
    line(file, "METHOD:PUBLISH");
    line(file, "X-WR-CALNAME:" + text(name));
    line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    line(file, "X-PUBLISHED-TTL:PT6H");
    for (Event event : events) {
      line(file, "BEGIN:VEVENT");
      line(file, "UID:" + text(event.uid()));
      line(file, "DTSTAMP:" + MOMENT.format(now));
      line(file, "DTSTART;VALUE=DATE:" + day(event.day()));
      line(file, "DTEND;VALUE=DATE:" + day(event.day().plusDays(1)));
      line(file, "SUMMARY:" + text(event.summary()));
      line(file, "DESCRIPTION:" + text(event.address()));
      line(file, "URL:" + event.address());
      line(file, "TRANSP:TRANSPARENT");
      // In the evening before.
      line(file, "BEGIN:VALARM");
      line(file, "ACTION:DISPLAY");
      line(file, "TRIGGER:-PT6H");
      line(file, "DESCRIPTION:" + text(event.summary()));
      line(file, "END:VALARM");
      line(file, "END:VEVENT");
    }
    line(file, "END:VCALENDAR");
    return file.toString();
  }

  private static String day(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  private static String text(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /// A line that is too long goes on in the next, behind a blank; no letter is cut in two.
  private static void line(StringBuilder file, String content) {
    int octets = 0;
    for (int letter : content.codePoints().toArray()) {
      String written = Character.toString(letter);
      int length = written.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LINE) {
        file.append("\r\n ");
        octets = 1;
      }
      file.append(written);
      octets += length;
    }
    file.append("\r\n");
  }
}
