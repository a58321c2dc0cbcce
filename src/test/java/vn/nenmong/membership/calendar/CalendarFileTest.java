package vn.nenmong.membership.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

  private static final Instant NOW = Instant.parse("2016-12-31T01:02:03Z");

  private static String file(String name, String summary) {
    return CalendarFile.of(
        name,
        NOW,
        List.of(
            new CalendarFile.Event(
                "2016-12-31-card@x", LocalDate.of(2016, 12, 31), summary, "https://x/due")));
  }

  /// As a reader joins them again.
  private static List<String> unfolded(String file) {
    return file.replace("\r\n ", "").lines().toList();
  }

  @Test
  void anEventIsAWholeDay() {
    assertThat(file("Việc", "1 việc"))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Nen Mong//Due//VI
            METHOD:PUBLISH
            X-WR-CALNAME:Việc
            REFRESH-INTERVAL;VALUE=DURATION:PT6H
            X-PUBLISHED-TTL:PT6H
            BEGIN:VEVENT
            UID:2016-12-31-card@x
            DTSTAMP:20161231T010203Z
            DTSTART;VALUE=DATE:20161231
            DTEND;VALUE=DATE:20170101
            SUMMARY:1 việc
            DESCRIPTION:https://x/due
            URL:https://x/due
            TRANSP:TRANSPARENT
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT6H
            DESCRIPTION:1 việc
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void whatMeansSomethingInTheFormatIsEscaped() {
    assertThat(unfolded(file("a;b", "một, hai; ba\\bốn\nnăm\r\nsáu")))
        .contains("X-WR-CALNAME:a\\;b", "SUMMARY:một\\, hai\\; ba\\\\bốn\\nnăm\\nsáu");
  }

  @Test
  void aLineHasAtTheMost75OctetsAndNoLetterIsCut() {
    String summary = "Chi bộ xét công nhận đảng viên chính thức 𝄞 ".repeat(9).strip();
    String file = file("x", summary);
    assertThat(file.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
        .anySatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(72));
    assertThat(unfolded(file)).contains("SUMMARY:" + summary);
    assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void aLineOfJust75OctetsStaysOne() {
    String summary = "x".repeat(75 - "SUMMARY:".length());
    assertThat(file("x", summary)).contains("\r\nSUMMARY:" + summary + "\r\n");
    assertThat(file("x", summary + "y")).contains("\r\nSUMMARY:" + summary + "\r\n y\r\n");
  }
}
