package vn.nenmong.consolidation.plan;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cell: who is in charge of it is to be decided.
@PlanningEntity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
final class ChargedCell implements Choice {

  @PlanningId private UUID id;
  private @Nullable String language;
  private List<UUID> before;
  private Map<UUID, BigDecimal> kilometres;
  private @Nullable BigDecimal farthest;

  @PlanningPin private boolean fixed;
  @ValueRangeProvider private List<CommitteeMember> possible;
  @PlanningVariable private @Nullable CommitteeMember person;

  /// For the solver, which copies it.
  ChargedCell() {}

  /// @param language folded, of the most common people among its members
  /// @param before who is in charge today
  /// @param kilometres from where people live, as far as they are known
  /// @param fixed who has to be in charge, or null
  ChargedCell(
      UUID id,
      @Nullable String language,
      List<UUID> before,
      Map<UUID, BigDecimal> kilometres,
      @Nullable BigDecimal farthest,
      List<CommitteeMember> possible,
      @Nullable CommitteeMember fixed) {
    this.id = id;
    this.language = language;
    this.before = before;
    this.kilometres = kilometres;
    this.farthest = farthest;
    this.possible = possible;
    this.fixed = fixed != null;
    this.person = fixed;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public @Nullable UUID chosen() {
    return person == null ? null : person.id();
  }

  @Nullable CommitteeMember person() {
    return person;
  }

  boolean isOwn() {
    return person != null && id.equals(person.cell());
  }

  /// Whether both are known, and differ.
  boolean isOfOtherLanguage() {
    return person != null
        && language != null
        && !person.languages().isEmpty()
        && !person.speaks(language);
  }

  boolean isOfNovice() {
    return person != null && !person.experienced();
  }

  boolean isHandedOver() {
    return !before.isEmpty() && person != null && !before.contains(person.id());
  }

  /// Where it is not known, as far as the farthest that is, so that nobody is sent far because
  /// nobody knows how far; null where no way is known.
  @Nullable BigDecimal kilometres() {
    return person == null ? null : kilometres.getOrDefault(person.id(), farthest);
  }

  /// Placed by hand, to try a constraint.
  ChargedCell of(CommitteeMember chosen) {
    this.person = chosen;
    return this;
  }
}
