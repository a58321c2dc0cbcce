package vn.nenmong.privacy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
public class HeldRepository {

  public record Whose(UUID id, UUID commune, String name) {}

  record FactOfRow(String register, int row, String key, @Nullable String value) {}

  record SeenLine(OffsetDateTime at, String account, String action, @Nullable String reason) {}

  /// A person, whose place in the scope is that of any cell they were ever in or listed in, and the
  /// commune's for someone of no cell.
  static final String WHOSE =
      """
      select p.id, p.commune_id as commune, p.name
      from person p
      where p.id = :id and exists (
        select from organization_period op
        where op.path <@ any(cast(:scope as ltree[])) and op.organization_id in (
          select s.cell_id from member_state s where s.person_id = p.id
          union all
          select c.cell_id from candidate c where c.person_id = p.id
          union all
          select p.commune_id
          where not exists (select from member_state s where s.person_id = p.id)
            and not exists (select from candidate c where c.person_id = p.id)))
      """;

  /// Every register with a reference to a person or a membership; a test holds it against the
  /// catalogue. Days of a period are told as the first and the last.
  static final String FACTS =
      """
      with of_person (register, place, facts) as (
        select 'person', '', json_build_object(
          'name', p.name, 'sex', p.sex, 'born', p.born, 'ethnicity', p.ethnicity,
          'languages', p.languages)
        from person p where p.id = :id
        union all
        select 'membership', lower(m.period)::text, json_build_object(
          'card_number', m.card_number, 'admitted', m.admitted, 'recognised', m.recognised,
          'since', lower(m.period), 'until', upper(m.period) - 1,
          'end_reason', m.end_reason, 'note', m.note)
        from membership m where m.person_id = :id
        union all
        select 'member_state', lower(s.period)::text, json_build_object(
          'since', lower(s.period), 'until', upper(s.period) - 1,
          'cell', (select name from organization_period op
                   where op.organization_id = s.cell_id order by op.period desc limit 1),
          'village', (select name from village_period vp
                      where vp.village_id = s.village_id order by vp.period desc limit 1),
          'standing', s.standing, 'exempt', s.exempt, 'education', s.education,
          'qualification', s.qualification, 'theory', s.theory, 'occupation', s.occupation)
        from member_state s where s.person_id = :id
        union all
        select 'member_poverty', y.year::text, json_build_object('year', y.year)
        from member_poverty y join membership m on m.id = y.membership_id where m.person_id = :id
        union all
        select 'candidate', lower(c.listed)::text, json_build_object(
          'since', lower(c.listed), 'until', upper(c.listed) - 1,
          'cell', (select name from organization_period op
                   where op.organization_id = c.cell_id order by op.period desc limit 1),
          'village', (select name from village_period vp
                      where vp.village_id = c.village_id order by vp.period desc limit 1),
          'class_taken', c.class_taken, 'dossier_completed', c.dossier_completed,
          'status', c.status, 'status_text', c.status_text,
          'helpers', (select string_agg(h.name, ', ') from person h
                      where h.id in (c.first_helper_id, c.second_helper_id)))
        from candidate c where c.person_id = :id
        union all
        select 'candidate', lower(c.listed)::text, json_build_object(
          'helps', (select h.name from person h where h.id = c.person_id),
          'since', lower(c.listed), 'until', upper(c.listed) - 1)
        from candidate c where :id in (c.first_helper_id, c.second_helper_id)
        union all
        select 'office_held', o.since, json_build_object(
          'title', o.title,
          'organization', (select name from organization_period op
                           where op.organization_id = o.organization_id
                           order by op.period desc limit 1),
          'since', o.since, 'until', o.until)
        from office_held o where o.person_id = :id
        union all
        select 'charge', c.since, json_build_object(
          'cell', (select name from organization_period op
                   where op.organization_id = c.cell_id order by op.period desc limit 1),
          'document_number', c.document_number, 'since', c.since, 'until', upper(c.period) - 1)
        from charge c where c.person_id = :id
        union all
        select 'cell_visit', v.day::text, json_build_object(
          'cell', (select name from organization_period op
                   where op.organization_id = v.cell_id order by op.period desc limit 1),
          'day', v.day, 'found', v.found, 'agreed', v.agreed, 'next_day', v.next_day)
        from cell_visit v where v.person_id = :id
        union all
        select 'meeting_attendance', g.held_on::text, json_build_object(
          'day', g.held_on, 'present', a.present, 'reason', a.reason, 'note', a.note)
        from meeting_attendance a join meeting g on g.kept_id = a.meeting_id
        where a.person_id = :id
        union all
        select 'cell_task', t.given_on::text, json_build_object(
          'task', t.text, 'since', t.given_on, 'until', t.due_on, 'done', t.done)
        from cell_task t where t.person_id = :id
        union all
        select 'example_pledge', e.year::text, json_build_object(
          'year', e.year, 'pledge', e.text, 'result', e.result, 'note', e.note)
        from example_pledge e where e.person_id = :id
        union all
        select 'village_post', v.since, json_build_object(
          'title', v.title,
          'village', (select name from village_period vp
                      where vp.village_id = v.village_id order by vp.period desc limit 1),
          'since', v.since, 'until', upper(v.period) - 1)
        from village_post v where v.person_id = :id
        union all
        select 'course_attendance', c.from_day::text, json_build_object(
          'course', c.name, 'since', c.from_day, 'until', c.to_day, 'position', a.position)
        from course_attendance a join course c on c.id = a.course_id where a.person_id = :id
        union all
        select 'planning_entry', e.from_year::text, json_build_object(
          'post', e.post, 'since', e.from_year, 'until', e.to_year,
          'training_need', e.training_need, 'exception', e.exception)
        from planning_entry e where e.person_id = :id
        union all
        select 'economic_model', e.since_year::text, json_build_object(
          'name', e.name, 'kind', e.kind, 'since', e.since_year)
        from economic_model e where e.person_id = :id
        union all
        select 'economic_model_year', y.year::text, json_build_object(
          'name', e.name, 'year', y.year, 'stage', y.stage, 'income', y.income_million_vnd)
        from economic_model_year y join economic_model e on e.id = y.model_id
        where e.person_id = :id
        union all
        select 'mass_organization_year', y.year::text, json_build_object(
          'organization', o.name, 'year', y.year)
        from mass_organization_year y join mass_organization o on o.id = y.mass_organization_id
        where y.head_id = :id
        union all
        select 'member_review', r.year::text, json_build_object('year', r.year, 'label', r.label)
        from member_review r join membership m on m.id = r.membership_id where m.person_id = :id
        union all
        select 'doubt_excuse', x.at::date::text, json_build_object(
          'since', x.at::date, 'note', x.reason)
        from doubt_excuse x where :id in (x.subject, x.other)
        union all
        select 'step', s.day::text, json_build_object(
          'step', s.kind, 'since', s.day, 'number', s.number, 'body', s.body, 'place', s.place,
          'exception', s.exception, 'note', coalesce(s.taken_back, s.reason), 'received', s.received,
          'effective', s.effective, 'until', s.until)
        from step s where s.person_id = :id
        union all
        select 'step', s.day::text, json_build_object(
          'helps', (select h.name from person h where h.id = s.person_id),
          'step', s.kind, 'since', s.day)
        from step s where :id in (s.first_person_id, s.second_person_id)
        union all
        select 'temporary_standing', lower(t.period)::text, json_build_object(
          'status', t.kind, 'since', lower(t.period), 'until', upper(t.period) - 1,
          'place', t.place)
        from temporary_standing t where t.person_id = :id
        union all
        select 'reconciliation_row', c.day::text, json_build_object(
          'since', c.day, 'name', r.name, 'born', r.born,
          'sex', case when r.sex in ('male', 'female') then r.sex end, 'ethnicity', r.ethnicity,
          'card_number', r.card_number, 'cell', r.cell, 'admitted', r.admitted,
          'recognised', r.recognised, 'status_text', r.activity)
        from person p
        join reconciliation_row r on r.commune_id = p.commune_id and (r.person_id = p.id
          or fold(r.name) = p.folded and r.born = p.born
          or r.card_number in (select m.card_number from membership m where m.person_id = p.id))
        join reconciliation c on c.id = r.reconciliation_id
        where p.id = :id
        union all
        select 'reconciliation_settlement', s.at::date::text, json_build_object(
          'since', s.at::date, 'note', s.note)
        from reconciliation_settlement s where s.person_id = :id
        union all
        select 'account', a.created_at::date::text, json_build_object(
          'username', a.username, 'name', a.display_name, 'since', a.created_at::date,
          'phone', (select d.name from device d where d.account_id = a.id))
        from account a
        where exists (
          select from access_grant g where g.account_id = a.id and g.person_id = :id)
        union all
        select 'kept_person', k.until::text, json_build_object('until', k.until, 'note', k.reason)
        from kept_person k where k.person_id = :id
      ),
      numbered as (
        select register, row_number() over (order by ordinality_of, place) as row, facts
        from of_person
        cross join lateral (select array_position(array[
          'person', 'membership', 'member_state', 'member_poverty', 'candidate', 'office_held',
          'charge', 'cell_visit', 'meeting_attendance', 'cell_task', 'example_pledge', 'village_post', 'course_attendance', 'planning_entry', 'economic_model',
          'economic_model_year', 'mass_organization_year', 'member_review', 'step',
          'temporary_standing', 'reconciliation_row', 'reconciliation_settlement', 'account', 'doubt_excuse', 'kept_person'],
          register) as ordinality_of) o
      )
      select register, row, fact.key, fact.value
      from numbered
      cross join lateral json_each_text(facts) with ordinality fact (key, value, place)
      where fact.value is not null and :scope <> '{}'
      order by row, fact.place
      """;

