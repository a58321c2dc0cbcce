package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One way to place everything, and what it costs by the weights of the run.
///
/// @param how it was looked for
/// @param criterion the constraint that it was looked for by; null for the best
/// @param feasible whether all that must be kept is kept
/// @param points that it costs, of what can be weighed
public record Alternative(
    How how,
    @Nullable Criterion criterion,
    boolean feasible,
    BigDecimal points,
    List<Placed> placed,
    List<Explained> explained) {

  /// Changes that a page shows without being asked to.
  public static final int FEW = 12;

  public enum How {
    BEST,
    /// With one constraint weighing more.
    HEAVIER,
    /// With one constraint weighing less.
    LIGHTER,
    /// Without the choice that costs most of one constraint.
    WITHOUT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param before the cell or the people of today
  /// @param to the cell or person that was found
  /// @param kilometres null where they are not known
  public record Placed(
      UUID of, List<UUID> before, UUID to, @Nullable BigDecimal kilometres, List<Reason> reasons) {

    Placed to(UUID other) {
      return new Placed(of, before, other, kilometres, reasons);
    }

    public boolean differs() {
      return !before.equals(List.of(to));
    }
  }

  /// What one constraint costs.
  ///
  /// @param weight of one; null for what must be kept
  /// @param amount how much of it there is
  /// @param count in how many places
  /// @param because of what: the places that cost most
  public record Explained(
      Criterion criterion,
      @Nullable BigDecimal weight,
      BigDecimal amount,
      BigDecimal points,
      int count,
      List<Because> because) {}

  public Alternative {
    placed = List.copyOf(placed);
    explained = List.copyOf(explained);
  }

  public BigDecimal amount(Criterion of) {
    return explained.stream()
        .filter(one -> one.criterion() == of)
        .map(Explained::amount)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /// What costs most of all that can be weighed.
  public Optional<Explained> heaviest() {
    return explained.stream()
        .filter(one -> !one.criterion().isMust() && one.points().signum() > 0)
        .max(Comparator.comparing(Explained::points));
  }

  /// What must be kept and is not.
  public List<Criterion> broken() {
    return explained.stream()
        .filter(one -> one.criterion().isMust() && one.count() > 0)
        .map(Explained::criterion)
        .toList();
  }

  public List<Placed> changes() {
    return placed.stream().filter(Placed::differs).toList();
  }

  /// Whether there is anything in it to be decided.
  public boolean decides() {
    return !changes().isEmpty();
  }

  /// A joint cell that it founds.
  ///
  /// @param cell as plans know it
  /// @param villages that it serves, the seat among them
  public record Founding(UUID cell, UUID seat, List<Placed> villages) {}

  public List<Founding> foundings() {
    return placed.stream()
        .filter(one -> one.to().equals(ServingCell.idAt(one.of())))
        .map(seat ->
            new Founding(
                seat.to(),
                seat.of(),
                placed.stream().filter(one -> one.to().equals(seat.to())).toList()))
        .toList();
  }

  /// What changes without founding anything.
  public List<Placed> otherChanges() {
    List<UUID> founded = foundings().stream().map(Founding::cell).toList();
    return changes().stream().filter(one -> !founded.contains(one.to())).toList();
  }
}
