package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.Deadline;

/// Something that someone's way waits for.
///
/// @param since day from which it can be done
/// @param day last day on which it is in time; null where it can't be counted, or no rule is known
/// @param limit rule behind the day, with what was passed over in counting; null where there is
///   none
public record Due(
    What what,
    Who who,
    @Nullable LocalDate since,
    @Nullable LocalDate day,
    @Nullable Deadline limit) {

  public enum What {
    CLASS_EXPIRES,
    ADMISSION_DECISION,
    DECISION_ARRIVES,
    CEREMONY,
    MEMBER_CV,
    NEW_MEMBER_CLASS,
    RECOGNITION_CELL,
    RECOGNITION_DECISION,
    CARD,
    LETTER_CONFIRMED,
    TRANSFER_DONE,
    COMPLAINT,
    TEMPORARY_ENDS,
    GUEST_ENDS,
    EXEMPTION_ENDS,
    SUSPENSION_ENDS,
    BADGE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether rules set it a time limit.
    public boolean isLimited() {
      return this != DECISION_ARRIVES && this != CARD;
    }

    /// Whether it is somebody's right, which is over after its day, and not a duty, which is late.
    boolean isRight() {
      return this == COMPLAINT;
    }
  }

  /// Whose turn it is.
  public enum Who {
    CELL,
    COMMITTEE,
    SUPERIOR,
    PERSON;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The year whose days off are not known, where the day can't be counted for that.
  public @Nullable Integer unknownYear() {
    return limit == null ? null : limit.reached().unknownYear();
  }

  public boolean isOverdue(LocalDate today) {
    return !what.isRight() && isPast(today);
  }

  /// Whether it is there no more: a right that was not used in time.
  public boolean isOver(LocalDate today) {
    return what.isRight() && isPast(today);
  }

  private boolean isPast(LocalDate today) {
    return day != null && day.isBefore(today);
  }

  /// Days that are left; negative when it is late. Only where the day is known.
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, Objects.requireNonNull(day));
  }
}
