package vn.nenmong.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
class DoubtRepository {

  /// A person belongs to the cell they were last in, or to their commune. Nobody grows older than
  /// anyone did; how young someone may be admitted is a rule of the day of the admission.
  private static final String DOUBTS_FRAGMENT =
      """
      with mine as materialized (
        select p.id, p.commune_id, p.name, p.folded, p.born, cell.name as cell
        from person p
        left join lateral (
          select op.name, op.path
          from member_state s
          join organization_period op on op.organization_id = s.cell_id
          where s.person_id = p.id
          order by s.period desc, op.period desc
          limit 1) cell on true
        where coalesce(cell.path, (
            select op.path from organization_period op
            where op.organization_id = p.commune_id
            order by op.period desc
            limit 1)) <@ any(cast(:scope as ltree[]))),
      member as materialized (
        select mine.*, m.card_number, m.admitted, m.recognised, s.standing, s.village_id
        from mine
        join membership m on m.person_id = mine.id and m.period @> cast(:day as date)
        join member_state s on s.person_id = mine.id and s.period @> cast(:day as date)),
      found as (
        select 'namesakes' as kind, a.id as subject, b.id as other
        from mine a
        join mine b on b.folded = a.folded and b.commune_id = a.commune_id and b.id > a.id
          and (a.born is null or b.born is null
            or starts_with(a.born, b.born) or starts_with(b.born, a.born))
        union all
        select 'official_undated', id, id from member
        where standing = 'official' and recognised is null
        union all
        select 'age', member.id, member.id
        from member
        left join lateral (
          select make_interval(months => cast(rule.value as int)) as least
          from rule_on('admit.age.min_months', first_day(member.admitted), member.commune_id) rule
          where last_day(member.admitted) < first_day(member.born) + interval '30 years') r on true
        where last_day(member.admitted) < first_day(member.born) + r.least
          or last_day(member.born) < cast(:day as date) - interval '123 years'
        union all
        select 'card_missing', id, id from member
        where card_number is null and standing = 'official'
        union all
        select 'planned_disciplined', mine.id, mine.id
        from mine
        where exists (
          select from planning_entry planned
          join step d on d.person_id = planned.person_id and d.kind = 'discipline_decision'
            and d.taken_back is null
          join lateral rule_on('discipline.removes_from_planning', d.day, d.commune_id) rule
            on array_position(array['REPRIMAND', 'WARNING', 'REMOVAL', 'EXPULSION'], upper(d.form))
              >= array_position(array['REPRIMAND', 'WARNING', 'REMOVAL', 'EXPULSION'], rule.value)
          where planned.person_id = mine.id and planned.exception is null
            and planned.to_year >= extract(year from cast(:day as date))
            and coalesce(planned.entered_year, planned.from_year) <= extract(year from d.day))
        union all
        select 'village_unknown', id, id from member where village_id is null
        union all
        select 'first_of_january', id, id from mine where born like '____-01-01'
        union all
        select 'capitals', id, id from mine where name = upper(name) and length(name) > 1),
      doubt as (
        select found.*, e.reason, e.account
        from found
        left join doubt_excuse e using (kind, subject, other))
      """;

  private static final String TOLD_FRAGMENT =
      """
      select d.kind, d.subject, d.other, a.commune_id, a.name, a.born, m.admitted, a.cell,
        b.name as other_name, b.born as other_born, b.cell as other_cell,
        m.id is not null as member,
        exists (select from membership o where o.person_id = b.id) as other_member,
        d.number as all, d.reason, coalesce(who.display_name, d.account) as account
      from (
        select doubt.*, row_number() over same as place,
          count(*) over (partition by kind, reason is null) as number
        from doubt
        window same as (partition by kind, reason is null order by subject, other)) d
      join mine a on a.id = d.subject
      join mine b on b.id = d.other
      left join lateral (
        select id, admitted from membership
        where person_id = a.id
        order by period desc
        limit 1) m on true
      left join account who on who.username = d.account
      where d.place <= :limit
      """;

  static final String ALL = DOUBTS_FRAGMENT + TOLD_FRAGMENT + " order by a.name collate vi, a.id";

  static final String ONE =
      DOUBTS_FRAGMENT
          + TOLD_FRAGMENT
          + " and d.kind = :kind and d.subject = :subject and d.other = :other";

  static final String EXCUSE =
      """
      insert into doubt_excuse (kind, subject, other, commune_id, reason, account, at)
      values (:kind, :subject, :other, :commune, :reason, :account, clock_timestamp())
      """;

  static final String LOOK_AGAIN =
      """
      delete from doubt_excuse
      where kind = :kind and subject = :subject and other = :other and commune_id = :commune
      """;

  private final JdbcClient jdbc;

  DoubtRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Open and excused ones, a limited number of each kind.
  List<Doubt> all(Scope scope, LocalDate day, int limit) {
    return jdbc.sql(ALL)
        .param("scope", scope.sql())
        .param("day", day)
        .param("limit", limit)
        .query(Doubt.class)
        .list();
  }

  Optional<Doubt> find(Scope scope, LocalDate day, String kind, UUID subject, UUID other) {
    return jdbc.sql(ONE)
        .param("scope", scope.sql())
        .param("day", day)
        .param("limit", Integer.MAX_VALUE)
        .param("kind", kind)
        .param("subject", subject)
        .param("other", other)
        .query(Doubt.class)
        .optional();
  }

  void excuse(Doubt doubt, String reason, String account) {
    jdbc.sql(EXCUSE)
        .param("kind", doubt.kind())
        .param("subject", doubt.subject())
        .param("other", doubt.other())
        .param("commune", doubt.communeId())
        .param("reason", reason)
        .param("account", account)
        .update();
  }

  void lookAgain(Doubt doubt) {
    jdbc.sql(LOOK_AGAIN)
        .param("kind", doubt.kind())
        .param("subject", doubt.subject())
        .param("other", doubt.other())
        .param("commune", doubt.communeId())
        .update();
  }
}
