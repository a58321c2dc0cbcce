package vn.nenmong.activity.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Unscoped;

/// What there is of one meeting beside its fields.
@Repository
@Unscoped("asked of a meeting that was found in the scope")
class KeptMeetingRepository {

  static final String ATTENDANCE =
      """
      select a.person_id, p.name, a.standing, a.exempt, a.guest, a.present, a.reason, a.on_leave,
        a.note
      from meeting_attendance a
      join person p on p.id = a.person_id
      where a.meeting_id = :id
      order by p.given_name collate vi, p.other_names collate vi, p.id
      """;

  static final String TASKS =
      """
      select t.id, t.text, p.name as person, t.due_on, t.done_on, t.done
      from cell_task t
      join person p on p.id = t.person_id
      where t.meeting_id = :id
      order by t.due_on nulls last, t.id
      """;

  /// Also the criteria of the day that were not scored.
  static final String SCORES =
      """
      select c.text, c.most, s.score
      from meeting_criterion c
      left join meeting_score s on s.criterion_id = c.id and s.meeting_id = :id
      where c.commune_id = heir_on(:commune, cast(:day as date))
        and (s.meeting_id is not null or c.period @> cast(:day as date))
      order by c.position
      """;

  static final String REPLACED =
      """
      select held_on, due, present, absence_reason
      from meeting
      where replaced_by = :id
      order by held_on
      """;

  /// The newest first; with who set what stands in the field now.
  static final String CHANGES =
      """
      select c.id, c.field, cast(c.value as text) as value, coalesce(who.display_name, c.account) as by,
        c.phone is not null as phone, c.told_at, c.received_at, c.outcome, c.settled,
        coalesce(chose.display_name, c.settled_by) as settled_by, c.settled_at,
        coalesce(setter.display_name, f.account) as now_by
      from meeting_change c
      left join account who on who.username = c.account
      left join account chose on chose.username = c.settled_by
      left join meeting_field f on f.meeting_id = c.meeting_id and f.name = c.field
      left join account setter on setter.username = f.account
      where c.meeting_id = :id
      order by c.received_at desc, c.id
      """;

  /// @param reason of the absence: `none` is without one; null where they were present
  record Attendance(
      UUID personId,
      String name,
      String standing,
      boolean exempt,
      boolean guest,
      boolean present,
      @Nullable String reason,
      boolean onLeave,
      @Nullable String note) {}

  record Task(
      UUID id,
      String text,
      String person,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate doneOn,
      @Nullable String done) {}

  record Score(String text, int most, @Nullable Integer score) {}

  /// A row of a list that the meeting took the place of.
  record Replaced(
      LocalDate heldOn,
      @Nullable Integer due,
      @Nullable Integer present,
      @Nullable String absenceReason) {}

  /// @param phone whether it came from one
  /// @param settled `taken` or `left`; null where nobody had to choose or has
  /// @param nowBy who set what stands in the field now
  record Told(
      UUID id,
      String field,
      @Nullable JsonNode value,
      String by,
      boolean phone,
      OffsetDateTime toldAt,
      OffsetDateTime receivedAt,
      Outcome outcome,
      @Nullable String settled,
      @Nullable String settledBy,
      @Nullable OffsetDateTime settledAt,
      @Nullable String nowBy) {

    /// Whether someone has to choose.
    boolean isOpen() {
      return (outcome == Outcome.BESIDE || outcome == Outcome.PROPOSED) && settled == null;
    }
  }

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  KeptMeetingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Attendance> attendance(Meeting meeting) {
    return jdbc.sql(ATTENDANCE).param("id", meeting.id()).query(Attendance.class).list();
  }

  List<Task> tasks(Meeting meeting) {
    return jdbc.sql(TASKS).param("id", meeting.id()).query(Task.class).list();
  }

  /// @param day of the meeting
  List<Score> scores(Meeting meeting, LocalDate day) {
    return jdbc.sql(SCORES)
        .param("id", meeting.id())
        .param("commune", meeting.communeId())
        .param("day", day)
        .query(Score.class)
        .list();
  }

  List<Replaced> replaced(Meeting meeting) {
    return jdbc.sql(REPLACED).param("id", meeting.id()).query(Replaced.class).list();
  }

  List<Told> changes(Meeting meeting) {
    return jdbc.sql(CHANGES).param("id", meeting.id()).query(this::told).list();
  }

  private Told told(ResultSet row, int number) throws SQLException {
    String value = row.getString("value");
    return new Told(
        row.getObject("id", UUID.class),
        row.getString("field"),
        value == null ? null : json.readTree(value),
        row.getString("by"),
        row.getBoolean("phone"),
        row.getObject("told_at", OffsetDateTime.class),
        row.getObject("received_at", OffsetDateTime.class),
        Outcome.of(row.getString("outcome")),
        row.getString("settled"),
        row.getString("settled_by"),
        row.getObject("settled_at", OffsetDateTime.class),
        row.getString("now_by"));
  }
}
