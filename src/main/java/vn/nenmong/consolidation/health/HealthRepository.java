package vn.nenmong.consolidation.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// What is known of all cells below an organization on a day, whatever their number in as many
/// statements.
@Repository
class HealthRepository {

  /// So many months are looked back on.
  static final int MONTHS = 12;

  /// With the commune that each lies in, in whose records it stands, and what it came of: the cells
  /// before it, each until a day, and since when the oldest of them was there.
  static final String CELLS_FRAGMENT =
      """
      with cell as materialized (
        select o.id, o.code, o.commune_id, o.records, o.name, cast(o.path as text) as path,
          lower(o.life) as open_from, before.cells as past, before.days as past_until,
          case when before.unknown then null
            else least(coalesce(last_day(o.founded), lower(o.life)), before.since) end as since,
          case when before.open then null else least(lower(o.life), before.open_from) end
            as open_first
        from cells_on(cast(:scope as ltree[]), cast(:top as ltree), cast(:day as date)) o
        cross join lateral (
          select coalesce(array_agg(c.id), '{}') as cells, array_agg(c.until) as days,
            coalesce(last_day(o.founded), lower(o.life)) is null
              or bool_or(coalesce(last_day(was.founded), lower(was.life)) is null) as unknown,
            min(coalesce(last_day(was.founded), lower(was.life))) as since,
            lower(o.life) is null or bool_or(lower(was.life) is null) as open,
            min(lower(was.life)) as open_from
          from came_of(o.id, cast(:day as date)) c
          join organization was on was.id = c.id
          where o.id = any(array(select successor_id from succession))) before),
      """;

  /// The last admission in a cell of the past `was`, after a day and before it stopped counting.
  private static final String LAST_OF_PAST_FRAGMENT =
      """
      select max(m.admitted_from) as admitted
      from member_state s
      join membership m on m.person_id = s.person_id and s.period <@ m.period
      where s.cell_id = was.id and m.begun_by is null
        and m.admitted_from > %s and m.admitted_from < was.until
        and not exists (
          select from member_state earlier
          where earlier.person_id = s.person_id and earlier.period <@ m.period
            and earlier.period << s.period)
      """;

  /// Of which years the communes that cells stand and lie in told their members.
  private static final String HEARD_FRAGMENT =
      """
      heard as materialized (
        select of.id, make_date(told.first, 1, 1) as first, told.last
        from (select records as id from %1$s union select commune_id from %1$s) of
        cross join lateral told_years(of.id, 'members') told),
      """;

