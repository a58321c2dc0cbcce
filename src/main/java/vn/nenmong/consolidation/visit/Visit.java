package vn.nenmong.consolidation.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.access.Role;
import vn.nenmong.access.Viewer;

/// A visit to a cell as it is kept.
///
/// @param account who entered it
public record Visit(
    UUID id,
    UUID communeId,
    UUID cellId,
    String cell,
    UUID personId,
    String person,
    LocalDate day,
    @Nullable String found,
    @Nullable String agreed,
    @Nullable LocalDate nextDay,
    String account) {

  /// @param nextDay by which the next visit was agreed, or null
  record Told(
      UUID cell,
      UUID person,
      LocalDate day,
      String found,
      @Nullable String agreed,
      @Nullable LocalDate nextDay) {}

  /// The office changes any, everyone else what they entered themselves.
  boolean isChangeableBy(Viewer viewer) {
    return viewer.roles().contains(Role.CLERK) || viewer.account().equals(account);
  }
}
