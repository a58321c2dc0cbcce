package vn.nenmong.activity.minutes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.web.Page;

/// Puts together the page of a meeting.
@Component
class OpenMeeting {

  private final KeptMeetingRepository kept;
  private final BagRepository bag;
  private final NamesRepository names;
  private final FindRules rules;
  private final WriteMinutes write;
  private final Photos photos;

  OpenMeeting(
      KeptMeetingRepository kept,
      BagRepository bag,
      NamesRepository names,
      FindRules rules,
      WriteMinutes write,
      Photos photos) {
    this.kept = kept;
    this.bag = bag;
    this.names = names;
    this.rules = rules;
    this.write = write;
    this.photos = photos;
  }

  /// @param meeting that was found in the scope
  /// @param page whose language it is in
  MeetingPage of(Meeting meeting, Page page) {
    Minutes told = new Minutes(meeting);
    MeetingKey key = meeting.key();
    MeetingRules rules = this.rules.of(told);
    Roster roster = rules.roster();
    MinutesText text = write.text(told, rules, page::t, page::number);
    List<KeptMeetingRepository.Told> changes = kept.changes(meeting);
    FieldWords words = words(meeting, changes, page);
    boolean held = meeting.state().wasHeld();
    return new MeetingPage(
        meeting.id(),
        key.cell(),
        text.cell(),
        key.month().getMonthValue(),
        key.month().getYear(),
        key.kind().code(),
        meeting.state().code(),
        tone(meeting.state()),
        told.plannedOn(),
        told.text("plannedAt"),
        told.heldOn(),
        told.text("began"),
        told.text("ended"),
        told.text("place"),
        meeting.state() == MeetingState.MISSED ? told.text("missedReason") : null,
        meeting.onBehalf(),
        told.hasResolved(),
        held ? roster.due(told.absent()).size() : 0,
        held ? roster.present(told.absent()).size() : 0,
        frame(meeting),
        text,
        attendance(meeting, page),
        votes(told, rules),
        tasks(meeting, page),
        targets(told, page),
        kept.scores(meeting, rules.day()).stream()
            .map(score -> new MeetingPage.Score(score.text(), score.most(), score.score()))
            .toList(),
        photos.of(meeting.id()).stream()
            .filter(Photos.Photo::isWhole)
            .map(Photos.Photo::id)
            .toList(),
        changes.reversed().stream()
            .filter(KeptMeetingRepository.Told::isOpen)
            .map(change -> choice(meeting, change, words))
            .toList(),
        kept.replaced(meeting).stream()
            .map(row ->
                new MeetingPage.Replaced(
                    row.heldOn(), row.due(), row.present(), row.absenceReason()))
            .toList(),
        changes.stream().map(change -> change(change, words)).toList());
  }

  private MeetingPage.@Nullable FrameLink frame(Meeting meeting) {
    MeetingKey key = meeting.key();
    Frame frame =
        bag.frames(List.of(meeting.communeId()), key.month(), key.month())
            .get(new BagRepository.FrameKey(meeting.communeId(), key.month(), key.kind()));
    return frame == null ? null : new MeetingPage.FrameLink(frame.id(), frame.title());
  }

  private static Value.Tone tone(MeetingState state) {
    return switch (state) {
      case PLANNED, PREPARED -> Value.Tone.PLAIN;
      case HELD, MINUTED -> Value.Tone.WARN;
      case APPROVED -> Value.Tone.OK;
      case MISSED -> Value.Tone.BAD;
    };
  }

  private FieldWords words(Meeting meeting, List<KeptMeetingRepository.Told> changes, Page page) {
    Set<UUID> mentioned = new HashSet<>();
    changes.forEach(
        change -> mentioned.addAll(FieldWords.mentioned(change.field(), change.value())));
    meeting
        .fields()
        .forEach(
            (field, standing) -> mentioned.addAll(FieldWords.mentioned(field, standing.value())));
    Map<UUID, String> known = new HashMap<>(names.of(mentioned));
    meeting
        .many("agenda")
        .forEach(item -> known.put(item.getKey(), item.getValue().path("title").asString()));
    return new FieldWords(page, known);
  }

  private List<MeetingPage.Attendance> attendance(Meeting meeting, Page page) {
    return kept.attendance(meeting).stream()
        .map(one ->
            new MeetingPage.Attendance(
                one.personId(),
                one.name(),
                one.guest() ? "guest" : one.exempt() ? "exempt" : one.standing(),
                one.present(),
                one.present()
                    ? null
                    : new Minutes.Absence(
                            one.personId(),
                            Objects.requireNonNull(one.reason()),
                            one.onLeave(),
                            one.note())
                        .inWords(page::t)))
        .toList();
  }

  private static List<MeetingPage.Vote> votes(Minutes told, MeetingRules rules) {
    int entitled = rules.entitled(told.absent());
    return told.agenda().stream()
        .flatMap(item ->
            Optional.ofNullable(item.vote())
                .map(vote -> vote(item, vote, rules, entitled))
                .stream())
        .toList();
  }

  private static MeetingPage.Vote vote(
      Minutes.Item item, Minutes.Vote vote, MeetingRules rules, int entitled) {
    Optional<MeetingRules.Majority> majority = rules.majority(item.matter());
    return new MeetingPage.Vote(
        item.title(),
        "activity.minutes.matter." + item.matter().code(),
        vote.secret(),
        vote.inFavour(),
        vote.against(),
        vote.blank(),
        vote.carried(),
        entitled,
        majority.map(known -> known.fraction().needed(entitled)).orElse(null),
        majority.map(MeetingRules.Majority::source).orElse(null));
  }

  private List<MeetingPage.Task> tasks(Meeting meeting, Page page) {
    return kept.tasks(meeting).stream()
        .map(task ->
            new MeetingPage.Task(
                task.id(),
                task.text(),
                task.person(),
                task.dueOn(),
                task.doneOn(),
                task.done(),
                task.doneOn() == null && task.dueOn() != null && task.dueOn().isBefore(page.on())))
        .toList();
  }

  private static List<MeetingPage.Target> targets(Minutes told, Page page) {
    return told.targets().stream()
        .map(target ->
            new MeetingPage.Target(
                target.text(),
                Stream.of(
                        target.amount() == null ? null : page.number(target.amount()),
                        target.unit())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "))))
        .toList();
  }

  private static MeetingPage.Choice choice(
      Meeting meeting, KeptMeetingRepository.Told change, FieldWords words) {
    return new MeetingPage.Choice(
        change.id(),
        change.outcome() == Outcome.PROPOSED,
        words.field(change.field()),
        words.value(change.field(), meeting.value(change.field()).orElse(null)),
        change.nowBy(),
        words.value(change.field(), change.value()),
        change.by(),
        change.toldAt());
  }

  private static MeetingPage.Change change(KeptMeetingRepository.Told change, FieldWords words) {
    return new MeetingPage.Change(
        words.field(change.field()),
        words.value(change.field(), change.value()),
        change.by(),
        change.phone(),
        change.toldAt(),
        change.receivedAt(),
        change.outcome().code(),
        change.settled(),
        change.settledBy());
  }
}