  /// An admission is of the cell that someone was first known in, wherever they are now, and of
  /// those that came of it later; it counts from `:since` on. What is asked cell by cell is asked
  /// by an index, for the planner can't tell from a path how many cells there are. Of births that
  /// are known alike, by day, month or year, the latest is the greatest: its last day is worked out
  /// once a cell.
  static final String VITALS =
      CELLS_FRAGMENT
          + """
              admission as materialized (
                select m.commune_id, s.cell_id, max(m.admitted_from) as last
                from membership m
                cross join lateral (
                  select s.cell_id from member_state s
                  where s.person_id = m.person_id and s.period <@ m.period
                  order by s.period
                  limit 1) s
                where m.commune_id = any(array(select distinct records from cell)) and m.begun_by is null
                  and m.admitted_from > cast(:since as date) and m.admitted_from <= cast(:day as date)
                group by m.commune_id, s.cell_id),
              state as materialized (
                select s.cell_id, s.person_id, s.commune_id, s.standing
                from members_on(array(select id from cell), cast(:day as date)) s),
              someone as materialized (
                select p.id, p.sex, p.born from person p
                where p.commune_id = any(array(select distinct commune_id from state))),
              member as (
                select s.cell_id, count(*) as members,
                  count(*) filter (where s.standing = 'official') as official,
                  count(*) filter (where p.sex = 'female') as women,
                  greatest(
                    last_day(max(p.born) filter (where length(p.born) = 4)),
                    last_day(max(p.born) filter (where length(p.born) = 7)),
                    last_day(max(p.born) filter (where length(p.born) = 10))) as youngest,
                  count(*) filter (where p.born is null) as unborn
                from state s
                join someone p on p.id = s.person_id
                group by s.cell_id),
          """
          + HEARD_FRAGMENT.formatted("cell")
          + """
              kept as materialized (
                select heard.id, heard.first as told, heard.last as told_last, a.cells, a.admissions
                from heard
                left join (
                  select commune_id, array_agg(cell_id order by cell_id) as cells,
                    array_agg(last order by cell_id) as admissions
                  from admission
                  group by commune_id) a on a.commune_id = heard.id),
              commune as materialized (
                select of.commune_id as id, heard.first as members, heard.last as members_last,
                  exists (
                    select from office_held h
                    join organization_period op on op.organization_id = h.organization_id
                      and op.kind in ('cell', 'grassroots_cell')
                    where h.commune_id = any(array(select inherited(of.commune_id)))
                      and h.role = 'secretary'
                      and not h.period >> daterange(null, cast(:day as date), '[]')) as told
                from (select distinct commune_id from cell) of
                join heard on heard.id = of.commune_id)
              select cell.id, cell.commune_id, cell.path, cell.code, cell.name, cell.since,
                coalesce(member.members, 0) as members, coalesce(member.official, 0) as official,
                coalesce(member.women, 0) as women, member.youngest,
                coalesce(member.unborn, 0) as unborn,
                greatest(kept.admissions[array_position(kept.cells, cell.id)], past.admitted) as admitted,
                nullif(greatest(coalesce(kept.told, commune.members, 'infinity'), past.told), 'infinity')
                  as told,
                greatest(kept.told_last, commune.members_last) as told_last,
                coalesce(secretary.state, case when commune.told then 'VACANT' else 'UNKNOWN' end)
                  as secretary
              from cell
              join commune on commune.id = cell.commune_id
              join kept on kept.id = cell.records
              cross join lateral (
                select max(last.admitted) as admitted,
                  max(coalesce(make_date(told_since(o.commune_id, 'members'), 1, 1), commune.members,
                    'infinity')) as told
                from unnest(cell.past, cell.past_until) was (id, until)
                join organization o on o.id = was.id
                cross join lateral (
          """
          + LAST_OF_PAST_FRAGMENT.formatted("cast(:since as date)")
          + """
              ) last) past
          cross join lateral (
            select case when bool_or(t.kind is null) then 'HERE'
              when bool_or(t.kind = 'away') then 'AWAY'
              when count(*) > 0 then 'SUSPENDED' end as state
            from office_held h
            left join temporary_standing t on t.person_id = h.person_id
              and t.kind in ('away', 'suspended') and t.period @> cast(:day as date)
            where h.organization_id = cell.id and h.role = 'secretary'
              and h.period @> cast(:day as date)) secretary
          left join member on member.cell_id = cell.id
          order by cell.code collate vi, cell.id
          """;

