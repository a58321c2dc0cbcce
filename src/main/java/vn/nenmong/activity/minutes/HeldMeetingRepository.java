package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Writes into the registers what a meeting that was held says: as often as it changes, and takes
/// it away again where it turns out not to have been.
@Repository
@Unscoped("writes of a meeting that was found in the scope")
class HeldMeetingRepository {

  static final String STAND_BEHIND =
      """
      update meeting set replaced_by = :id
      where cell_id = :cell and month = cast(:month as date) and kind = :kind
        and kept_id is null and replaced_by is null
      """;

  static final String STAND_AGAIN = "update meeting set replaced_by = null where replaced_by = :id";

  static final String COUNT =
      """
      insert into meeting (commune_id, cell_id, month, held_on, kind, due, present, kept_id)
      values (:commune, :cell, cast(:month as date), cast(:heldOn as date), :kind, :due, :present, :id)
      on conflict (kept_id) where kept_id is not null do update set
        held_on = excluded.held_on, due = excluded.due, present = excluded.present
      """;

  static final String COUNT_NOT = "delete from meeting where kept_id = :id";

  static final String NOBODY_ATTENDS = "delete from meeting_attendance where meeting_id = :id";

  static final String ATTEND =
      """
      insert into meeting_attendance (meeting_id, commune_id, person_id, standing, exempt, guest,
        present, reason, on_leave, note)
      select :id, :commune, r.person, r.standing, r.exempt, r.guest, r.reason is null, r.reason,
        r.on_leave, r.note
      from unnest(cast(:people as uuid[]), cast(:standings as text[]), cast(:exempts as boolean[]),
        cast(:guests as boolean[]), cast(:reasons as text[]), cast(:leaves as boolean[]),
        cast(:notes as text[])) r (person, standing, exempt, guest, reason, on_leave, note)
      """;

  static final String TAKE_TASKS =
      "delete from cell_task where meeting_id = :id and not id = any(cast(:kept as uuid[]))";

  static final String GIVE_TASKS =
      """
      insert into cell_task (id, commune_id, cell_id, meeting_id, text, person_id, given_on, due_on)
      select r.id, :commune, :cell, :id, r.text, p.id, cast(:heldOn as date), r.due_on
      from unnest(cast(:ids as uuid[]), cast(:texts as text[]), cast(:people as uuid[]),
        cast(:dues as date[])) r (id, text, person, due_on)
      join person p on p.id = r.person
      on conflict (id) do update set
        text = excluded.text, person_id = excluded.person_id, given_on = excluded.given_on,
        due_on = excluded.due_on
      where cell_task.meeting_id = excluded.meeting_id
      """;

  static final String TASKS_DONE =
      """
      update cell_task t set done_on = r.done_on, done = r.what
      from unnest(cast(:ids as uuid[]), cast(:days as date[]), cast(:whats as text[]))
        r (id, done_on, what)
      where t.id = r.id and heir_on(t.cell_id, cast(:day as date)) = :cell
        and (t.done_on, t.done) is distinct from (r.done_on, r.what)
      """;

  static final String NO_SCORES = "delete from meeting_score where meeting_id = :id";

  static final String SCORE =
      """
      insert into meeting_score (meeting_id, commune_id, criterion_id, score)
      select :id, :commune, c.id, least(r.score, c.most)
      from unnest(cast(:criteria as uuid[]), cast(:scores as int[])) r (criterion, score)
      join meeting_criterion c
        on c.id = r.criterion and c.commune_id = heir_on(:commune, cast(:day as date))
      """;

  static final String PLEDGE_NOT =
      """
      delete from example_pledge
      where meeting_id = :id and person_id = any(:people) and result is null
      """;

  static final String PLEDGE =
      """
      insert into example_pledge (commune_id, person_id, year, text, meeting_id)
      select :commune, p.id, :year, r.text, :id
      from unnest(cast(:people as uuid[]), cast(:texts as text[])) r (person, text)
      join person p on p.id = r.person
      on conflict (person_id, year) do update set
        text = excluded.text, meeting_id = excluded.meeting_id
      """;

  static final String NO_STUDY = "delete from study_session where kept_id = :id";

