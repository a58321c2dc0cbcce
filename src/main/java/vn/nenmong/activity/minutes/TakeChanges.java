package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import vn.nenmong.access.Role;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;

/// Takes what was told of meetings, each change once, however often it comes. All of it is stored
/// or nothing; what breaks a rule is answered and not stored.
@Component
class TakeChanges {

  /// What the trail calls it.
  static final String SUBJECT = "cell_meeting";

  /// What became of a change.
  ///
  /// @param why it was refused, or null
  record Answer(Change change, Outcome outcome, @Nullable Refused why) {}

  /// An id came before with another content.
  static final class OtherContent extends RuntimeException {
    OtherContent(UUID id) {
      super("told before with other content: " + id);
    }
  }

  /// Some of the changes were refused, so that none was stored.
  static final class NotAll extends RuntimeException {
    private final transient List<Refused> why;

    NotAll(List<Refused> why) {
      super("refused: " + why.size());
      this.why = why;
    }

    List<Refused> why() {
      return why;
    }
  }

  private final MinutesRepository minutes;
  private final HeldMeetingRepository held;
  private final FindRules rules;
  private final RecordChange record;
  private final Today today;

  TakeChanges(
      MinutesRepository minutes,
      HeldMeetingRepository held,
      FindRules rules,
      RecordChange record,
      Today today) {
    this.minutes = minutes;
    this.held = held;
    this.rules = rules;
    this.record = record;
    this.today = today;
  }

  /// @param phone that tells, or null for the office
  /// @return what became of each, in their order
  /// @throws OtherContent where an id came before with another content: then nothing is stored
  @Transactional
  List<Answer> run(Viewer viewer, @Nullable UUID phone, List<Change> changes) {
    Map<UUID, Answer> answers = new LinkedHashMap<>();
    Map<UUID, Optional<MinutesRepository.Cell>> cells = new HashMap<>();
    Map<UUID, List<Change>> byCommune = new LinkedHashMap<>();
    for (Change change : changes) {
      Optional<MinutesRepository.Cell> cell =
          cells.computeIfAbsent(change.cell(), id -> cell(viewer, id, changes));
      if (cell.isEmpty()) {
        answers.put(change.id(), refused(change, new Refused("activity.minutes.problem.cell")));
      } else if (!Fields.take(change.field(), change.content())) {
        answers.put(
            change.id(),
            refused(change, new Refused("activity.minutes.problem.field", change.field())));
      } else {
        byCommune.computeIfAbsent(cell.get().communeId(), _ -> new ArrayList<>()).add(change);
      }
    }
    byCommune.forEach((commune, told) ->
        record.run(
            viewer,
            commune,
            "enter",
            SUBJECT,
            null,
            null,
            () -> answers.putAll(take(viewer, phone, told, cells))));
    return changes.stream()
        .map(change -> Objects.requireNonNull(answers.get(change.id())))
        .toList();
  }

  /// The changes of one form: all of them are stored, or none.
  ///
  /// @throws NotAll where one is refused
  @Transactional
  List<Answer> all(Viewer viewer, List<Change> changes) {
    List<Answer> answers = run(viewer, null, changes);
    List<Refused> why = answers.stream().map(Answer::why).filter(Objects::nonNull).toList();
    if (!why.isEmpty()) {
      throw new NotAll(why);
    }
    return answers;
  }

  private Optional<MinutesRepository.Cell> cell(Viewer viewer, UUID id, List<Change> changes) {
    List<YearMonth> months =
        changes.stream()
            .filter(change -> change.cell().equals(id))
            .map(Change::month)
            .sorted()
            .toList();
    return minutes.cell(viewer.scope(), id, months.getFirst(), months.getLast());
  }

