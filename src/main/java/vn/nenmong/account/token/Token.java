package vn.nenmong.account.token;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as its list shows it.
///
/// @param maker display name of the account with whose grants it acts
/// @param organization name of the part of the tree, or null for everything
/// @param parts codes of what it may ask for, with blanks between
/// @param revoked when it was revoked
/// @param lastUsed when it was used last, and `lastOrigin` from where
public record Token(
    UUID id,
    String name,
    String maker,
    @Nullable String organization,
    String parts,
    LocalDate lastDay,
    @Nullable OffsetDateTime revoked,
    @Nullable OffsetDateTime lastUsed,
    @Nullable String lastOrigin) {

  public List<String> partCodes() {
    return List.of(parts.split(" "));
  }

  /// `revoked`, `ended` or `good`.
  public String state(LocalDate day) {
    return revoked != null ? "revoked" : lastDay.isBefore(day) ? "ended" : "good";
  }
}