  static final String STUDY =
      """
      insert into study_session (commune_id, organization_id, document, held_on, due, present, kept_id)
      select :commune, :cell, r.document, cast(:heldOn as date), :due, least(r.present, :due), :id
      from unnest(cast(:documents as text[]), cast(:presents as int[])) r (document, present)
      on conflict (organization_id, document, held_on) do nothing
      """;

  static final String NO_RESOLUTION = "delete from resolution where kept_id = :id";

  static final String RESOLUTION =
      """
      insert into resolution (commune_id, organization_id, number, kind, subject, issued_on, thematic,
        kept_id)
      values (:commune, :cell, :number, 'Nghị quyết', :subject, cast(:heldOn as date), :thematic, :id)
      on conflict (organization_id, number, issued_on) do nothing
      """;

  private static final int LONGEST_SUBJECT = 200;

  private final JdbcClient jdbc;

  HeldMeetingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param roster on the day of the meeting
  /// @param before as the registers were told of it the last time
  void write(Minutes told, Roster roster, Meeting before) {
    Meeting meeting = told.meeting();
    JdbcClient.StatementSpec replace =
        meeting.state().isOver() ? about(STAND_BEHIND, meeting) : id(STAND_AGAIN, meeting);
    replace.update();
    id(NOBODY_ATTENDS, meeting).update();
    id(NO_SCORES, meeting).update();
    id(NO_STUDY, meeting).update();
    id(NO_RESOLUTION, meeting).update();
    tasks(told, before);
    if (!meeting.state().wasHeld()) {
      id(COUNT_NOT, meeting).update();
      return;
    }
    Set<UUID> absent = told.absent();
    int due = roster.due(absent).size();
    int present = roster.present(absent).size();
    about(COUNT, meeting)
        .param("heldOn", told.heldOn())
        .param("due", due)
        .param("present", present)
        .update();
    attend(told, roster);
    score(told);
    pledge(told, before.state().wasHeld() ? before.version() : 0);
    study(told, due, present);
    resolve(told);
  }

  private void attend(Minutes told, Roster roster) {
    Map<UUID, Minutes.Absence> absences =
        told.absences().stream()
            .collect(Collectors.toMap(Minutes.Absence::person, Function.identity()));
    List<Attendee> people = roster.people().stream().filter(person -> !person.away()).toList();
    List<Minutes.@Nullable Absence> theirs =
        people.stream()
            .<Minutes.@Nullable Absence>map(person -> absences.get(person.id()))
            .toList();
    id(ATTEND, told.meeting())
        .param("commune", told.meeting().communeId())
        .param("people", people.stream().map(Attendee::id).toArray(UUID[]::new))
        .param("standings", people.stream().map(Attendee::standing).toArray(String[]::new))
        .param("exempts", people.stream().map(Attendee::exempt).toArray(Boolean[]::new))
        .param("guests", people.stream().map(Attendee::guest).toArray(Boolean[]::new))
        .param("reasons", array(theirs, absence -> absence == null ? null : absence.reason()))
        .param(
            "leaves",
            theirs.stream()
                .map(absence -> absence != null && absence.leave())
                .toArray(Boolean[]::new))
        .param("notes", array(theirs, absence -> absence == null ? null : absence.note()))
        .update();
  }

  private static <T extends @Nullable Object> @Nullable String[] array(
      List<T> from, Function<T, @Nullable String> text) {
    return from.stream().map(text).toArray(String[]::new);
  }

