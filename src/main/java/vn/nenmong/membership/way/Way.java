package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.membership.way.StepKind.Group;

/// Where someone stands, told by their steps alone: the same steps give the same way.
public final class Way {

  static final Set<StepKind> DOSSIER =
      EnumSet.of(StepKind.APPLICATION, StepKind.CV, StepKind.VERIFICATION, StepKind.OPINIONS);

  private static final Set<StepKind> CHANGING =
      EnumSet.of(
          StepKind.CEREMONY,
          StepKind.RECOGNITION_DECISION,
          StepKind.TRANSFER_WITHIN,
          StepKind.TRANSFER_OUT,
          StepKind.TRANSFER_IN,
          StepKind.EXEMPTION,
          StepKind.EXEMPTION_END,
          StepKind.STRIKE_DECISION,
          StepKind.RESIGNATION,
          StepKind.DEATH,
          StepKind.RESTORED);

  private final List<Step> steps = new ArrayList<>();
  private final Map<StepKind, Step> last = new EnumMap<>(StepKind.class);
  private final List<Step> disciplines = new ArrayList<>();
  private final Set<Integer> badges = new TreeSet<>();
  private Registered now = Registered.NOTHING;
  private @Nullable LocalDate leftOn;
  private int failedVotes;
  private int readmissions;

  private Way() {}

  /// @param steps those that hold, as they were entered; between two sayings of the registers they
  ///   go by their days
  public static Way of(List<Step> steps) {
    Way way = new Way();
    List<Step> waiting = new ArrayList<>();
    for (Step step : steps) {
      if (step.kind() == StepKind.REGISTERED) {
        way.takeAll(waiting);
        way.take(step);
      } else {
        waiting.add(step);
      }
    }
    way.takeAll(waiting);
    return way;
  }

  private void takeAll(List<Step> waiting) {
    waiting.stream().sorted(Comparator.comparing(Step::day)).forEach(this::take);
    waiting.clear();
  }

