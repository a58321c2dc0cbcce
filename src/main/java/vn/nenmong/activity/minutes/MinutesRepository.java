package vn.nenmong.activity.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// Meetings, their fields, and the changes that were told.
@Repository
class MinutesRepository {

  /// A cell of the scope on any day of some months, with the commune in whose records it stands.
  static final String CELL =
      """
      select op.organization_id as id, o.commune_id, op.name
      from organization o
      join organization_period op on op.organization_id = o.id
      where o.id = :cell and op.kind in ('cell', 'grassroots_cell')
        and op.period && daterange(cast(:first as date), cast(:last as date), '[]')
        and op.path <@ any(cast(:scope as ltree[]))
      order by op.period desc
      limit 1
      """;

  static final String FIND =
      """
      select m.id, m.commune_id, m.cell_id, m.month, m.kind, m.state, m.version, m.on_behalf
      from cell_meeting m
      where exists (
          select from organization_period op
          where op.organization_id = m.cell_id and op.path <@ any(cast(:scope as ltree[]))
            and op.period && daterange(m.month, cast(m.month + interval '1 month' as date)))
        and m.id = :id
      """;

  @Unscoped("asked of cells that were found in the scope")
  static final String OF_CELLS =
      """
      select m.id, m.commune_id, m.cell_id, m.month, m.kind, m.state, m.version, m.on_behalf
      from cell_meeting m
      where m.cell_id = any(:cells) and m.month between cast(:first as date) and cast(:last as date)
      order by m.month, m.kind
      """;

  @Unscoped("asked of meetings that were found in the scope")
  static final String FIELDS =
      """
      select meeting_id, name, cast(value as text) as value, version, phone, account
      from meeting_field
      where meeting_id = any(:meetings)
      """;

  @Unscoped("made for a cell that was found in the scope")
  static final String CREATE =
      """
      insert into cell_meeting (commune_id, cell_id, month, kind)
      values (:commune, :cell, cast(:month as date), :kind)
      on conflict (cell_id, month, kind) do nothing
      """;

  @Unscoped("asked of an id that someone made")
  static final String TOLD =
      """
      select c.id, c.field, cast(c.value as text) as value, c.outcome, m.cell_id, m.month, m.kind
      from meeting_change c
      join cell_meeting m on m.id = c.meeting_id
      where c.id = any(:ids)
      """;

  @Unscoped("sets a field of a meeting that was found in the scope")
  static final String SET_FIELD =
      """
      insert into meeting_field (meeting_id, commune_id, name, value, version, phone, account)
      values (:meeting, :commune, :name, cast(:value as jsonb), :version, :phone, :account)
      on conflict (meeting_id, name) do update set
        value = excluded.value, version = excluded.version, phone = excluded.phone,
        account = excluded.account
      """;

  @Unscoped("writes down a change to a meeting that was found in the scope")
  static final String KEEP =
      """
      insert into meeting_change (id, commune_id, meeting_id, field, value, base, phone, account,
        told_at, received_at, outcome)
      values (:id, :commune, :meeting, :field, cast(:value as jsonb), :base, :phone, :account,
        :toldAt, :receivedAt, :outcome)
      """;

  @Unscoped("of a meeting that was found in the scope")
  static final String SAY =
      """
      update cell_meeting set state = :state, version = :version, on_behalf = :onBehalf
      where id = :id
      """;

  @Unscoped("asked of meetings that were found in the scope")
  static final String OPEN_CHANGES =
      """
      select c.id, c.meeting_id, c.field, cast(c.value as text) as value, c.account, c.told_at,
        c.outcome
      from meeting_change c
      where c.meeting_id = any(:meetings) and c.outcome in ('beside', 'proposed')
        and c.settled is null
      order by c.received_at, c.id
      """;

  @Unscoped("gives its meeting, which is then looked for in the scope")
  static final String OPEN_CHANGE =
      """
      select c.id, c.meeting_id, c.field, cast(c.value as text) as value, c.account, c.told_at,
        c.outcome
      from meeting_change c
      where c.id = :id and c.outcome in ('beside', 'proposed') and c.settled is null
      """;

  @Unscoped("of a change that was found by its meeting")
  static final String SETTLE =
      """
      update meeting_change
      set settled = :settled, settled_by = :account, settled_at = :at
      where id = :id and settled is null
      """;