  /// The same of some cells on some days.
  static final String VITALS_AT =
      """
      with asked as materialized (
        select a.id, a.day, a.code, a.records, a.commune_id, a.name,
          cast(a.path as text) as path, coalesce(last_day(a.founded), lower(a.life)) as since
        from cells_on_days(
          cast(:scope as ltree[]), cast(:cells as uuid[]), cast(:days as date[])) a),
      before as materialized (
        select a.id, a.day,
          bool_or(coalesce(last_day(o.founded), lower(o.life)) is null) as unknown,
          min(coalesce(last_day(o.founded), lower(o.life))) as since, max(last.admitted) as admitted,
          max(coalesce(make_date(told_since(o.commune_id, 'members'), 1, 1),
            make_date(told_since(a.commune_id, 'members'), 1, 1), 'infinity')) as told
        from asked a
        cross join lateral came_of(a.id, a.day) was
        join organization o on o.id = was.id
        cross join lateral (
      """
          + LAST_OF_PAST_FRAGMENT.formatted("cast(a.day - make_interval(years => :years) as date)")
          + """
                  ) last
                where a.id = any(array(select successor_id from succession))
                group by a.id, a.day),
          """
          + HEARD_FRAGMENT.formatted("asked")
          + """
          register as materialized (
            select of.records, of.commune_id,
              coalesce(own.first, around.first, 'infinity') as told,
              greatest(own.last, around.last) as last
            from (select distinct records, commune_id from asked) of
            join heard own on own.id = of.records
            join heard around on around.id = of.commune_id),
          state as materialized (
            select s.cell_id, s.period, s.standing, s.person_id, s.commune_id
            from member_state s
            where s.cell_id = any(array(select distinct id from asked))),
          someone as materialized (
            select p.id, p.sex, last_day(p.born) as born from person p
            where p.commune_id = any(array(select distinct commune_id from state))),
          member as (
            select a.id, a.day, count(*) as members,
              count(*) filter (where s.standing = 'official') as official,
              count(*) filter (where p.sex = 'female') as women,
              max(p.born) as youngest, count(*) filter (where p.born is null) as unborn
            from asked a
            join state s on s.cell_id = a.id and s.period @> a.day
            join someone p on p.id = s.person_id
            group by a.id, a.day),
          first as materialized (
            select m.commune_id, s.cell_id, m.admitted_from
            from membership m
            cross join lateral (
              select s.cell_id from member_state s
              where s.person_id = m.person_id and s.period <@ m.period
              order by s.period
              limit 1) s
            where m.commune_id = any(array(select distinct records from asked))
              and m.begun_by is null
              and m.admitted_from > (
                select cast(min(day) - make_interval(years => :years) as date) from asked)),
          admission as (
            select a.id, a.day, max(m.admitted_from) as last
            from asked a
            join first m on m.cell_id = a.id and m.commune_id = a.records
              and m.admitted_from > cast(a.day - make_interval(years => :years) as date)
              and m.admitted_from <= a.day
            group by a.id, a.day),
          secretary as (
            select a.id, a.day,
              case when bool_or(t.kind is null) then 'HERE' when bool_or(t.kind = 'away') then 'AWAY'
                else 'SUSPENDED' end as state
            from asked a
            join office_held h on h.organization_id = a.id and h.role = 'secretary' and h.period @> a.day
              and h.organization_id = any(array(select distinct id from asked))
            left join temporary_standing t on t.person_id = h.person_id
              and t.kind in ('away', 'suspended') and t.period @> a.day
            group by a.id, a.day),
          told as (
            select of.commune_id, (
              select min(coalesce(lower(h.period), '-infinity')) from office_held h
              join organization_period op on op.organization_id = h.organization_id
                and op.kind in ('cell', 'grassroots_cell')
              where h.commune_id = any(array(select inherited(of.commune_id)))
                and h.role = 'secretary') as since
            from (select distinct commune_id from asked) of)
          select a.id, a.day, a.commune_id, a.path, a.code, a.name,
            case when a.since is null or before.unknown then null else least(a.since, before.since) end
              as since,
            nullif(greatest(register.told, before.told), 'infinity') as told, register.last as told_last,
            coalesce(member.members, 0) as members, coalesce(member.official, 0) as official,
            coalesce(member.women, 0) as women, member.youngest, coalesce(member.unborn, 0) as unborn,
            greatest(admission.last, before.admitted) as admitted,
            coalesce(secretary.state, case when told.since <= a.day then 'VACANT' else 'UNKNOWN' end)
              as secretary
          from asked a
          join register on register.records = a.records and register.commune_id = a.commune_id
          left join before on before.id = a.id and before.day = a.day
          left join member on member.id = a.id and member.day = a.day
          left join admission on admission.id = a.id and admission.day = a.day
          left join secretary on secretary.id = a.id and secretary.day = a.day
          left join told on told.commune_id = a.commune_id
          """;