  /// While nobody else writes into the commune.
  private Map<UUID, Answer> take(
      Viewer viewer,
      @Nullable UUID phone,
      List<Change> changes,
      Map<UUID, Optional<MinutesRepository.Cell>> cells) {
    Map<UUID, Answer> answers = new LinkedHashMap<>();
    Map<UUID, MinutesRepository.Told> told =
        minutes.told(changes.stream().map(Change::id).toList());
    Map<MeetingKey, Meeting> opened = new HashMap<>();
    Map<MeetingKey, Meeting> meetings = new LinkedHashMap<>();
    for (Change change : changes) {
      Answer earlier = answers.get(change.id());
      if (earlier != null) {
        if (!change.equals(earlier.change())) {
          throw new OtherContent(change.id());
        }
        continue;
      }
      MinutesRepository.Told before = told.get(change.id());
      if (before != null) {
        requireSame(change, before);
        answers.put(change.id(), new Answer(change, before.outcome(), null));
        continue;
      }
      Meeting meeting =
          meetings.computeIfAbsent(
              change.meeting(),
              key ->
                  opened.computeIfAbsent(
                      key,
                      _ ->
                          minutes.open(
                              Objects.requireNonNull(cells.get(change.cell())).orElseThrow(),
                              key)));
      Meeting.Standing standing = meeting.fields().get(change.field());
      Outcome outcome = outcome(meeting, standing, change, phone);
      if (outcome == Outcome.APPLIED) {
        Meeting next =
            with(
                meeting,
                change.field(),
                change.content(),
                phone,
                viewer.account(),
                isOnBehalf(viewer, phone)
                        && stateAfter(meeting, change.field(), change.content()).isOver()
                    ? viewer.account()
                    : meeting.onBehalf());
        try {
          require(next, change.field());
        } catch (Refused e) {
          answers.put(change.id(), refused(change, e));
          continue;
        }
        meetings.put(change.meeting(), next);
        minutes.set(
            next, change.field(), Objects.requireNonNull(next.fields().get(change.field())));
      }
      minutes.keep(meeting, change, phone, viewer.account(), today.now(), outcome);
      answers.put(change.id(), new Answer(change, outcome, null));
    }
    meetings.forEach((key, meeting) -> write(meeting, Objects.requireNonNull(opened.get(key))));
    return answers;
  }

  private static void requireSame(Change change, MinutesRepository.Told before) {
    if (!before.meeting().equals(change.meeting())
        || !before.field().equals(change.field())
        || !Objects.equals(before.content(), change.content())) {
      throw new OtherContent(change.id());
    }
  }

  /// A phone tells its changes in order: what it set itself it does not set beside.
  private static Outcome outcome(
      Meeting meeting, Meeting.@Nullable Standing standing, Change change, @Nullable UUID phone) {
    if (Objects.equals(standing == null ? null : standing.value(), change.content())) {
      return Outcome.SAME;
    }
    if (meeting.state() == MeetingState.APPROVED) {
      return Outcome.PROPOSED;
    }
    boolean seen =
        standing == null
            || standing.version() <= change.base()
            || (phone != null && phone.equals(standing.phone()));
    return seen ? Outcome.APPLIED : Outcome.BESIDE;
  }

  /// A person has chosen between what stands in a field and what was kept beside it or proposed.
  ///
  /// @throws Refused where someone has chosen already, or it breaks a rule
  @Transactional
  void settle(Viewer viewer, Meeting found, MinutesRepository.OpenChange open, boolean take) {
    record.run(
        viewer,
        found.communeId(),
        "settle",
        SUBJECT,
        found.id(),
        null,
        () -> {
          if (!minutes.settle(open.id(), take, viewer.account(), today.now())) {
            throw new Refused("activity.minutes.problem.settled");
          }
          if (take) {
            Meeting meeting = minutes.find(viewer.scope(), found.id()).orElseThrow();
            Meeting next =
                with(
                    meeting,
                    open.field(),
                    open.value(),
                    null,
                    viewer.account(),
                    meeting.onBehalf());
            require(next, open.field());
            minutes.set(
                next, open.field(), Objects.requireNonNull(next.fields().get(open.field())));
            write(next, meeting);
          }
        });
  }

