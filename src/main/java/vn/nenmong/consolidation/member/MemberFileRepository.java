package vn.nenmong.consolidation.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.PartialDate;

@Repository
class MemberFileRepository {

  static final String FACTS =
      """
      select p.id, p.commune_id, p.name, p.sex, p.born, p.ethnicity, p.languages,
        m.admitted, m.recognised, m.card_number, m.note,
        s.standing, s.exempt, s.education, s.qualification, s.theory, s.occupation,
        s.cell_id, op.name as cell, s.village_id, vp.name as village,
        (select max(year) from member_poverty
         where membership_id = m.id and year <= extract(year from cast(:day as date))) as poor_year
      from person p
      join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      join membership m on m.person_id = p.id and m.period @> cast(:day as date)
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      left join village_period vp on vp.village_id = s.village_id and vp.period @> cast(:day as date)
      where p.id = :id and op.path <@ any(cast(:scope as ltree[]))
      """;

  /// A life until a day. `place` puts a whole year's event, a review, at that year's end. A cell
  /// period that begins with its cell's founding begins when that is known to have been.
  static final String LIFE =
      """
      with member as (
        select p.id, p.born, m.id as membership_id, m.admitted, m.recognised, m.period, m.end_reason
        from person p
        join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
        join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
        join membership m on m.person_id = p.id and m.period @> cast(:day as date)
        where p.id = :id and op.path <@ any(cast(:scope as ltree[]))
      ),
      stay as (
        select s.cell_id, lower(s.period) as since,
          case when lower(s.period) = lower(o.life) then coalesce(o.founded, lower(s.period)::text)
               else lower(s.period)::text end as at,
          lag(s.cell_id) over (order by lower(s.period)) as cell_before
        from member
        join member_state s on s.person_id = member.id and lower(s.period) <= cast(:day as date)
        join organization o on o.id = s.cell_id
      ),
      event (kind, at, place_in_order, until, what, place, unit) as (
        select 'born', born, born, null, null, null, null::uuid from member where born is not null
        union all
        select 'class', class_taken, class_taken, null, null, null, null
        from candidate c join member on member.id = c.person_id where class_taken is not null
        union all
        select 'dossier', dossier_completed, dossier_completed, null, null, null, null
        from candidate c join member on member.id = c.person_id where dossier_completed is not null
        union all
        select 'admitted', admitted, admitted, null, null, null, null from member
        union all
        select 'recognised', recognised, recognised, null, null, null, null
        from member where recognised is not null
        union all
        select 'before', at, at, null, null, null, null
        from (select at, since from stay order by since limit 1) first_stay, member
        where first_stay.since > last_day(member.admitted)
        union all
        select 'cell', stay.at, stay.at, null, null, op.name, stay.cell_id
        from stay
        join organization_period op on op.organization_id = stay.cell_id and op.period @> stay.since
        where stay.cell_id is distinct from stay.cell_before
        union all
        select 'office', o.since, o.since,
          case when upper(o.period) <= cast(:day as date)
               then coalesce(o.until, (upper(o.period) - 1)::text) end,
          o.title, op.name, o.organization_id
        from member
        join office_held o on o.person_id = member.id and coalesce(lower(o.period), '-infinity') <= cast(:day as date)
        join lateral (
          select name from organization_period
          where organization_id = o.organization_id and period && o.period
          order by period desc limit 1) op on true
        union all
        select 'charge', c.since, c.since,
          case when upper(c.period) <= cast(:day as date) then (upper(c.period) - 1)::text end,
          c.document_number, op.name, c.cell_id
        from member
        join charge c on c.person_id = member.id and coalesce(lower(c.period), '-infinity') <= cast(:day as date)
        join lateral (
          select name from organization_period
          where organization_id = c.cell_id and period && c.period
          order by period desc limit 1) op on true
        union all
        select 'course', c.from_day::text, c.from_day::text, c.to_day::text, c.name, a.position, null
        from member
        join course_attendance a on a.person_id = member.id
        join course c on c.id = a.course_id
        union all
        select 'planning', e.entered_year::text, e.entered_year::text, null, e.post,
          e.from_year || '–' || e.to_year, null
        from planning_entry e join member on member.id = e.person_id
        where coalesce(e.entered_year, e.from_year) <= extract(year from cast(:day as date))
        union all
        select 'model', e.since_year::text, e.since_year::text, null, e.name, e.kind, null
        from economic_model e join member on member.id = e.person_id
        union all
        select 'post', v.since, v.since,
          case when upper(v.period) <= cast(:day as date) then (upper(v.period) - 1)::text end,
          v.title, vp.name, null
        from member
        join village_post v on v.person_id = member.id and coalesce(lower(v.period), '-infinity') <= cast(:day as date)
        join lateral (
          select name from village_period
          where village_id = v.village_id and period && v.period
          order by period desc limit 1) vp on true
        union all
        select 'review', r.year::text, r.year || '~', null, r.label, null, null
        from member_review r join member on member.membership_id = r.membership_id
        where r.year <= extract(year from cast(:day as date))
      )
      select kind, at, until, what, place, unit
      from event
      where at is null or at <= cast(:day as text)
      order by place_in_order nulls last, kind
      """;

  static final String HELPED =
      """
      select p.name, c.status, op.name as cell
      from candidate c
      join person p on p.id = c.person_id
      join organization_period op on op.organization_id = c.cell_id and op.period @> cast(:day as date)
      where (c.first_helper_id = :id or c.second_helper_id = :id)
        and c.listed @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by p.given_name, p.other_names
      """;

  private final JdbcClient jdbc;

  MemberFileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A member of the scope on a day; empty for anyone else, as for an id that nobody has.
  Optional<MemberFile> find(Scope scope, UUID id, LocalDate day) {
    return statement(FACTS, scope, id, day)
        .query(MemberFileRepository::facts)
        .optional()
        .map(facts ->
            new MemberFile(
                facts,
                statement(LIFE, scope, id, day).query(MemberFileRepository::event).list(),
                statement(HELPED, scope, id, day).query(MemberFile.Helped.class).list()));
  }

  private JdbcClient.StatementSpec statement(String sql, Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(sql).param("id", id).param("day", day).param("scope", scope.sql());
  }

  private static MemberFile.Facts facts(ResultSet rs, int row) throws SQLException {
    return new MemberFile.Facts(
        rs.getObject("id", UUID.class),
        rs.getObject("commune_id", UUID.class),
        rs.getString("name"),
        rs.getString("sex"),
        date(rs.getString("born")),
        rs.getString("ethnicity"),
        rs.getString("languages"),
        PartialDate.parse(rs.getString("admitted")),
        date(rs.getString("recognised")),
        rs.getString("card_number"),
        rs.getString("note"),
        rs.getString("standing"),
        rs.getBoolean("exempt"),
        rs.getString("education"),
        rs.getString("qualification"),
        rs.getString("theory"),
        rs.getString("occupation"),
        rs.getObject("cell_id", UUID.class),
        rs.getString("cell"),
        rs.getObject("village_id", UUID.class),
        rs.getString("village"),
        rs.getObject("poor_year", Integer.class));
  }

  private static LifeEvent event(ResultSet rs, int row) throws SQLException {
    return new LifeEvent(
        rs.getString("kind"),
        date(rs.getString("at")),
        date(rs.getString("until")),
        rs.getString("what"),
        rs.getString("place"),
        rs.getObject("unit", UUID.class));
  }

  private static @Nullable PartialDate date(@Nullable String iso) {
    return iso == null ? null : PartialDate.parse(iso);
  }
}
