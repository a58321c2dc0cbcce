package vn.nenmong.membership.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A member as they were on a day.
public record MemberRow(
    UUID id,
    String name,
    @Nullable String sex,
    @Nullable PartialDate born,
    @Nullable String ethnicity,
    String cell,
    UUID cellId,
    @Nullable String village,
    String standing,
    boolean exempt,
    PartialDate admitted,
    @Nullable PartialDate recognised,
    @Nullable String cardNumber,
    @Nullable String education,
    @Nullable String qualification,
    @Nullable String theory,
    @Nullable String occupation,
    @Nullable String note) {

  /// Full years on a day; by the year alone where no more of the birth is known.
  @Nullable Integer age(LocalDate day) {
    if (born == null) {
      return null;
    }
    return born.isFullDay()
        ? Period.between(born.first(), day).getYears()
        : day.getYear() - born.first().getYear();
  }
}
