package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;

/// How far someone has come on the way from outstanding person to official member.
///
/// @param since day from which they are on the list, or of the ceremony; null where it is not known
/// @param lastStep day of the last step that was taken; null where only the registers tell of them
/// @param blocks what the rules of today have against the next vote, decision or ceremony
public record Progress(
    Stage stage, @Nullable LocalDate since, @Nullable LocalDate lastStep, List<Refusal> blocks) {

  /// What is waited for, in the order of the way.
  public enum Stage {
    HELPERS(StepKind.CELL_RESOLUTION),
    CLASS(StepKind.CELL_RESOLUTION),
    DOSSIER(StepKind.CELL_RESOLUTION),
    CELL(StepKind.CELL_RESOLUTION),
    COMMITTEE(StepKind.COMMITTEE_RESOLUTION),
    DECISION(StepKind.ADMISSION_DECISION),
    CEREMONY(StepKind.CEREMONY),
    PROBATION(StepKind.RECOGNITION_CELL),
    RECOGNITION_COMMITTEE(StepKind.RECOGNITION_COMMITTEE),
    RECOGNITION_DECISION(StepKind.RECOGNITION_DECISION);

    private final StepKind next;

    Stage(StepKind next) {
      this.next = next;
    }

    /// The vote, decision or ceremony that is looked forward to.
    public StepKind next() {
      return next;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<StepKind> BY_CELL =
      EnumSet.of(StepKind.CELL_RESOLUTION, StepKind.RECOGNITION_CELL);

  /// @param around what is known today beside the way, for a step of a kind
  /// @return nothing for who is neither candidate nor probationary member
  public static Optional<Progress> of(
      Way way, LocalDate today, Rulebook rules, Function<StepKind, Around> around) {
    return stage(way)
        .map(stage -> {
          Step next = next(stage.next(), today, rules);
          Around known = around.apply(next.kind());
          Around.Electorate cell = known.cell();
          Step voted =
              cell != null && BY_CELL.contains(next.kind())
                  ? next.voted(
                      unanimous(
                          cell.most(
                              rules
                                  .on(today, Rule.VOTE_DENOMINATOR)
                                  .map(RuleValue::words)
                                  .orElse(Set.of()))))
                  : next;
          return new Progress(
              stage,
              way.registered().since(),
              way.steps().stream()
                  .filter(step -> step.kind() != StepKind.REGISTERED)
                  .map(Step::day)
                  .max(Comparator.naturalOrder())
                  .orElse(null),
              WayRules.decide(way, voted, rules, known).refusals());
        });
  }

  private static Optional<Stage> stage(Way way) {
    return switch (way.phase()) {
      case CANDIDATE ->
          Optional.of(
              way.carried(StepKind.ADMISSION_DECISION).isPresent()
                  ? Stage.CEREMONY
                  : way.carried(StepKind.COMMITTEE_RESOLUTION).isPresent()
                      ? Stage.DECISION
                      : way.carried(StepKind.CELL_RESOLUTION).isPresent()
                          ? Stage.COMMITTEE
                          : before(way.missing()));
      case PROBATIONARY ->
          Optional.of(
              way.carried(StepKind.RECOGNITION_CELL).isEmpty()
                  ? Stage.PROBATION
                  : way.carried(StepKind.RECOGNITION_COMMITTEE).isEmpty()
                      ? Stage.RECOGNITION_COMMITTEE
                      : Stage.RECOGNITION_DECISION);
      case OUTSIDE, OFFICIAL, GONE -> Optional.empty();
    };
  }

  private static Stage before(List<StepKind> missing) {
    return missing.contains(StepKind.HELPERS)
        ? Stage.HELPERS
        : missing.contains(StepKind.CLASS)
            ? Stage.CLASS
            : missing.isEmpty() ? Stage.CELL : Stage.DOSSIER;
  }

  /// The next step as it would be if everybody were for it today.
  private static Step next(StepKind kind, LocalDate today, Rulebook rules) {
    String form =
        kind == StepKind.ADMISSION_DECISION || kind == StepKind.RECOGNITION_DECISION
            ? rules
                .on(today, Rule.AUTHORITY_ADMIT)
                .map(body -> body.value().toLowerCase(Locale.ROOT))
                .orElse("delegated")
            : null;
    return new Step(
        new UUID(0, 0),
        kind,
        today,
        null,
        null,
        kind.asks(Ask.VOTES) ? unanimous(1) : null,
        kind.asks(Ask.OUTCOME) ? Boolean.TRUE : null,
        null,
        null,
        null,
        null,
        List.of(),
        form,
        null,
        null,
        null,
        null);
  }

  private static Votes unanimous(int entitled) {
    return new Votes(entitled, entitled);
  }
}
