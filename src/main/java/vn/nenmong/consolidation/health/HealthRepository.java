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

  /// With the commune that each lies in, and in whose records it stands.
  static final String CELLS_FRAGMENT =
      """
      with cell as materialized (
        select o.id, o.code, lies_in(op.path, op.commune_id) as commune_id,
          op.commune_id as records, op.name, cast(op.path as text) as path,
          coalesce(last_day(o.founded), lower(o.life)) as since, lower(o.life) as open_from
        from organization_period op
        join organization o on o.id = op.organization_id
        where op.period @> cast(:day as date) and op.kind in ('cell', 'grassroots_cell')
          and op.path <@ cast(:top as ltree) and op.path <@ any(cast(:scope as ltree[]))),
      """;

  /// An admission is of the cell that someone was first known in, wherever they are now; it counts
  /// from `:since` on. What is asked cell by cell is asked by an index, for the planner can't tell
  /// from a path how many cells there are.
  static final String VITALS =
      CELLS_FRAGMENT
          + """
          admission as materialized (
            select m.commune_id, s.cell_id, max(m.admitted_from) as last
            from membership m
            cross join lateral (
              select s.cell_id from member_state s
              where s.person_id = m.person_id and s.period <@ m.period
              order by lower(s.period)
              limit 1) s
            where m.commune_id in (select records from cell) and m.begun_by is null
              and m.admitted_from > cast(:since as date) and m.admitted_from <= cast(:day as date)
            group by m.commune_id, s.cell_id),
          kept as materialized (
            select of.records as id,
              array(select a.cell_id from admission a where a.commune_id = of.records
                order by a.cell_id) as cells,
              array(select a.last from admission a where a.commune_id = of.records
                order by a.cell_id) as admissions
            from (select distinct records from cell) of),
          commune as materialized (
            select of.commune_id as id,
              exists (
                select from office_held h
                join organization_period op on op.organization_id = h.organization_id
                  and op.kind in ('cell', 'grassroots_cell')
                where h.commune_id in (select inherited(of.commune_id)) and h.role = 'secretary'
                  and not h.period >> daterange(null, cast(:day as date), '[]')) as told
            from (select distinct commune_id from cell) of)
          select cell.id, cell.commune_id, cell.path, cell.code, cell.name, cell.since,
            member.members, member.official, member.women, member.youngest, member.unborn,
            kept.admissions[array_position(kept.cells, cell.id)] as admitted,
            coalesce(secretary.state, case when commune.told then 'VACANT' else 'UNKNOWN' end)
              as secretary
          from cell
          join commune on commune.id = cell.commune_id
          join kept on kept.id = cell.records
          cross join lateral (
            select case when bool_or(t.kind is null) then 'HERE'
              when bool_or(t.kind = 'away') then 'AWAY'
              when count(*) > 0 then 'SUSPENDED' end as state
            from office_held h
            left join temporary_standing t on t.person_id = h.person_id
              and t.kind in ('away', 'suspended') and t.period @> cast(:day as date)
            where h.organization_id = cell.id and h.role = 'secretary'
              and h.period @> cast(:day as date)) secretary
          cross join lateral (
            select count(*) as members, count(*) filter (where s.standing = 'official') as official,
              count(*) filter (where p.sex = 'female') as women,
              max(last_day(p.born)) as youngest, count(*) filter (where p.born is null) as unborn
            from member_state s
            join person p on p.id = s.person_id
            where s.cell_id = cell.id and s.period @> cast(:day as date)) member
          order by cell.code collate vi, cell.id
          """;

  /// The same of some cells, each on days of its own. Bounded to one row for each pair, so that the
  /// planner can tell how many there are and joins by hash.
  static final String VITALS_AT =
      """
      with asked as materialized (
        select a.cell as id, a.day, u.*
        from unnest(cast(:cells as uuid[]), cast(:days as date[])) a (cell, day)
        cross join lateral (
          select o.code, op.commune_id, op.name, cast(op.path as text) as path,
            coalesce(last_day(o.founded), lower(o.life)) as since
          from organization_period op
          join organization o on o.id = op.organization_id
          where op.organization_id = a.cell and op.period @> a.day
            and op.kind in ('cell', 'grassroots_cell') and op.path <@ any(cast(:scope as ltree[]))
          limit 1) u),
      someone as materialized (
        select s.cell_id, s.period, s.standing, p.sex, last_day(p.born) as born
        from member_state s
        join person p on p.id = s.person_id
        where s.cell_id in (select id from asked)),
      member as (
        select a.id, a.day, count(*) as members,
          count(*) filter (where s.standing = 'official') as official,
          count(*) filter (where s.sex = 'female') as women,
          max(s.born) as youngest, count(*) filter (where s.born is null) as unborn
        from asked a
        join someone s on s.cell_id = a.id and s.period @> a.day
        group by a.id, a.day),
      first as materialized (
        select m.commune_id, s.cell_id, m.admitted_from
        from membership m
        cross join lateral (
          select s.cell_id from member_state s
          where s.person_id = m.person_id and s.period <@ m.period
          order by lower(s.period)
          limit 1) s
        where m.commune_id in (select commune_id from asked) and m.begun_by is null
          and m.admitted_from > (
            select cast(min(day) - make_interval(years => :years) as date) from asked)),
      admission as (
        select a.id, a.day, max(m.admitted_from) as last
        from asked a
        join first m on m.cell_id = a.id and m.commune_id = a.commune_id
          and m.admitted_from > cast(a.day - make_interval(years => :years) as date)
          and m.admitted_from <= a.day
        group by a.id, a.day),
      secretary as (
        select a.id, a.day,
          case when bool_or(t.kind is null) then 'HERE' when bool_or(t.kind = 'away') then 'AWAY'
            else 'SUSPENDED' end as state
        from asked a
        join office_held h on h.organization_id = a.id and h.commune_id = a.commune_id
          and h.role = 'secretary' and h.period @> a.day
        left join temporary_standing t on t.person_id = h.person_id
          and t.kind in ('away', 'suspended') and t.period @> a.day
        group by a.id, a.day),
      told as (
        select h.commune_id, min(coalesce(lower(h.period), '-infinity')) as since
        from office_held h
        join organization_period op on op.organization_id = h.organization_id
          and op.kind in ('cell', 'grassroots_cell')
        where h.commune_id in (select commune_id from asked) and h.role = 'secretary'
        group by h.commune_id)
      select a.id, a.day, a.commune_id, a.path, a.code, a.name, a.since,
        coalesce(member.members, 0) as members, coalesce(member.official, 0) as official,
        coalesce(member.women, 0) as women, member.youngest, coalesce(member.unborn, 0) as unborn,
        admission.last as admitted,
        coalesce(secretary.state, case when told.since <= a.day then 'VACANT' else 'UNKNOWN' end)
          as secretary
      from asked a
      left join member on member.id = a.id and member.day = a.day
      left join admission on admission.id = a.id and admission.day = a.day
      left join secretary on secretary.id = a.id and secretary.day = a.day
      left join told on told.commune_id = a.commune_id
      """;

  /// The meetings of a month are known where one was held in the commune, or the register of the
  /// year was handed in.
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
                where exists (
                    select from register_year r
                    where r.commune_id in (select commune_id from kin where kin.id = of.id)
                      and r.register = 'meetings' and r.year = extract(year from m))
                  or exists (
                    select from counted_meeting g
                    where g.commune_id in (select commune_id from kin where kin.id = of.id)
                      and g.month = cast(m as date)))
                as months
            from of)
          select cell.id, commune.told, leader.leaders, leader.committee, leader.deputies,
            outstanding.candidates, due.months as months_due, least(due.months, held.months) as months_held,
            held.due, held.present, own.last as resolution,
            (select count(*) from charge c
              where c.cell_id = cell.id and c.period @> cast(:day as date)) as charges,
            coalesce(cast(late.tasks ->> cast(cell.id as text) as int), 0) as tasks,
            review.year as review_year, review.grade, review.label
          from cell
          join commune on commune.id = cell.commune_id
          cross join late
          cross join lateral (
            select count(*) as months from unnest(commune.months) as first
            where cell.open_from is null or cell.open_from < first + interval '1 month') due
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
            where g.cell_id = cell.id and g.kind = 'regular' and g.held_on <= cast(:day as date)
              and g.month between cast(:first as date) and cast(:last as date)) held
          cross join lateral (
            select max(r.issued_on) as last from resolution r
            where r.organization_id = cell.id and r.issued_on <= cast(:day as date)) own
          left join lateral (
            select r.year, r.grade, r.label from organization_review r
            where r.organization_id = cell.id and r.year between :year - 1 and :year
            order by r.year desc
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
            select s.cell_id as cell, m.admitted_from as on_day, count(*) as admitted
            from cell
            join member_state s on s.cell_id = cell.id
            join membership m on m.person_id = s.person_id and m.period @> s.period
            where m.begun_by is null and m.admitted_from <= cast(:day as date)
              and not exists (
                select from member_state earlier
                where earlier.person_id = s.person_id and earlier.period <@ m.period
                  and earlier.period << s.period)
            group by 1, 2)
          select cell, on_day, admitted from admission order by on_day
          """;

  /// The regular meetings of a cell in the months that ended last.
  static final String MEETINGS =
      CELLS_FRAGMENT
          + """
          held as (
            select g.month, min(g.held_on) as held_on, sum(g.due) as due, sum(g.present) as present
            from cell
            join counted_meeting g on g.cell_id = cell.id and g.kind = 'regular'
              and g.month between cast(:first as date) and cast(:last as date)
              and g.held_on <= cast(:day as date)
            where cell.id = :id
            group by g.month)
          select cast(m as date) as month, held.held_on, held.due, held.present,
            (cell.open_from is null or cell.open_from < m + interval '1 month')
              and (held.month is not null
                or exists (
                  select from register_year r
                  where r.commune_id in (select inherited(cell.commune_id))
                    and r.register = 'meetings'
                    and r.year = extract(year from m))
                or exists (
                  select from counted_meeting g
                  where g.commune_id in (select inherited(cell.commune_id))
                    and g.month = cast(m as date))) as expected
          from cell
          cross join generate_series(cast(cast(:first as date) as timestamp), cast(cast(:last as date) as timestamp),
            interval '1 month') as m
          left join held on held.month = cast(m as date)
          where cell.id = :id
          order by m
          """;

  static final String REVIEWS =
      """
      select r.year, r.grade, r.label
      from organization_review r
      join organization_period op on op.organization_id = r.organization_id
        and op.period @> cast(:day as date)
      where r.organization_id = :id and r.year between :year - 4 and :year
        and op.path <@ any(cast(:scope as ltree[]))
      order by r.year
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

  record Review(int year, String grade, String label) {}

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

  /// @param years how far back admissions are looked for
  Map<Dangers.At, Vitals> vitals(Scope scope, Set<Dangers.At> cells, int years) {
    Map<Dangers.At, Vitals> found = new HashMap<>();
    jdbc.sql(VITALS_AT)
        .param("scope", scope.sql())
        .param("cells", cells.stream().map(Dangers.At::cell).toArray(UUID[]::new))
        .param("days", cells.stream().map(at -> at.day().toString()).toArray(String[]::new))
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

  List<Review> reviews(Scope scope, UUID cell, LocalDate day) {
    return jdbc.sql(REVIEWS)
        .param("scope", scope.sql())
        .param("id", cell)
        .param("day", day)
        .param("year", day.getYear())
        .query(Review.class)
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
        row.getString("label"));
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
        Vitals.Secretary.valueOf(row.getString("secretary")));
  }
}
