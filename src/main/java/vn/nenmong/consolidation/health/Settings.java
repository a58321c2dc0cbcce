package vn.nenmong.consolidation.health;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What counts for one part of the tree: for each setting what the nearest unit has set, else the
/// usual.
///
/// @param set by the part itself and those above it, the nearest first
public record Settings(List<Set> set) {

  /// What a unit has set.
  ///
  /// @param unit a commune or a body above communes
  /// @param account who did
  public record Set(UUID unit, String code, int value, String account, OffsetDateTime at) {}

  static final Settings USUAL = new Settings(List.of());

  public Settings {
    set = List.copyOf(set);
  }

  public int of(Setting setting) {
    return from(setting).map(Set::value).orElse(setting.usual());
  }

  public int weight(Reason reason) {
    return of(reason.weight());
  }

  /// Where a setting comes from; empty for the usual.
  public Optional<Set> from(Setting setting) {
    return set.stream().filter(one -> one.code().equals(setting.code())).findFirst();
  }

  /// What a unit itself has set.
  public Optional<Set> by(UUID unit, Setting setting) {
    return from(setting).filter(one -> one.unit().equals(unit));
  }

  /// What would count if a unit had set nothing.
  public Settings without(UUID unit) {
    return new Settings(set.stream().filter(one -> !one.unit().equals(unit)).toList());
  }
}
