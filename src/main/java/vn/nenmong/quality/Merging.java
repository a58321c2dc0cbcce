package vn.nenmong.quality;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// Two records that may be of one person.
///
/// @param keep the record that stays
/// @param gone the one whose doings go over to it
public record Merging(Side keep, Side gone) {

  public record Side(
      UUID id,
      UUID communeId,
      String name,
      @Nullable PartialDate born,
      @Nullable String sex,
      @Nullable String ethnicity,
      @Nullable String languages,
      @Nullable PartialDate admitted,
      @Nullable PartialDate recognised,
      @Nullable String cardNumber,
      @Nullable String cell,
      @Nullable String village) {}

  /// What it does in a register.
  ///
  /// @param moved rows that go over to the record that stays, or are filled up
  /// @param dropped rows that the record that stays has already
  public record Part(String register, int moved, int dropped) {}
}