  /// The way with one step more.
  public Way after(Step step) {
    return of(Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  public List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  public Phase phase() {
    return now.phase();
  }

  /// What the registers must say.
  public Registered registered() {
    return now;
  }

  /// The last step of a kind since they came on the list, or became a member.
  public Optional<Step> last(StepKind kind) {
    return Optional.ofNullable(last.get(kind));
  }

  /// The last vote or decision of a kind, if it carried.
  public Optional<Step> carried(StepKind kind) {
    return last(kind).filter(Step::isCarried);
  }

  public @Nullable UUID cell() {
    return now.cell();
  }

  /// Votes on their admission that failed since they came on the list.
  public int failedVotes() {
    return failedVotes;
  }

  /// How often they were admitted after having left.
  public int readmissions() {
    return readmissions;
  }

  /// When they left the Party or went elsewhere, if they did.
  public Optional<LocalDate> leftOn() {
    return Optional.ofNullable(leftOn);
  }

  /// Decisions on discipline that hold.
  public List<Step> disciplines() {
    return Collections.unmodifiableList(disciplines);
  }

  public Set<Integer> badges() {
    return Collections.unmodifiableSet(badges);
  }

  /// Letter of someone who went elsewhere, while the other side has not told that they came.
  public Optional<Step> openLetter() {
    return last(StepKind.TRANSFER_OUT)
        .filter(_ ->
            now.membership().leftBy() == StepKind.TRANSFER_OUT
                && !last.containsKey(StepKind.TRANSFER_ARRIVED));
  }

  /// The last day on which a step changed where they stand or what the registers say from a day on:
  /// nothing can be told of an earlier one without taking that back.
  public Optional<LocalDate> lastChange() {
    return Stream.concat(
            steps.stream().filter(step -> CHANGING.contains(step.kind())).map(Step::day),
            Stream.ofNullable(now.since()))
        .max(Comparator.naturalOrder());
  }

  /// The step by which something holds for a time, if it does.
  public Optional<Step> open(StepKind begin) {
    StepKind end =
        switch (begin) {
          case TEMPORARY_OUT -> StepKind.TEMPORARY_OUT_END;
          case GUEST_IN -> StepKind.GUEST_END;
          case EXEMPTION -> StepKind.EXEMPTION_END;
          case SUSPENSION -> StepKind.SUSPENSION_END;
          default -> throw new IllegalArgumentException(begin.code());
        };
    return last(begin).filter(_ -> !last.containsKey(end));
  }

  /// Whether they are a member of another organization who is here for a time.
  public boolean isGuest() {
    return now.phase() == Phase.OUTSIDE && open(StepKind.GUEST_IN).isPresent();
  }

  /// The day of the admission, where the whole day is known: probation counts from it.
  public Optional<LocalDate> admissionDay() {
    return Optional.ofNullable(now.membership().admitted())
        .filter(PartialDate::isFullDay)
        .map(PartialDate::first);
  }

  /// What a candidate's dossier lacks before the cell can vote, in the order in which it is made.
  public List<StepKind> missing() {
    if (phase() != Phase.CANDIDATE) {
      return List.of();
    }
    List<StepKind> missing = new ArrayList<>();
    if (now.candidature().helpers().isEmpty()) {
      missing.add(StepKind.HELPERS);
    }
    if (now.candidature().classTaken() == null) {
      missing.add(StepKind.CLASS);
    }
    if (now.candidature().dossierCompleted() == null) {
      DOSSIER.stream().filter(kind -> !isDone(kind)).forEach(missing::add);
    }
    return missing;
  }

  private boolean isDone(StepKind kind) {
    return last(kind).filter(step -> !step.hasForm("not_clear")).isPresent();
  }

  private void take(Step step) {
    steps.add(step);
    switch (step.kind()) {
      case REGISTERED -> now = Objects.requireNonNull(step.registered());
      case TEMPORARY_OUT -> last.remove(StepKind.TEMPORARY_OUT_END);
      case GUEST_IN -> last.remove(StepKind.GUEST_END);
      case EXEMPTION -> last.remove(StepKind.EXEMPTION_END);
      case SUSPENSION -> last.remove(StepKind.SUSPENSION_END);
      default -> {}
    }
    last.put(step.kind(), step);
    switch (step.kind().group()) {
      case ADMISSION -> admission(step);
      case PROBATION -> probation(step);
      case MOVING -> moving(step);
      case LEAVING -> leaving(step);
      case DISCIPLINE -> discipline(step);
      case HONOUR -> honour(step);
      case REGISTER -> readFromRegisters();
    }
  }

  private void readFromRegisters() {
    leftOn = now.phase() == Phase.GONE ? now.since() : now.phase().isMember() ? null : leftOn;
  }

  private void admission(Step step) {
    switch (step.kind()) {
      case HELPERS -> now = now.of(now.candidature().helpedBy(step.people()));
      case CLASS -> now = now.of(now.candidature().taught(PartialDate.day(step.day())));
      case CELL_RESOLUTION -> {
        if (!step.isCarried()) {
          failedVotes++;
        }
      }
      case ADMISSION_DECISION -> {
        if (!step.isCarried()) {
          forget(
              StepKind.CELL_RESOLUTION,
              StepKind.COMMITTEE_RESOLUTION,
              StepKind.SUB_COMMITTEE_REPORT,
              StepKind.ADMISSION_EXTENSION);
        }
      }
      case CEREMONY -> admit(step);
      case DOSSIER_MOVED -> {
        if (step.cell() != null) {
          now = now.in(step.cell());
        } else {
          end(Phase.OUTSIDE, step);
        }
      }
      case WITHDRAWN -> end(leftOn == null ? Phase.OUTSIDE : Phase.GONE, step);
      default -> {}
    }
    if (DOSSIER.contains(step.kind())) {
      now =
          now.of(
              now.candidature()
                  .completed(DOSSIER.stream().allMatch(this::isDone) ? dossierDay() : null));
    }
  }

  private @Nullable PartialDate dossierDay() {
    return DOSSIER.stream()
        .map(last::get)
        .filter(Objects::nonNull)
        .map(Step::day)
        .max(Comparator.naturalOrder())
        .map(PartialDate::day)
        .orElse(null);
  }

  private void admit(Step step) {
    if (leftOn != null) {
      readmissions++;
    }
    LocalDate decided = last(StepKind.ADMISSION_DECISION).map(Step::day).orElse(null);
    now =
        now.as(
            Phase.PROBATIONARY,
            step.day(),
            new Registered.Membership(
                PartialDate.day(step.day()), decided, null, null, false, null, null));
    leftOn = null;
    failedVotes = 0;
    forgetGroup(Group.ADMISSION);
    forgetGroup(Group.PROBATION);
    last.put(step.kind(), step);
  }

  private void probation(Step step) {
    if (step.kind() != StepKind.RECOGNITION_DECISION) {
      return;
    }
    if (step.isCarried()) {
      now =
          now.as(
              Phase.OFFICIAL,
              Objects.requireNonNull(now.since()),
              now.membership()
                  .recognised(Objects.requireNonNullElse(step.until(), step.day()), step.day()));
    } else {
      forget(
          StepKind.RECOGNITION_CELL,
          StepKind.RECOGNITION_COMMITTEE,
          StepKind.RECOGNITION_EXTENSION);
    }
  }

  private void moving(Step step) {
    switch (step.kind()) {
      case TRANSFER_WITHIN -> now = now.in(step.cell());
      case TRANSFER_OUT -> {
        last.remove(StepKind.TRANSFER_ARRIVED);
        end(Phase.GONE, step);
      }
      case TRANSFER_IN -> comeBack(step);
      case EXEMPTION -> now = now.of(now.membership().exempt(true));
      case EXEMPTION_END -> now = now.of(now.membership().exempt(false));
      default -> {}
    }
  }

  private void leaving(Step step) {
    switch (step.kind()) {
      case STRIKE_DECISION, RESIGNATION, DEATH -> end(Phase.GONE, step);
      case RESTORED -> comeBack(step);
      default -> {}
    }
  }

  private void comeBack(Step step) {
    if (step.kind() == StepKind.RESTORED) {
      disciplines.removeIf(discipline -> discipline.hasForm("expulsion"));
    }
    now =
        now.in(step.cell() == null ? now.cell() : step.cell())
            .as(
                now.membership().recognised() == null ? Phase.PROBATIONARY : Phase.OFFICIAL,
                step.day(),
                now.membership().leftBy(null));
    leftOn = null;
  }

  private void discipline(Step step) {
    if (step.kind() == StepKind.DISCIPLINE_DECISION) {
      disciplines.add(step);
      if (step.hasForm("expulsion")) {
        end(Phase.GONE, step);
      }
    } else if (step.kind() == StepKind.DISCIPLINE_LIFTED && !disciplines.isEmpty()) {
      disciplines.removeLast();
    }
  }

  private void honour(Step step) {
    switch (step.kind()) {
      case CARD_ISSUED -> now = now.of(now.membership().card(step.number()));
      case CARD_RETURNED -> now = now.of(now.membership().card(null));
      case BADGE, BADGE_POSTHUMOUS ->
          badges.add(Integer.valueOf(Objects.requireNonNull(step.form())));
      default -> {}
    }
  }

  private void end(Phase phase, Step step) {
    boolean leaves = now.phase().isMember();
    if (leaves) {
      leftOn = step.day();
    }
    now =
        now.as(phase, step.day(), leaves ? now.membership().leftBy(step.kind()) : now.membership());
    if (step.kind().group() == Group.ADMISSION) {
      failedVotes = 0;
      forgetGroup(Group.ADMISSION);
    }
  }

  private void forget(StepKind... kinds) {
    for (StepKind kind : kinds) {
      last.remove(kind);
    }
  }

  private void forgetGroup(Group group) {
    last.keySet().removeIf(kind -> kind.group() == group);
  }
}
