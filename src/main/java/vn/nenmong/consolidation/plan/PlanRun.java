package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan that was asked for, and what came of it.
///
/// @param day of which it plans
/// @param fixed what had to be chosen for some
/// @param touchedAt last sign of life of whoever works on it
/// @param reached what the best so far costs
/// @param found the plans, the best first; empty until it is done
/// @param drafted which of them is to be decided
/// @param undone whether what the signed decision wrote was taken back
public record PlanRun(
    UUID id,
    UUID commune,
    PlanKind kind,
    LocalDate day,
    Map<Criterion, BigDecimal> weights,
    Map<UUID, UUID> fixed,
    String account,
    OffsetDateTime at,
    State state,
    OffsetDateTime touchedAt,
    int percent,
    @Nullable Reached reached,
    boolean stopped,
    List<Alternative> found,
    @Nullable Integer drafted,
    @Nullable Signed signed,
    boolean undone) {

  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    /// In keys of messages.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
      return this == WAITING || this == RUNNING;
    }
  }

  /// @param feasible whether all that must be kept is kept
  public record Reached(boolean feasible, BigDecimal points) {}

  /// The decision that made it records.
  public record Signed(String number, String body, LocalDate day, UUID change) {}

  /// Whether the records say what was decided by it.
  public boolean isInForce() {
    return signed != null && !undone;
  }

  /// What can be signed: nothing that breaks what must be kept.
  public Optional<Alternative> draft() {
    return drafted == null || drafted >= found.size()
        ? Optional.empty()
        : Optional.of(found.get(drafted)).filter(Alternative::feasible);
  }
}
