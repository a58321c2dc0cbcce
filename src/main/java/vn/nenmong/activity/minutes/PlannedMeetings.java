package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Upcoming;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// The meetings that are planned, in the calendar.
@Repository
class PlannedMeetings implements Upcoming {

  static final String PLANNED =
      """
      select m.id, m.kind, op.name as cell, cast(day.value #>> '{}' as date) as day,
        clock.value #>> '{}' as clock, place.value #>> '{}' as place
      from cell_meeting m
      join meeting_field day on day.meeting_id = m.id and day.name = 'plannedOn'
      left join meeting_field clock on clock.meeting_id = m.id and clock.name = 'plannedAt'
      left join meeting_field place on place.meeting_id = m.id and place.name = 'place'
      join organization_period op on op.organization_id = m.cell_id
        and op.period @> cast(day.value #>> '{}' as date) and op.path <@ any(cast(:scope as ltree[]))
      where m.state in ('planned', 'prepared')
        and cast(day.value #>> '{}' as date) between cast(:from as date) and cast(:until as date)
      order by 4, 5, op.name collate vi
      """;

  private record Planned(
      UUID id,
      String kind,
      String cell,
      LocalDate day,
      @Nullable String clock,
      @Nullable String place) {}

  private final JdbcClient jdbc;
  private final Today today;

  PlannedMeetings(JdbcClient jdbc, Today today) {
    this.jdbc = jdbc;
    this.today = today;
  }

  @Override
  public List<Event> of(Viewer viewer, Page page, LocalDate until) {
    return jdbc
        .sql(PLANNED)
        .param("scope", viewer.scope().sql())
        .param("from", today.date())
        .param("until", until)
        .query(Planned.class)
        .list()
        .stream()
        .map(meeting ->
            new Event(
                "meeting-" + meeting.id(),
                meeting.day(),
                page.t(
                    "activity.minutes.calendar." + meeting.kind(),
                    meeting.cell(),
                    meeting.clock() == null ? "" : meeting.clock() + " ",
                    meeting.place() == null ? "" : ", " + meeting.place()),
                "/meetings/" + meeting.id()))
        .toList();
  }
}
