package vn.nenmong.activity.minutes;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// What a cell takes along to its meeting.
@Repository
class BagRepository {

  static final String CELLS =
      """
      select op.organization_id as id, above.organization_id as commune_id, op.name,
        above.name as commune
      from organization_period op
      join organization_period above
        on above.organization_id = lies_in(op.path, op.commune_id)
        and above.period @> cast(:day as date)
      where op.period @> cast(:day as date) and op.kind in ('cell', 'grassroots_cell')
        and op.path <@ any(cast(:scope as ltree[]))
      order by op.name collate vi
      """;

  @Unscoped("asked of cells that were found in the scope")
  static final String TASKS =
      """
      select heir_on(t.cell_id, cast(:day as date)) as cell, t.id, t.text, t.person_id, t.due_on,
        t.done_on is not null as done
      from cell_task t
      where heir_on(t.cell_id, cast(:day as date)) = any(:cells)
        and (t.done_on is null or t.done_on >= cast(:since as date))
      order by t.due_on nulls last, t.id
      """;

  @Unscoped("asked of cells that were found in the scope")
  static final String CANDIDATES =
      """
      select c.cell_id as cell, p.id, p.name
      from candidate c
      join person p on p.id = c.person_id
      where c.cell_id = any(:cells) and c.listed @> cast(:day as date)
        and c.status = 'dossier_complete'
      order by p.given_name collate vi, p.id
      """;

  @Unscoped("asked of the commune of a cell that was found in the scope")
  static final String CRITERIA =
      """
      select id, commune_id, position, text, most
      from meeting_criterion
      where commune_id = any(:communes) and period @> cast(:day as date)
      order by commune_id, position
      """;

  /// For a commune that was merged, those of what it became.
  @Unscoped("asked of the commune of a cell that was found in the scope")
  static final String FRAMES =
      """
      select f.id, asked.commune as commune_id, f.month, f.kind, f.title, f.text, f.agenda, f.documents
      from unnest(cast(:communes as uuid[])) asked (commune)
      join meeting_frame f on f.commune_id = heir_on(asked.commune, f.month)
      where f.month between cast(:first as date) and cast(:last as date)
      """;

  @Unscoped("asked of cells that were found in the scope")
  static final String LISTED =
      """
      select cell_id as cell, month, kind, held_on, present, due
      from counted_meeting
      where cell_id = any(:cells) and kept_id is null
        and month between cast(:first as date) and cast(:last as date)
      order by held_on
      """;

  @Unscoped("asked of a cell that was found in the scope")
  static final String LAST =
      """
      select m.id
      from cell_meeting m
      where m.cell_id = :cell and m.state in ('minuted', 'approved') and m.month <= cast(:month as date)
      order by m.month desc, m.kind
      limit 1
      """;

  record Cell(UUID id, UUID communeId, String name, String commune) {}

  record Task(
      UUID cell, UUID id, String text, UUID personId, @Nullable LocalDate dueOn, boolean done) {}

  record Candidate(UUID cell, UUID id, String name) {}

  record Criterion(UUID id, UUID communeId, int position, String text, int most) {}

  record Listed(
      UUID cell,
      LocalDate month,
      String kind,
      LocalDate heldOn,
      @Nullable Integer present,
      @Nullable Integer due) {}

  /// Of which meetings a frame is.
  record FrameKey(UUID commune, YearMonth month, MeetingKind kind) {}

  private final JdbcClient jdbc;

  BagRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Cell> cells(Scope scope, LocalDate day) {
    return jdbc.sql(CELLS).param("scope", scope.sql()).param("day", day).query(Cell.class).list();
  }

  /// @param since when those were done that are wanted with the open ones
  List<Task> tasks(Collection<UUID> cells, LocalDate day, LocalDate since) {
    return jdbc.sql(TASKS)
        .param("cells", array(cells))
        .param("day", day)
        .param("since", since)
        .query(Task.class)
        .list();
  }

  List<Candidate> candidates(Collection<UUID> cells, LocalDate day) {
    return jdbc.sql(CANDIDATES)
        .param("cells", array(cells))
        .param("day", day)
        .query(Candidate.class)
        .list();
  }

  List<Criterion> criteria(Collection<UUID> communes, LocalDate day) {
    return jdbc.sql(CRITERIA)
        .param("communes", array(communes))
        .param("day", day)
        .query(Criterion.class)
        .list();
  }

  Map<FrameKey, Frame> frames(Collection<UUID> communes, YearMonth first, YearMonth last) {
    Map<FrameKey, Frame> frames = new HashMap<>();
    jdbc.sql(FRAMES)
        .param("communes", array(communes))
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query(row -> {
          frames.put(
              new FrameKey(
                  row.getObject("commune_id", UUID.class),
                  YearMonth.from(row.getObject("month", LocalDate.class)),
                  MeetingKind.of(row.getString("kind"))),
              new Frame(
                  row.getObject("id", UUID.class),
                  row.getString("title"),
                  row.getString("text"),
                  texts(row, "agenda"),
                  texts(row, "documents")));
        });
    return frames;
  }

  /// Meetings of which only a list tells.
  List<Listed> listed(Collection<UUID> cells, YearMonth first, YearMonth last) {
    return jdbc.sql(LISTED)
        .param("cells", array(cells))
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query(Listed.class)
        .list();
  }

  /// The last meeting of a cell whose minutes there are.
  Optional<UUID> last(UUID cell, YearMonth month) {
    return jdbc.sql(LAST)
        .param("cell", cell)
        .param("month", month.atDay(1))
        .query(UUID.class)
        .optional();
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
