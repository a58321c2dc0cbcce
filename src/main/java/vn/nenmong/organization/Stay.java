package vn.nenmong.organization;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// An organization within a period, under the last name that it had in it.
///
/// @param from its first day, or null where it was there before the period
/// @param to its last day, or null where it was there after the period
public record Stay(
    UUID id, String code, String name, @Nullable LocalDate from, @Nullable LocalDate to) {

  /// «Đảng bộ xã Na Tông (đến ngày 30/06/2025)».
  ///
  /// @param words gives a message
  public String told(BiFunction<String, Object[], String> words) {
    String days = from == null ? (to == null ? "whole" : "to") : to == null ? "from" : "fromTo";
    return words.apply("organization.stay." + days, new Object[] {name, day(from), day(to)});
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : PartialDate.day(day).toVietnamese();
  }
}