  /// Everybody who is in a cell on any day of a span, each state by itself. Who was suspended is
  /// not expected, and no page says why.
  @Unscoped("asked of cells that were found in the scope")
  static final String ROSTER =
      """
      select cells.cell, p.id, p.name, there.standing, there.exempt, there.guest, there.away,
        (select min(h.role) from office_held h
          where h.person_id = p.id and h.organization_id = cells.cell and h.period && there.days
            and h.role <> 'other') as office,
        lower(there.days) as since, upper(there.days) as until
      from unnest(cast(:cells as uuid[])) cells (cell)
      cross join lateral (
        select s.person_id, s.standing, s.exempt, false as guest, spell.away,
          spell.days * daterange(cast(:first as date), cast(:last as date), '[]') as days
        from member_state s
        cross join lateral (
          select unnest(datemultirange(s.period) - coalesce(
              (select range_agg(t.period) from temporary_standing t
               where t.person_id = s.person_id and t.kind in ('away', 'suspended')),
              '{}')) as days, false as away
          union all
          select s.period * t.period, true
          from temporary_standing t
          where t.person_id = s.person_id and t.kind = 'away' and t.period && s.period) spell
        where s.cell_id = cells.cell
        union all
        select t.person_id, coalesce(s.standing, 'official'), false, true, false,
          t.period * daterange(cast(:first as date), cast(:last as date), '[]')
        from temporary_standing t
        left join member_state s on s.person_id = t.person_id and s.period @> lower(t.period)
        where t.kind = 'guest' and t.cell_id = cells.cell) there
      join person p on p.id = there.person_id
      where not isempty(there.days)
      order by cells.cell, p.given_name collate vi, p.other_names collate vi, p.id, there.days
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  MinutesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A cell with the commune in whose records it stands.
  record Cell(UUID id, UUID communeId, String name) {}

  Optional<Cell> cell(Scope scope, UUID cell, YearMonth first, YearMonth last) {
    return jdbc.sql(CELL)
        .param("scope", scope.sql())
        .param("cell", cell)
        .param("first", first.atDay(1))
        .param("last", last.atEndOfMonth())
        .query(Cell.class)
        .optional();
  }

  Optional<Meeting> find(Scope scope, UUID id) {
    return withFields(
            jdbc.sql(FIND)
                .param("scope", scope.sql())
                .param("id", id)
                .query(MinutesRepository::head)
                .list())
        .stream()
        .findFirst();
  }

  List<Meeting> ofCell(UUID cell, YearMonth first, YearMonth last) {
    return ofCells(List.of(cell), first, last);
  }

  List<Meeting> ofCells(Collection<UUID> cells, YearMonth first, YearMonth last) {
    return withFields(
        jdbc.sql(OF_CELLS)
            .param("cells", cells.toArray(UUID[]::new))
            .param("first", first.atDay(1))
            .param("last", last.atDay(1))
            .query(MinutesRepository::head)
            .list());
  }

  /// The meeting of a key, which is made where there is none.
  Meeting open(Cell cell, MeetingKey key) {
    jdbc.sql(CREATE)
        .param("commune", cell.communeId())
        .param("cell", key.cell())
        .param("month", key.month().atDay(1))
        .param("kind", key.kind().code())
        .update();
    return ofCell(key.cell(), key.month(), key.month()).stream()
        .filter(meeting -> meeting.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private record Head(
      UUID id,
      UUID communeId,
      MeetingKey key,
      String state,
      int version,
      @Nullable String onBehalf) {}

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        key(row),
        row.getString("state"),
        row.getInt("version"),
        row.getString("on_behalf"));
  }

  private static MeetingKey key(ResultSet row) throws SQLException {
    return new MeetingKey(
        row.getObject("cell_id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        MeetingKind.of(row.getString("kind")));
  }

  private List<Meeting> withFields(List<Head> heads) {
    if (heads.isEmpty()) {
      return List.of();
    }
    Map<UUID, Map<String, Meeting.Standing>> fields = new HashMap<>();
    jdbc.sql(FIELDS)
        .param("meetings", heads.stream().map(Head::id).toArray(UUID[]::new))
        .query(row -> {
          fields
              .computeIfAbsent(row.getObject("meeting_id", UUID.class), _ -> new HashMap<>())
              .put(
                  row.getString("name"),
                  new Meeting.Standing(
                      read(row.getString("value")),
                      row.getInt("version"),
                      row.getObject("phone", UUID.class),
                      row.getString("account")));
        });
    return heads.stream()
        .map(head ->
            new Meeting(
                head.id(),
                head.communeId(),
                head.key(),
                MeetingState.of(head.state()).orElseThrow(),
                head.version(),
                head.onBehalf(),
                fields.getOrDefault(head.id(), Map.of())))
        .toList();
  }

  /// What became of a change that was told before.
  ///
  /// @param content what it said, to be compared
  record Told(MeetingKey meeting, String field, @Nullable JsonNode content, Outcome outcome) {}

  Map<UUID, Told> told(Collection<UUID> ids) {
    Map<UUID, Told> told = new HashMap<>();
    jdbc.sql(TOLD)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          told.put(
              row.getObject("id", UUID.class),
              new Told(
                  key(row),
                  row.getString("field"),
                  read(row.getString("value")),
                  Outcome.of(row.getString("outcome"))));
        });
    return told;
  }

  void set(Meeting meeting, String field, Meeting.Standing standing) {
    jdbc.sql(SET_FIELD)
        .param("meeting", meeting.id())
        .param("commune", meeting.communeId())
        .param("name", field)
        .param("value", written(standing.value()))
        .param("version", standing.version())
        .param("phone", standing.phone())
        .param("account", standing.account())
        .update();
  }

  void say(Meeting meeting) {
    jdbc.sql(SAY)
        .param("id", meeting.id())
        .param("state", meeting.state().code())
        .param("version", meeting.version())
        .param("onBehalf", meeting.onBehalf())
        .update();
  }

  void keep(
      Meeting meeting,
      Change change,
      @Nullable UUID phone,
      String account,
      Instant receivedAt,
      Outcome outcome) {
    jdbc.sql(KEEP)
        .param("id", change.id())
        .param("commune", meeting.communeId())
        .param("meeting", meeting.id())
        .param("field", change.field())
        .param("value", written(change.content()))
        .param("base", change.base())
        .param("phone", phone)
        .param("account", account)
        .param("toldAt", Timestamp.from(change.at()))
        .param("receivedAt", Timestamp.from(receivedAt))
        .param("outcome", outcome.code())
        .update();
  }

  /// A change about which someone has to choose.
  record OpenChange(
      UUID id,
      UUID meetingId,
      String field,
      @Nullable JsonNode value,
      String account,
      Instant toldAt,
      Outcome outcome) {}

  List<OpenChange> openChanges(Collection<UUID> meetings) {
    return jdbc.sql(OPEN_CHANGES)
        .param("meetings", meetings.toArray(UUID[]::new))
        .query(this::openRow)
        .list();
  }

  Optional<OpenChange> openChange(UUID id) {
    return jdbc.sql(OPEN_CHANGE).param("id", id).query(this::openRow).optional();
  }

  private OpenChange openRow(ResultSet row, int number) throws SQLException {
    return new OpenChange(
        row.getObject("id", UUID.class),
        row.getObject("meeting_id", UUID.class),
        row.getString("field"),
        read(row.getString("value")),
        row.getString("account"),
        row.getTimestamp("told_at").toInstant(),
        Outcome.of(row.getString("outcome")));
  }

  /// @return whether nobody had chosen before
  boolean settle(UUID change, boolean taken, String account, Instant at) {
    return jdbc.sql(SETTLE)
            .param("id", change)
            .param("settled", taken ? "taken" : "left")
            .param("account", account)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// By cell, everybody who is there on any day of a span.
  Map<UUID, List<Attendee>> roster(Collection<UUID> cells, LocalDate first, LocalDate last) {
    return jdbc
        .sql(ROSTER)
        .param("cells", cells.toArray(UUID[]::new))
        .param("first", first)
        .param("last", last)
        .query((row, _) ->
            Map.entry(
                row.getObject("cell", UUID.class),
                new Attendee(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("standing"),
                    row.getBoolean("exempt"),
                    row.getBoolean("guest"),
                    row.getBoolean("away"),
                    row.getString("office"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private @Nullable JsonNode read(@Nullable String value) {
    return value == null ? null : json.readTree(value);
  }

  private @Nullable String written(@Nullable JsonNode value) {
    return value == null ? null : json.writeValueAsString(value);
  }
}