  private static Meeting with(
      Meeting meeting,
      String field,
      @Nullable JsonNode value,
      @Nullable UUID phone,
      String account,
      @Nullable String onBehalf) {
    int version = meeting.version() + 1;
    Map<String, Meeting.Standing> fields = new HashMap<>(meeting.fields());
    fields.put(field, new Meeting.Standing(value, version, phone, account));
    return new Meeting(
        meeting.id(),
        meeting.communeId(),
        meeting.key(),
        stateAfter(meeting, field, value),
        version,
        onBehalf,
        fields);
  }

  private static MeetingState stateAfter(Meeting meeting, String field, @Nullable JsonNode value) {
    return field.equals("state") && value != null
        ? MeetingState.of(value.asString()).orElseThrow()
        : meeting.state();
  }

  /// What is approved is right as a whole; before that, so far as the field that was set goes.
  private void require(Meeting next, String field) {
    if (field.equals("state") || next.state() == MeetingState.APPROVED) {
      requireAll(next);
    } else if (field.equals("heldOn")) {
      requireDay(next);
    } else if (field.startsWith("vote/") || field.startsWith("agenda/")) {
      UUID item = UUID.fromString(field.substring(field.indexOf('/') + 1));
      Minutes told = new Minutes(next);
      next.value("vote/" + item)
          .ifPresent(
              vote -> rules.of(told).require(Minutes.vote(vote), told.matter(item), told.absent()));
    }
  }

  /// A meeting of a month is held in it, or close to it.
  private void requireDay(Meeting next) {
    LocalDate heldOn = new Minutes(next).heldOn();
    YearMonth month = next.key().month();
    if (heldOn != null
        && (heldOn.isBefore(month.minusMonths(1).atDay(1))
            || heldOn.isAfter(month.plusMonths(1).atEndOfMonth()))) {
      throw new Refused("activity.minutes.problem.otherMonth");
    }
  }

  /// The office tells what the cell gave it on paper: what it plans itself is its own.
  private static boolean isOnBehalf(Viewer viewer, @Nullable UUID phone) {
    return !viewer.roles().contains(Role.CELL_SECRETARY)
        || (phone == null && viewer.roles().contains(Role.CLERK));
  }

  private void requireAll(Meeting next) {
    Minutes told = new Minutes(next);
    LocalDate heldOn = told.heldOn();
    requireDay(next);
    if (next.state().wasHeld()) {
      if (heldOn == null) {
        throw new Refused("activity.minutes.problem.heldOn");
      }
      if (heldOn.isAfter(today.date())) {
        throw new Refused("activity.minutes.problem.future");
      }
    }
    if (next.state() == MeetingState.MISSED && told.text("missedReason") == null) {
      throw new Refused("activity.minutes.problem.missedReason");
    }
    if (next.state() == MeetingState.APPROVED) {
      rules.of(told).requireAll(told);
    }
  }

  /// @param before as the registers were told of it the last time
  private void write(Meeting meeting, Meeting before) {
    minutes.say(meeting);
    Minutes told = new Minutes(meeting);
    // Whoever belongs to a meeting matters to the registers once it was held.
    Roster roster = meeting.state().wasHeld() ? rules.of(told).roster() : new Roster(List.of());
    held.write(told, roster, before);
  }

  private static Answer refused(Change change, Refused why) {
    return new Answer(change, Outcome.REFUSED, why);
  }

  /// The meetings of changes, as they are now.
  List<Meeting> meetings(Collection<Change> changes) {
    return changes.stream()
        .map(Change::meeting)
        .distinct()
        .collect(Collectors.groupingBy(MeetingKey::cell, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .flatMap(cell -> {
          List<YearMonth> months =
              cell.getValue().stream().map(MeetingKey::month).sorted().toList();
          return minutes.ofCell(cell.getKey(), months.getFirst(), months.getLast()).stream()
              .filter(meeting -> cell.getValue().contains(meeting.key()));
        })
        .toList();
  }
}
