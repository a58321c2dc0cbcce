package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A reorganization that was done.
///
/// @param units names of those that it began from; null for none, as of a founding
/// @param into names of those that came of it; null for none
/// @param change by which it can be taken back
/// @param plan the signed plan that it is a part of, and that is taken back with it; null for none
/// @param commune under whose name it stands in the trail
/// @param communes that it wrote in or went to, always in one order
/// @param whole whether all the communes of it are within reach, so that it can be read and taken
///   back as a whole
public record Event(
    UUID id,
    String kind,
    LocalDate day,
    String number,
    String body,
    LocalDate decided,
    @Nullable String note,
    @Nullable String units,
    @Nullable String into,
    String account,
    UUID change,
    @Nullable UUID plan,
    UUID commune,
    List<UUID> communes,
    boolean whole) {

  /// What it made of what: «Bản Hạ → Bản Mới».
  public String course() {
    return Stream.of(units, into).filter(Objects::nonNull).collect(Collectors.joining(" → "));
  }

  /// When its decision was corrected, by whom and why.
  public record Correction(
      UUID change, OffsetDateTime at, String account, @Nullable String reason) {}
}
