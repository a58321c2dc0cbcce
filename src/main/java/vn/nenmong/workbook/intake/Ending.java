package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// The end that a user tells of something the file does not name.
///
/// @param day its last day, as typed: 2017-06-30, or 30/06/2017 where the browser has no calendar
public record Ending(String day, String reason) {

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("[uuuu-MM-dd][d/M/uuuu]").withResolverStyle(ResolverStyle.STRICT);

  Optional<LocalDate> last() {
    try {
      return Optional.of(LocalDate.parse(day.strip(), TYPED));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
