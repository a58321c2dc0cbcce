package vn.nenmong.activity.minutes;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// A meeting as addresses name it.
final class MeetingAddress {

  private MeetingAddress() {}

  /// @throws ResponseStatusException where there can be no such meeting
  static MeetingKey key(UUID cell, String month, String kind) {
    try {
      return new MeetingKey(cell, YearMonth.parse(month), MeetingKind.of(kind));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page.error.badRequest", e);
    }
  }
}
