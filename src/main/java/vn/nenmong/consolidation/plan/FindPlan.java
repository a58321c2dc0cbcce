package vn.nenmong.consolidation.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.plan.Alternative.Placed;
import vn.nenmong.consolidation.plan.PlanRun.Signed;
import vn.nenmong.kernel.text.Vietnamese;

/// What a plan decides, for its paper, which is Vietnamese whatever the reader's language.
@Component
public class FindPlan {

  public record Named(UUID id, String name) {}

  /// A village or cell, and who leads it or is in charge of it from the decision on.
  public record Line(Named of, List<Named> before, Named to) {}

  /// A joint cell that it founds.
  ///
  /// @param name that it has; null as long as none was given
  public record Founded(@Nullable String name, String seat, List<String> villages) {}

  /// @param signed the decision that is in force; null for a draft
  /// @param lines what changes: charges in the order of the committee, villages by their names
  public record Found(
      UUID commune,
      PlanKind kind,
      @Nullable Signed signed,
      List<Line> lines,
      List<Founded> founded) {}

  private final PlanRunRepository runs;
  private final PlanFactsRepository facts;
  private final MessageSource messages;

  FindPlan(PlanRunRepository runs, PlanFactsRepository facts, MessageSource messages) {
    this.runs = runs;
    this.facts = facts;
    this.messages = messages;
  }

  /// @return nothing where there is no such plan in the scope, or none of its alternatives was
  ///   drafted, or the draft changes nothing
  public Optional<Found> run(Scope scope, UUID id) {
    return runs.find(scope, id)
        .flatMap(
            run -> run.draft().filter(Alternative::decides).map(draft -> found(scope, run, draft)));
  }

  private Found found(Scope scope, PlanRun run, Alternative draft) {
    Signed signed = run.isInForce() ? run.signed() : null;
    Map<UUID, String> names = new HashMap<>(facts.names(scope, run.commune(), run.day()));
    Map<UUID, String> leading =
        signed == null ? Map.of() : facts.leading(scope, run.commune(), signed.day());
    draft
        .foundings()
        .forEach(founding ->
            names.put(
                founding.cell(),
                leading.getOrDefault(founding.seat(), newCell(name(names, founding.seat())))));
    return new Found(
        run.commune(),
        run.kind(),
        signed,
        draft.changes().stream()
            .sorted(order(scope, run))
            .map(placed -> line(names, placed))
            .toList(),
        draft.foundings().stream()
            .map(founding ->
                new Founded(
                    leading.get(founding.seat()),
                    name(names, founding.seat()),
                    founding.villages().stream().map(one -> name(names, one.of())).toList()))
            .toList());
  }

  private Comparator<Placed> order(Scope scope, PlanRun run) {
    List<UUID> committee =
        run.kind() == PlanKind.CHARGE
            ? facts.committee(scope, run.commune(), run.day()).stream()
                .map(PlanFactsRepository.Member::id)
                .toList()
            : List.of();
    return Comparator.comparingInt(placed -> committee.indexOf(placed.to()));
  }

  private static Line line(Map<UUID, String> names, Placed placed) {
    return new Line(
        named(names, placed.of()),
        placed.before().stream().map(before -> named(names, before)).toList(),
        named(names, placed.to()));
  }

  private static Named named(Map<UUID, String> names, UUID id) {
    return new Named(id, name(names, id));
  }

  private static String name(Map<UUID, String> names, UUID id) {
    return names.getOrDefault(id, "–");
  }

  private String newCell(String seat) {
    return messages.getMessage(
        "consolidation.plan.newCell", new Object[] {seat}, Vietnamese.LOCALE);
  }
}
