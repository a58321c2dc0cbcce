package vn.nenmong.membership.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.way.Dues;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.WayRules;
import vn.nenmong.rule.Rulebooks;

/// Opens the page of someone's way and leaves the line that says who did.
@Component
class ViewWay {

  private final Ways ways;
  private final StepRepository steps;
  private final Rulebooks rulebooks;
  private final Audit audit;
  private final Today today;

  ViewWay(Ways ways, StepRepository steps, Rulebooks rulebooks, Audit audit, Today today) {
    this.ways = ways;
    this.steps = steps;
    this.rulebooks = rulebooks;
    this.audit = audit;
    this.today = today;
  }

  @Transactional
  Optional<WayPage> run(Viewer viewer, Page page, UUID id) {
    Optional<Ways.Found> found = ways.find(viewer.scope(), id);
    found.ifPresent(of -> audit.look(viewer, of.person().commune(), "member", id));
    return found.map(of -> page(page, of));
  }

  private WayPage page(Page page, Ways.Found found) {
    Map<UUID, String> names = steps.names(named(found));
    UUID cell = found.way().cell();
    return new WayPage(
        found.person(),
        found.way(),
        cell == null ? null : names.get(cell),
        lines(page, found, names),
        Dues.of(found.way(), rulebooks.of(found.person().commune())).stream()
            .filter(due -> !due.isOver(today.date()))
            .toList(),
        open(found));
  }

  /// The last first; before the first step, what the registers say.
  private static List<StepLine> lines(Page page, Ways.Found found, Map<UUID, String> names) {
    List<Step> told =
        found.way().steps().stream()
            .filter(step -> found.kept().isEmpty() || Ways.isTakenIn(step))
            .toList();
    return Stream.concat(
            found.kept().stream().map(kept -> line(page, kept, names)),
            told.stream().map(step -> told(page, step, names)))
        .toList()
        .reversed();
  }

  /// What nobody entered as a step.
  private static StepLine told(Page page, Step step, Map<UUID, String> names) {
    return new StepLine(
        step.id(),
        step.kind(),
        step.day(),
        Ways.isTakenIn(step)
            ? List.of(page.t("membership.way.takenIn"))
            : StepWords.of(page, step, names),
        "",
        List.of(),
        false,
        null,
        null);
  }

  private static StepLine line(Page page, StepRepository.Kept kept, Map<UUID, String> names) {
    Step step = kept.step();
    return new StepLine(
        step.id(),
        step.kind(),
        step.day(),
        StepWords.of(page, step, names),
        kept.account(),
        kept.relied().stream().map(StepLine.Relied::of).toList(),
        !kept.unknown().isEmpty(),
        kept.takenBack(),
        kept.takenBackBy());
  }

  private static Map<StepKind.Group, List<StepKind>> open(Ways.Found found) {
    Map<StepKind.Group, List<StepKind>> open = new EnumMap<>(StepKind.Group.class);
    Arrays.stream(StepKind.values())
        .filter(kind -> WayRules.isOpen(found.way(), kind))
        .forEach(kind -> open.computeIfAbsent(kind.group(), _ -> new ArrayList<>()).add(kind));
    return open;
  }

  private static Set<UUID> named(Ways.Found found) {
    Set<UUID> ids = new HashSet<>();
    found
        .kept()
        .forEach(kept -> {
          ids.addAll(kept.step().people());
          add(ids, kept.step().cell());
          if (kept.step().registered() != null) {
            add(ids, kept.step().registered().cell());
          }
        });
    ids.addAll(found.way().registered().candidature().helpers());
    add(ids, found.way().cell());
    return ids;
  }

  private static void add(Set<UUID> ids, @Nullable UUID id) {
    if (id != null) {
      ids.add(id);
    }
  }
}