  static final String SEEN =
      """
      select a.at, coalesce(who.display_name, a.account) as account, a.action,
        coalesce(a.detail ->> 'reason', a.detail ->> 'file') as reason
      from audit_line a
      left join account who on who.username = a.account
      where :scope <> '{}' and (a.subject_id = :id
        or a.subject_id in (
          select cast(c.key ->> 'id' as uuid) from row_change c
          where c.subject = :id and c.former_key is null)
        or a.change in (
          select c.change from row_change c where c.subject = :id or c.person_id = :id))
      order by a.id desc
      limit :limit
      """;

  static final String ANSWER =
      """
      select value, document_number as document, document_body as body, evidence
      from rule_on('data_request.answer', cast(:day as date), cast(:commune as uuid))
      """;

  private final JdbcClient jdbc;

  HeldRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Whose> whose(Scope scope, UUID id) {
    return jdbc.sql(WHOSE)
        .param("id", id)
        .param("scope", scope.sql())
        .query(Whose.class)
        .optional();
  }

  List<FactOfRow> facts(Scope scope, UUID id) {
    return jdbc.sql(FACTS)
        .param("id", id)
        .param("scope", scope.sql())
        .query(FactOfRow.class)
        .list();
  }

  List<SeenLine> seen(Scope scope, UUID id, int limit) {
    return jdbc.sql(SEEN)
        .param("id", id)
        .param("scope", scope.sql())
        .param("limit", limit)
        .query(SeenLine.class)
        .list();
  }

  List<Held.Answer> answers(UUID commune, LocalDate day) {
    return jdbc.sql(ANSWER)
        .param("day", day)
        .param("commune", commune)
        .query(Held.Answer.class)
        .list();
  }
}
