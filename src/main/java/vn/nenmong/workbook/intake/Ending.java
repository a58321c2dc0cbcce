package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.nenmong.kernel.time.TypedDay;

/// The end that a user tells of something the file does not name.
///
/// @param day its last day, as typed: 30/06/2017 or 2017-06-30
public record Ending(String day, String reason) {

  Optional<LocalDate> last() {
    try {
      return Optional.of(TypedDay.parse(day));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
