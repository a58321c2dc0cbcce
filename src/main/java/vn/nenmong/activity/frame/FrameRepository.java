package vn.nenmong.activity.frame;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
class FrameRepository {

  /// Also for who sees only a cell of the commune.
  static final String FIND =
      """
      select f.id, f.commune_id, f.month, f.kind, f.title, f.text,
        array_to_string(f.agenda, E'\\n') as agenda,
        array_to_string(f.documents, E'\\n') as documents,
        coalesce(who.display_name, f.account) as by, f.at
      from meeting_frame f
      left join account who on who.username = f.account
      where f.id = :id and exists (
        select from organization_period op
        where lies_in(op.path, op.commune_id) = f.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  /// The cells of the scope in the month, and where their meetings stand.
  static final String CELLS =
      """
      select op.organization_id as id, op.name, k.id as meeting_id,
        case when k.state in ('held', 'minuted', 'approved', 'missed') then k.state
          when c.held_on is not null then 'listed'
          else coalesce(k.state, 'none') end as state,
        c.held_on, c.due, c.present,
        (select r.value #>> '{}' from meeting_field r
          where r.meeting_id = k.id and r.name = 'missedReason' and k.state = 'missed') as reason,
        coalesce((
          select string_agg(paper, E'\\n')
          from unnest(f.documents) paper
          where exists (
            select from study_session s
            where s.organization_id = op.organization_id and fold(s.document) = fold(paper)
              and (s.kept_id = k.id or s.held_on >= f.month
                and s.held_on < cast(f.month + interval '1 month' as date)))), '') as studied
      from meeting_frame f
      join lateral (
        select distinct on (last.organization_id) last.organization_id, last.name
        from organization_period last
        where lies_in(last.path, last.commune_id) = f.commune_id
          and last.kind in ('cell', 'grassroots_cell')
          and last.period && daterange(f.month, cast(f.month + interval '1 month' as date))
          and last.path <@ any(cast(:scope as ltree[]))
        order by last.organization_id, last.period desc) op on true
      left join cell_meeting k
        on k.cell_id = op.organization_id and k.month = f.month and k.kind = f.kind
      left join lateral (
        select m.held_on, m.due, m.present from counted_meeting m
        where m.cell_id = op.organization_id and m.month = f.month and m.kind = f.kind
        order by m.held_on limit 1) c on true
      where f.id = :id
      order by op.name collate vi, op.organization_id
      """;

  static final String INSERT =
      """
      insert into meeting_frame
        (id, commune_id, month, kind, title, text, agenda, documents, account, at)
      values (:id, :commune, :month, :kind, :title, :text, :agenda, :documents, :account, :at)
      """;

  static final String UPDATE =
      """
      update meeting_frame set month = :month, kind = :kind, title = :title, text = :text,
        agenda = :agenda, documents = :documents
      where id = :id
      """;

  static final String DELETE = "delete from meeting_frame where id = :id";

  private final JdbcClient jdbc;

  FrameRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<MeetingFrame> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query(MeetingFrame.class)
        .optional();
  }

  List<MeetingFrame.Cell> cells(Scope scope, MeetingFrame frame) {
    return jdbc.sql(CELLS)
        .param("id", frame.id())
        .param("scope", scope.sql())
        .query(MeetingFrame.Cell.class)
        .list();
  }

  void insert(UUID id, UUID commune, MeetingFrame.Told told, String account, Instant at) {
    of(INSERT, id, told)
        .param("commune", commune)
        .param("account", account)
        .param("at", Timestamp.from(at))
        .update();
  }

  void update(UUID id, MeetingFrame.Told told) {
    of(UPDATE, id, told).update();
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  private JdbcClient.StatementSpec of(String statement, UUID id, MeetingFrame.Told told) {
    return jdbc.sql(statement)
        .param("id", id)
        .param("month", told.month())
        .param("kind", told.kind())
        .param("title", told.title())
        .param("text", told.text())
        .param("agenda", told.agenda().toArray(String[]::new))
        .param("documents", told.documents().toArray(String[]::new));
  }
}