  /// The meetings of a month are known where one was held in the commune, or the register of the
  /// year was handed in. In the months before a cell was there, and that in which it began, those
  /// of the cells that it came of count. Where it has no review of a year, theirs does, the weakest
  /// of several.
  static final String WORK =
      CELLS_FRAGMENT
          + """
          of as materialized (select distinct commune_id as id from cell),
          kin as materialized (
            select of.id, inherited as commune_id from of cross join lateral inherited(of.id)),
          known as materialized (
            select kin.id, bool_or(h.role like '%deputy%') as deputies,
              bool_or(h.role in ('committee_member', 'standing_board_member')) as committees
            from office_held h
            join organization_period op on op.organization_id = h.organization_id
              and op.period && h.period and op.kind in ('cell', 'grassroots_cell')
            join kin on kin.commune_id = h.commune_id
            where not h.period >> daterange(null, cast(:day as date), '[]')
            group by kin.id),
          late as materialized (
            select jsonb_object_agg(t.cell, t.tasks) as tasks
            from (
              select cast(heir_on(cell_id, cast(:day as date)) as text) as cell, count(*) as tasks
              from cell_task
              where given_on <= cast(:day as date) and due_on < cast(:day as date)
                and (done_on is null or done_on > cast(:day as date))
              group by 1) t),
          commune as materialized (
            select of.id,
              array(
                select r.register from register_year r
                where r.commune_id in (select commune_id from kin where kin.id = of.id)
                  and r.year = :year and r.register in ('candidates', 'charges')
                union all
                select 'candidates' where exists (
                  select from candidate
                  where commune_id in (select commune_id from kin where kin.id = of.id)
                    and not listed >> daterange(null, cast(:day as date), '[]'))
                union all
                select 'charges' where exists (
                  select from charge
                  where commune_id in (select commune_id from kin where kin.id = of.id)
                    and not period >> daterange(null, cast(:day as date), '[]'))
                union all
                select 'deputies' from known where known.id = of.id and deputies
                union all
                select 'committees' from known where known.id = of.id and committees
                union all
                select 'resolutions' where exists (
                  select from resolution r
                  join organization_period op on op.organization_id = r.organization_id
                    and op.kind in ('cell', 'grassroots_cell')
                  where r.commune_id in (select commune_id from kin where kin.id = of.id)
                    and r.issued_on <= cast(:day as date))) as told,
              array(
                select cast(m as date)
                from generate_series(cast(cast(:first as date) as timestamp),
                  cast(cast(:last as date) as timestamp), interval '1 month') as m
                where meetings_told(of.id, cast(m as date)))
                as months
            from of)
          select cell.id, commune.told, leader.leaders, leader.committee, leader.deputies,
            outstanding.candidates, due.months as months_due, least(due.months, held.months) as months_held,
            held.due, held.present, own.last as resolution,
            (select count(*) from charge c
              where c.cell_id = cell.id and c.period @> cast(:day as date)) as charges,
            coalesce(cast(late.tasks ->> cast(cell.id as text) as int), 0) as tasks,
            review.year as review_year, review.grade, review.label, review.of as review_of
          from cell
          join commune on commune.id = cell.commune_id
          cross join late
          cross join lateral (
            select count(*) as months from unnest(commune.months) as first
            where cell.open_first is null or cell.open_first < first + interval '1 month') due
          cross join lateral (
            select count(distinct h.person_id) as leaders,
              count(distinct h.person_id) filter (
                where h.role in ('committee_member', 'standing_board_member')) as committee,
              count(distinct h.person_id) filter (where h.role like '%deputy%') as deputies
            from office_held h
            where h.organization_id = cell.id and h.role <> 'other'
              and h.period @> cast(:day as date)) leader
          cross join lateral (
            select count(*) as candidates from candidate c
            where c.cell_id = cell.id and c.listed @> cast(:day as date)
              and (not upper_inf(c.listed) or c.status not in ('admitted', 'withdrawn'))) outstanding
          cross join lateral (
            select count(distinct g.month) as months,
              coalesce(sum(g.due) filter (where g.present is not null), 0) as due,
              coalesce(sum(g.present) filter (where g.due is not null), 0) as present
            from counted_meeting g
            where g.cell_id = any(cell.id || cell.past) and g.kind = 'regular'
              and g.held_on <= cast(:day as date)
              and g.month between cast(:first as date) and cast(:last as date)
              and (g.cell_id = cell.id or g.month <= cell.open_from
                and g.held_on < cell.past_until[array_position(cell.past, g.cell_id)])) held
          cross join lateral (
            select max(r.issued_on) as last from resolution r
            where r.organization_id = any(cell.id || cell.past) and r.issued_on <= cast(:day as date)
              and (r.organization_id = cell.id
                or r.issued_on < cell.past_until[array_position(cell.past, r.organization_id)])) own
          left join lateral (
            select r.year, r.grade, r.label, was.name as of
            from organization_review r
            left join lateral (
              select op.name from organization_period op
              where op.organization_id = r.organization_id and r.organization_id <> cell.id
              order by op.period desc
              limit 1) was on true
            where r.organization_id = any(cell.id || cell.past) and r.year between :year - 1 and :year
              and (r.organization_id = cell.id or make_date(r.year, 12, 31)
                < cell.past_until[array_position(cell.past, r.organization_id)])
            order by r.year desc, r.organization_id = cell.id desc, r.grade = 'weak' desc, was.name
            limit 1) review on true
          """;

