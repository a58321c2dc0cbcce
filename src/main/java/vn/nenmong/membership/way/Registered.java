package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.rule.RuleValue;

/// What the registers say of someone, as far as steps change it.
///
/// @param since day from which they are on the list, a member here, or gone
/// @param cell theirs; null for someone who has none
public record Registered(
    Phase phase,
    @Nullable LocalDate since,
    @Nullable UUID cell,
    Candidature candidature,
    Membership membership) {

  /// @param helpers members who help and introduce
  /// @param classTaken when they took the preparatory class
  /// @param dossierCompleted when their dossier was complete
  public record Candidature(
      List<UUID> helpers,
      @Nullable PartialDate classTaken,
      @Nullable PartialDate dossierCompleted) {

    public static final Candidature NONE = new Candidature(List.of(), null, null);

    public Candidature {
      helpers = List.copyOf(helpers);
    }

    Candidature helpedBy(List<UUID> members) {
      return new Candidature(members, classTaken, dossierCompleted);
    }

    Candidature taught(PartialDate day) {
      return new Candidature(helpers, day, dossierCompleted);
    }

    Candidature completed(@Nullable PartialDate day) {
      return new Candidature(helpers, classTaken, day);
    }
  }

  /// @param admitted day of the ceremony, as far as it is known
  /// @param admissionDecided day of the decision of admission, where it is known
  /// @param recognised day as of which they are official
  /// @param recognitionDecided day of the decision of recognition, where it is known
  /// @param exempt from activity
  /// @param card number of the Party card
  /// @param leftBy step by which they left; null where they did not or it is not known
  public record Membership(
      @Nullable PartialDate admitted,
      @Nullable LocalDate admissionDecided,
      @Nullable PartialDate recognised,
      @Nullable LocalDate recognitionDecided,
      boolean exempt,
      @Nullable String card,
      @Nullable StepKind leftBy) {

    public static final Membership NONE = new Membership(null, null, null, null, false, null, null);

    /// The day from which they can have a card, as the rule has it; null where it is not known.
    @Nullable LocalDate cardFrom(RuleValue with) {
      return with.says("END_OF_PROBATION")
          ? recognised == null ? null : recognised.last()
          : recognitionDecided;
    }

    /// The day from which their party age counts, as the rule has it: that of the ceremony, or that
    /// of the decision; where this is not known, that of the ceremony too.
    public @Nullable PartialDate partyAgeFrom(Optional<RuleValue> start) {
      return admissionDecided == null || start.filter(rule -> rule.says("CEREMONY")).isPresent()
          ? admitted
          : PartialDate.day(admissionDecided);
    }

    Membership recognised(LocalDate asOf, LocalDate decided) {
      return new Membership(
          admitted, admissionDecided, PartialDate.day(asOf), decided, exempt, card, leftBy);
    }

    Membership exempt(boolean so) {
      return new Membership(
          admitted, admissionDecided, recognised, recognitionDecided, so, card, leftBy);
    }

    Membership card(@Nullable String number) {
      return new Membership(
          admitted, admissionDecided, recognised, recognitionDecided, exempt, number, leftBy);
    }

    Membership leftBy(@Nullable StepKind kind) {
      return new Membership(
          admitted, admissionDecided, recognised, recognitionDecided, false, card, kind);
    }
  }

  /// Someone of whom nothing is known here.
  public static final Registered NOTHING =
      new Registered(Phase.OUTSIDE, null, null, Candidature.NONE, Membership.NONE);

  Registered of(Candidature changed) {
    return new Registered(phase, since, cell, changed, membership);
  }

  Registered of(Membership changed) {
    return new Registered(phase, since, cell, candidature, changed);
  }

  Registered in(@Nullable UUID other) {
    return new Registered(phase, since, other, candidature, membership);
  }

  /// No longer what they were.
  Registered as(Phase other, LocalDate day, Membership changed) {
    return new Registered(other, day, cell, Candidature.NONE, changed);
  }
}
