package vn.nenmong.consolidation.reorganization;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.Reference.Answer;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Does an event, in one transaction and alone in its communes.
@Component
public class CarryOutReorganization {

  private final PlanReorganization plans;
  private final ReorganizationRepository units;
  private final ReorganizationEffectRepository effects;
  private final Changes changes;
  private final Audit audit;
  private final Today today;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  CarryOutReorganization(
      PlanReorganization plans,
      ReorganizationRepository units,
      ReorganizationEffectRepository effects,
      Changes changes,
      Audit audit,
      Today today,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.plans = plans;
    this.units = units;
    this.effects = effects;
    this.changes = changes;
    this.audit = audit;
    this.today = today;
    this.transaction = transaction;
    this.json = json;
  }

  /// @param change by which it can be taken back; null where it was not done
  public record Outcome(Plan plan, @Nullable UUID id, @Nullable UUID change) {}

  /// Nothing is done where the plan has problems.
  ///
  /// @throws Refused where the registers do not let it be so
  public Outcome run(Viewer viewer, Reorganization event) {
    try {
      return transaction.execute(_ -> carryOut(viewer, event, changes::begin));
    } catch (DataIntegrityViolationException e) {
      throw new Refused("consolidation.reorganization.registers");
    }
  }

  /// The same within a change that something else has begun, and that takes it back.
  public Outcome within(Viewer viewer, Reorganization event) {
    return carryOut(viewer, event, () -> {});
  }

  /// The communes that an event would have for itself, in the order in which it takes them.
  public List<UUID> communes(Viewer viewer, Reorganization event) {
    return touched(plans.run(viewer.scope(), event));
  }

  private Outcome carryOut(Viewer viewer, Reorganization event, Runnable begin) {
    Plan seen = plans.run(viewer.scope(), event);
    if (!seen.isPossible()) {
      return new Outcome(seen, null, null);
    }
    touched(seen).forEach(changes::lock);
    Plan plan = plans.run(viewer.scope(), event);
    if (!plan.isPossible()) {
      return new Outcome(plan, null, null);
    }
    begin.run();
    effects.defer();
    LocalDate day = event.effective();
    found(plan, day);
    change(plan, day);
    plan.moves().forEach(move -> move(move, day));
    end(plan, day);
    placeVillages(plan, day);
    plan.forms().forEach(form -> effects.meet(form, day));
    plan.left().forEach(office -> effects.leave(office, day));
    plan.offices().forEach(office -> effects.office(office, day));
    UUID commune = communes(plan).getFirst();
    UUID id =
        effects.record(
            commune,
            touched(plan),
            event,
            json.writeValueAsString(event),
            viewer.account(),
            Timestamp.from(today.now()));
    plan.links().forEach(link -> effects.link(id, link, event.kind().isOfVillages(), day));
    plan.ended()
        .forEach((unit, ended) -> {
          if (ended.heir() != null && !event.carry().isEmpty()) {
            effects.carryGrants(unit, ended.heir(), event.carry(), day, today.realDate());
          }
        });
    audit.record(viewer, commune, "reorganize", "reorganization", id, null);
    return new Outcome(plan, id, changes.current());
  }

  private void found(Plan plan, LocalDate day) {
    for (Plan.Found unit : plan.founded()) {
      if (unit.id().equals(unit.commune())) {
        effects.see(unit.commune());
      }
      effects.found(unit, day, plan.event().decision().number());
    }
    plan.villages().forEach(village -> effects.found(village, day));
  }

  private void change(Plan plan, LocalDate day) {
    List<Plan.Change> ofUnits =
        plan.changes().stream().filter(change -> !change.village()).toList();
    if (!ofUnits.isEmpty()) {
      effects.cut(ofUnits.stream().map(Plan.Change::unit).toList(), day);
      ofUnits.forEach(change -> effects.change(change, day));
      ofUnits.forEach(change -> effects.place(change.unit(), day));
    }
    plan.changes().stream()
        .filter(Plan.Change::village)
        .forEach(change -> effects.changeVillage(change.unit(), change.name(), day));
  }

  /// Where only some go, rows that none can be chosen of stay.
  private void move(Plan.Move move, LocalDate day) {
    if (!move.village() && move.people() == null) {
      effects.carryPlanned(move.from(), move.to(), day);
    }
    for (Reference reference : Reference.of(Answer.FOLLOWS)) {
      if (reference.column().equals("village_id") != move.village()) {
        continue;
      }
      List<UUID> chosen = "village_id".equals(reference.among()) ? move.villages() : move.people();
      if (chosen == null) {
        effects.carry(reference, move.from(), move.to(), day, null);
      } else if (!chosen.isEmpty() && reference.among() != null) {
        effects.carry(reference, move.from(), move.to(), day, chosen);
      }
    }
  }

  private void end(Plan plan, LocalDate day) {
    List<UUID> ended = ended(plan, false);
    List<UUID> villages = ended(plan, true);
    plan.ended()
        .forEach((unit, end) -> {
          if (end.root()) {
            effects.endChargesBelow(unit, day);
          }
        });
    for (Reference reference : Reference.of(Answer.ENDS)) {
      List<UUID> of = reference.column().equals("village_id") ? villages : ended;
      if (!of.isEmpty()) {
        effects.endRows(reference, of, day);
      }
    }
    if (!ended.isEmpty()) {
      effects.end(ended, day);
    }
    if (!villages.isEmpty()) {
      effects.endVillages(villages, day);
    }
  }

  private static List<UUID> ended(Plan plan, boolean village) {
    return plan.ended().entrySet().stream()
        .filter(end -> end.getValue().village() == village)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /// A village lies in the commune of the cell that leads it.
  private void placeVillages(Plan plan, LocalDate day) {
    Set<UUID> placed = new LinkedHashSet<>();
    plan.changes().forEach(change -> placed.add(change.unit()));
    plan.moves().forEach(move -> placed.add(move.to()));
    if (placed.isEmpty() || plan.event().kind().isOfVillages()) {
      return;
    }
    effects
        .misplaced(placed, day)
        .forEach(village ->
            effects.carry(
                Reference.PLACE_OF_VILLAGE,
                village.fromTop(),
                village.toTop(),
                day,
                List.of(village.village())));
  }

  /// Those in whose records something is written, and those that something goes to, always in one
  /// order.
  private List<UUID> touched(Plan plan) {
    Set<UUID> communes = new TreeSet<>(Comparator.comparing(UUID::toString));
    communes.addAll(communes(plan));
    plan.founded().forEach(unit -> communes.add(unit.commune()));
    communes.addAll(
        units.communes(
            Stream.of(
                    plan.moves().stream().map(Plan.Move::to),
                    plan.changes().stream().flatMap(change -> Stream.ofNullable(change.parent())),
                    plan.offices().stream().map(Plan.Begun::unit))
                .flatMap(ids -> ids)
                .distinct()
                .toList()));
    return List.copyOf(communes);
  }

  /// Those that it begins from, always in one order.
  private List<UUID> communes(Plan plan) {
    List<UUID> of = new ArrayList<>();
    Stream.of(
            plan.ended().keySet().stream(),
            plan.changes().stream().map(Plan.Change::unit),
            plan.moves().stream().map(Plan.Move::from))
        .flatMap(ids -> ids)
        .distinct()
        .forEach(of::add);
    List<UUID> communes = units.communes(of);
    return communes.isEmpty()
        ? plan.founded().stream().map(Plan.Found::commune).toList()
        : communes;
  }
}