  /// The members of all cells and of one of them, by what they have in common.
  static final String PEOPLE =
      CELLS_FRAGMENT
          + """
          member as (
            select s.cell_id = :id as own, p.sex, p.ethnicity,
              cast(extract(year from age(cast(:day as date), last_day(p.born))) as int) as age
            from cell
            join member_state s on s.cell_id = cell.id and s.period @> cast(:day as date)
            join person p on p.id = s.person_id)
          select own, sex, ethnicity, least(60, greatest(20, age / 10 * 10)) as band,
            count(*) as members
          from member
          group by 1, 2, 3, 4
          """;

  /// Day by day.
  static final String ADMISSIONS =
      CELLS_FRAGMENT
          + """
          admission as (
            select cell.id as cell, m.admitted_from as on_day, count(*) as admitted
            from cell
            join member_state s on s.cell_id = any(cell.id || cell.past)
            join membership m on m.person_id = s.person_id and m.period @> s.period
            where m.begun_by is null and m.admitted_from <= cast(:day as date)
              and (s.cell_id = cell.id
                or m.admitted_from < cell.past_until[array_position(cell.past, s.cell_id)])
              and not exists (
                select from member_state earlier
                where earlier.person_id = s.person_id and earlier.period <@ m.period
                  and earlier.period << s.period)
            group by 1, 2)
          select cell, on_day, admitted from admission order by on_day
          """;

  /// The regular meetings of a cell in the months that ended last; of months before it was there,
  /// those of the cells that it came of, with their names.
  static final String MEETINGS =
      CELLS_FRAGMENT
          + """
          held as (
            select g.month, min(g.held_on) as held_on, sum(g.due) as due, sum(g.present) as present,
              string_agg(distinct was.name, ', ') as of
            from cell
            join counted_meeting g on g.cell_id = any(cell.id || cell.past) and g.kind = 'regular'
              and g.month between cast(:first as date) and cast(:last as date)
              and g.held_on <= cast(:day as date)
              and (g.cell_id = cell.id or g.month <= cell.open_from
                and g.held_on < cell.past_until[array_position(cell.past, g.cell_id)])
            left join lateral (
              select op.name from organization_period op
              where op.organization_id = g.cell_id and g.cell_id <> cell.id and op.period @> g.held_on
              limit 1) was on true
            where cell.id = :id
            group by g.month)
          select cast(m as date) as month, held.held_on, held.due, held.present, held.of,
            (cell.open_first is null or cell.open_first < m + interval '1 month')
              and (held.month is not null
                or meetings_told(cell.commune_id, cast(m as date))) as expected
          from cell
          cross join generate_series(cast(cast(:first as date) as timestamp), cast(cast(:last as date) as timestamp),
            interval '1 month') as m
          left join held on held.month = cast(m as date)
          where cell.id = :id
          order by m
          """;

  /// Its own of a year, or those of the cells that it came of.
  static final String REVIEWS =
      CELLS_FRAGMENT
          + """
          review as (
            select r.year, r.grade, r.label, r.organization_id as of, cell.id
            from cell
            join organization_review r on r.organization_id = any(cell.id || cell.past)
              and r.year between :year - 4 and :year
              and (r.organization_id = cell.id or make_date(r.year, 12, 31)
                < cell.past_until[array_position(cell.past, r.organization_id)])
            where cell.id = :id)
          select r.year, r.grade, r.label, was.name as of
          from review r
          left join lateral (
            select op.name from organization_period op
            where op.organization_id = r.of and r.of <> r.id
            order by op.period desc
            limit 1) was on true
          where r.of = r.id
            or not exists (select from review own where own.of = own.id and own.year = r.year)
          order by r.year, was.name collate vi
          """;

  /// The cells that one came of, the last first, with the last day on which they were it alone.
  static final String PREDECESSORS =
      CELLS_FRAGMENT
          + """
          past as (
            select was.id, was.until - 1 as last
            from cell cross join lateral unnest(cell.past, cell.past_until) was (id, until)
            where cell.id = :id)
          select op.name, past.last
          from past
          join organization_period op on op.organization_id = past.id and op.period @> past.last
          order by past.last desc, op.name collate vi
          """;

  /// @param band lowest age of ten years, 20 for all under 30, 60 for all from 60 on; null where
  ///   the birth is not known
  record People(
      boolean own,
      @Nullable String sex,
      @Nullable String ethnicity,
      @Nullable Integer band,
      int members) {}

  record Admitted(UUID cell, LocalDate onDay, int admitted) {}

  private final JdbcClient jdbc;

  HealthRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param top path at or below which the cells are; empty for all of the scope
  /// @param years how far back admissions are looked for
  List<Vitals> vitals(Scope scope, String top, LocalDate day, int years) {
    return about(VITALS, scope, top, day)
        .param("since", day.minusYears(years))
        .query(HealthRepository::vitals)
        .list();
  }

  /// Of all that are asked about on each day that is asked about, as far as they were there.
  ///
  /// @param years how far back admissions are looked for
  Map<Dangers.At, Vitals> vitals(Scope scope, Set<Dangers.At> cells, int years) {
    Map<Dangers.At, Vitals> found = new HashMap<>();
    jdbc.sql(VITALS_AT)
        .param("scope", scope.sql())
        .param("cells", cells.stream().map(Dangers.At::cell).distinct().toArray(UUID[]::new))
        .param(
            "days", cells.stream().map(at -> at.day().toString()).distinct().toArray(String[]::new))
        .param("years", years)
        .query(row -> {
          Vitals cell = vitals(row, 0);
          found.put(new Dangers.At(cell.id(), row.getObject("day", LocalDate.class)), cell);
        });
    return found;
  }

  /// Of all cells of a scope, by their ids.
  Map<UUID, Work> work(Scope scope, LocalDate day) {
    YearMonth ended = lastEnded(day);
    return about(WORK, scope, "", day)
        .param("year", day.getYear())
        .param("first", ended.minusMonths(MONTHS - 1).atDay(1))
        .param("last", ended.atDay(1))
        .query(HealthRepository::work)
        .list()
        .stream()
        .collect(Collectors.toMap(Work::id, work -> work));
  }

  List<People> people(Scope scope, UUID cell, LocalDate day) {
    return about(PEOPLE, scope, "", day).param("id", cell).query(People.class).list();
  }

  List<Admitted> admissions(Scope scope, LocalDate day) {
    return about(ADMISSIONS, scope, "", day).query(Admitted.class).list();
  }

  List<MeetingMonth> meetings(Scope scope, UUID cell, LocalDate day) {
    YearMonth ended = lastEnded(day);
    return about(MEETINGS, scope, "", day)
        .param("id", cell)
        .param("first", ended.minusMonths(MONTHS - 1).atDay(1))
        .param("last", ended.atDay(1))
        .query(MeetingMonth.class)
        .list();
  }

  List<CellPage.Review> reviews(Scope scope, UUID cell, LocalDate day) {
    return about(REVIEWS, scope, "", day)
        .param("id", cell)
        .param("year", day.getYear())
        .query(CellPage.Review.class)
        .list();
  }

  List<CellPage.Predecessor> predecessors(Scope scope, UUID cell, LocalDate day) {
    return about(PREDECESSORS, scope, "", day)
        .param("id", cell)
        .query(CellPage.Predecessor.class)
        .list();
  }

  /// The last month that is over on a day.
  static YearMonth lastEnded(LocalDate day) {
    return YearMonth.from(day.plusDays(1)).minusMonths(1);
  }

  private JdbcClient.StatementSpec about(String sql, Scope scope, String top, LocalDate day) {
    return jdbc.sql(sql).param("scope", scope.sql()).param("top", top).param("day", day);
  }

  private static Work work(ResultSet row, int number) throws SQLException {
    return new Work(
        row.getObject("id", UUID.class),
        Set.copyOf(List.of((String[]) row.getArray("told").getArray())),
        row.getInt("leaders"),
        row.getInt("committee"),
        row.getInt("deputies"),
        row.getInt("candidates"),
        row.getInt("months_due"),
        row.getInt("months_held"),
        row.getInt("due"),
        row.getInt("present"),
        row.getObject("resolution", LocalDate.class),
        row.getInt("charges"),
        row.getInt("tasks"),
        row.getObject("review_year", Integer.class),
        row.getString("grade"),
        row.getString("label"),
        row.getString("review_of"));
  }

  private static Vitals vitals(ResultSet row, int number) throws SQLException {
    return new Vitals(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        row.getString("path"),
        row.getString("code"),
        row.getString("name"),
        row.getObject("since", LocalDate.class),
        row.getInt("members"),
        row.getInt("official"),
        row.getInt("women"),
        row.getObject("youngest", LocalDate.class),
        row.getInt("unborn"),
        row.getObject("admitted", LocalDate.class),
        row.getObject("told", LocalDate.class),
        row.getInt("told_last"),
        Vitals.Secretary.valueOf(row.getString("secretary")));
  }
}