  /// What was concluded for someone to do, and what of earlier meetings was done.
  private void tasks(Minutes told, Meeting before) {
    Meeting meeting = told.meeting();
    List<Minutes.Conclusion> tasks =
        meeting.state().wasHeld()
            ? told.conclusions().stream().filter(task -> task.person() != null).toList()
            : List.of();
    id(TAKE_TASKS, meeting)
        .param("kept", tasks.stream().map(Minutes.Conclusion::id).toArray(UUID[]::new))
        .update();
    if (!tasks.isEmpty()) {
      about(GIVE_TASKS, meeting)
          .param("heldOn", told.heldOn())
          .param("ids", tasks.stream().map(Minutes.Conclusion::id).toArray(UUID[]::new))
          .param("texts", tasks.stream().map(Minutes.Conclusion::text).toArray(String[]::new))
          .param("people", tasks.stream().map(Minutes.Conclusion::person).toArray(UUID[]::new))
          .param("dues", days(tasks, Minutes.Conclusion::due))
          .update();
    }
    // Only what is new: what the office wrote of a task later stays.
    List<UUID> taken =
        meeting.fields().entrySet().stream()
            .filter(field -> field.getKey().startsWith("done/"))
            .filter(field -> field.getValue().version() > before.version())
            .map(field -> UUID.fromString(field.getKey().substring("done/".length())))
            .toList();
    if (!taken.isEmpty()) {
      Map<UUID, Minutes.Done> done =
          told.done().stream().collect(Collectors.toMap(Minutes.Done::task, Function.identity()));
      List<Minutes.@Nullable Done> each =
          taken.stream().<Minutes.@Nullable Done>map(done::get).toList();
      about(TASKS_DONE, meeting)
          .param("day", told.day())
          .param("ids", taken.toArray(UUID[]::new))
          .param("days", days(each, one -> one == null ? null : one.on()))
          .param("whats", array(each, one -> one == null ? null : one.what()))
          .update();
    }
  }

  private static <T extends @Nullable Object> @Nullable String[] days(
      List<T> from, Function<T, @Nullable LocalDate> day) {
    return array(from, one -> Objects.toString(day.apply(one), null));
  }

  private void score(Minutes told) {
    Map<UUID, Integer> scores = told.scores();
    id(SCORE, told.meeting())
        .param("commune", told.meeting().communeId())
        .param("day", told.day())
        .param("criteria", scores.keySet().toArray(UUID[]::new))
        .param("scores", scores.values().toArray(Integer[]::new))
        .update();
  }

  /// Only what is new: what was written of it later, in the register, stays.
  private void pledge(Minutes told, int since) {
    id(PLEDGE_NOT, told.meeting())
        .param(
            "people",
            told.meeting().fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith("pledge/"))
                .filter(field -> field.getValue().value() == null)
                .map(field -> UUID.fromString(field.getKey().substring("pledge/".length())))
                .toArray(UUID[]::new))
        .update();
    Map<UUID, String> pledges = new HashMap<>(told.pledges());
    pledges
        .keySet()
        .removeIf(person ->
            Objects.requireNonNull(told.meeting().fields().get("pledge/" + person)).version()
                <= since);
    id(PLEDGE, told.meeting())
        .param("commune", told.meeting().communeId())
        .param("year", told.meeting().key().month().getYear())
        .param("people", pledges.keySet().toArray(UUID[]::new))
        .param("texts", pledges.values().toArray(String[]::new))
        .update();
  }

  private void study(Minutes told, int due, int present) {
    List<Minutes.Study> studies = told.studies();
    about(STUDY, told.meeting())
        .param("heldOn", told.heldOn())
        .param("due", due)
        .param("documents", studies.stream().map(Minutes.Study::document).toArray(String[]::new))
        .param(
            "presents",
            studies.stream()
                .map(study -> Objects.requireNonNullElse(study.present(), present))
                .toArray(Integer[]::new))
        .update();
  }

  private void resolve(Minutes told) {
    String text = told.text("resolution");
    List<Minutes.Target> targets = told.targets();
    if (!told.hasResolved()) {
      return;
    }
    String subject =
        (text == null ? targets.getFirst().text() : text).lines().findFirst().orElse("");
    MeetingKey key = told.meeting().key();
    about(RESOLUTION, told.meeting())
        .param("heldOn", told.heldOn())
        .param("number", key.kind().resolutionNumber(key.month()))
        .param("subject", subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)))
        .param("thematic", key.kind() == MeetingKind.THEMATIC)
        .update();
  }

  private JdbcClient.StatementSpec id(String sql, Meeting meeting) {
    return jdbc.sql(sql).param("id", meeting.id());
  }

  private JdbcClient.StatementSpec about(String sql, Meeting meeting) {
    return id(sql, meeting)
        .param("commune", meeting.communeId())
        .param("cell", meeting.key().cell())
        .param("month", meeting.key().month().atDay(1))
        .param("kind", meeting.key().kind().code());
  }
}
