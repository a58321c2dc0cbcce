package vn.nenmong.kernel.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The only door to the date and the time. The day is the office's, in Viet Nam, or the working day
/// that was set (the demo's is 31/12/2016).
public final class Today {

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Clock clock;
  private final @Nullable LocalDate workingDay;

  /// @param workingDay the day to work on instead of the clock's, or null
  public Today(Clock clock, @Nullable LocalDate workingDay) {
    this.clock = clock;
    this.workingDay = workingDay;
  }

  /// By the clock of this machine.
  public static Today ofThisMachine(@Nullable LocalDate workingDay) {
    return new Today(Clock.systemUTC(), workingDay);
  }

  public LocalDate date() {
    return workingDay != null ? workingDay : LocalDate.now(clock.withZone(ZONE));
  }

  /// The real day of the clock, whatever day was set: grants and sessions go by it.
  public LocalDate realDate() {
    return LocalDate.now(clock.withZone(ZONE));
  }

  /// The moment, for the audit trail: always the clock's.
  public Instant now() {
    return clock.instant();
  }

  /// Whether a working day was set, which every page must show.
  public boolean isSet() {
    return workingDay != null;
  }
}
