package vn.nenmong.consolidation.charge;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.charge.Decision.Line;
import vn.nenmong.consolidation.charge.Decision.Replaces;

/// What a decision does to the charges that there are. One that is entered late takes nothing from
/// those that began after it: its own end where the next one of the same cell begins.
///
/// @param adopted charges that were entered without their decision, and stay as they are
/// @param ended charges that end on the day before the decision
/// @param begun charges that begin with the decision
/// @param clashes charges that keep it from being so
record ChargePlan(
    List<Charge> adopted, List<Charge> ended, List<Begun> begun, List<Clash> clashes) {

  /// @param until the day after the last, or null
  record Begun(Line line, @Nullable LocalDate until) {}

  /// @param why end of a message key
  record Clash(Charge charge, String why) {}

  static ChargePlan of(Decision decision, List<Charge> charges) {
    List<Charge> adopted = charges.stream().filter(charge -> isOf(decision, charge)).toList();
    List<Charge> others = charges.stream().filter(charge -> !adopted.contains(charge)).toList();
    List<Charge> ended =
        others.stream()
            .filter(charge -> charge.isOn(decision.day()) && isReplaced(decision, charge))
            .toList();
    Set<Line> there = adopted.stream().map(Charge::line).collect(Collectors.toSet());
    List<Begun> begun =
        decision.lines().stream()
            .filter(line -> !there.contains(line))
            .sorted(Comparator.comparing(Line::cell).thenComparing(Line::person))
            .map(line -> new Begun(line, next(decision, line, others)))
            .toList();
    List<Clash> clashes =
        others.stream()
            .filter(charge -> charge.isOn(decision.day()))
            .flatMap(charge -> {
              if (ended.contains(charge)) {
                return decision.day().equals(charge.since())
                    ? List.of(new Clash(charge, "sameDay")).stream()
                    : List.<Clash>of().stream();
              }
              return begun.stream()
                  .filter(each -> each.line().equals(charge.line()))
                  .map(_ -> new Clash(charge, "already"));
            })
            .toList();
    return new ChargePlan(adopted, ended, begun, clashes);
  }

  /// Whether a charge is one of the decision's that was entered without it.
  private static boolean isOf(Decision decision, Charge charge) {
    return charge.decision() == null
        && decision.lines().contains(charge.line())
        && (charge.document() == null
            ? charge.isOn(decision.day())
            : charge.document().equals(decision.number()));
  }

  private static boolean isReplaced(Decision decision, Charge charge) {
    return switch (decision.replaces()) {
      case ALL -> true;
      case CELLS -> decision.names(charge.cell());
      case NOTHING -> false;
    };
  }

  /// When someone was put in charge of the same cell later.
  private static @Nullable LocalDate next(Decision decision, Line line, List<Charge> others) {
    return others.stream()
        .filter(charge -> charge.cell().equals(line.cell()))
        .filter(charge ->
            decision.replaces() != Replaces.NOTHING || charge.person().equals(line.person()))
        .map(Charge::since)
        .filter(Objects::nonNull)
        .filter(since -> since.isAfter(decision.day()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// By which it is known again: what was shown is what is done, or nothing is.
  UUID mark() {
    return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8));
  }
}
