package vn.nenmong.consolidation.village;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Reach;

@Repository
class VillageRepository {

  static final String ROWS_FRAGMENT =
      """
      with here as materialized (
        select * from %s),
      told as materialized (
        select commune_id, told_since(commune_id, 'members') as since
        from (select distinct commune_id from here) commune),
      living as materialized (
        select village_id, count(*) as members from member_state
        where village_id = any(array(select village_id from here)) and period @> cast(:day as date)
        group by village_id)
      select v.id, commune.code as commune, v.commune_id as origin, v.code, vp.name, vp.meeting_form, vp.border,
        vp.distance_km, vp.bearing, vp.latitude, vp.longitude,
        vp.cell_id, unit.name as cell, coalesce(living.members, 0) as members,
        told.since <= extract(year from cast(:day as date)) as counted,
        y.year, y.households, y.population, y.poor_households, y.near_poor_households, y.cultural,
        heads.names as head
      from here vp
      join village v on v.id = vp.village_id
      join organization commune on commune.id = vp.commune_id
      join told on told.commune_id = vp.commune_id
      left join organization_period unit on unit.organization_id = vp.cell_id
        and unit.period @> cast(:day as date)
      left join living on living.village_id = vp.village_id
      left join lateral (
        select * from village_year
        where village_id = v.id and year <= extract(year from cast(:day as date))
        order by year desc limit 1) y on true
      left join lateral (
        select string_agg(p.name, ', ' order by post.period) as names
        from village_post post join person p on p.id = post.person_id
        where post.village_id = v.id and post.role = 'village_head'
          and post.period @> cast(:day as date)) heads on true
      """;

  static final String IN_SCOPE_FRAGMENT =
      """
        and exists (
          select from village_period here
          join organization_period op on op.organization_id = coalesce(here.cell_id, here.commune_id)
            and op.period @> cast(:day as date)
          where here.village_id = :id and here.period @> cast(:day as date)
            and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String LIST =
      ROWS_FRAGMENT.formatted(
              "villages_in(cast(:scope as ltree[]), cast(:roots as uuid[]), cast(:day as date))")
          + """
          where (:all or unit.path <@ any(cast(:tops as ltree[])) or (vp.cell_id is null and :whole))
          order by vp.name collate vi, v.code
          """;

  static final String ONE =
      ROWS_FRAGMENT.formatted(
          "villages_on(cast(:scope as ltree[]), cast(:day as date)) where village_id = :id");

  /// What tells the state of each village of a scope, whatever their number.
  static final String STATES =
      """
      with here as materialized (
        select * from villages_on(cast(:scope as ltree[]), cast(:day as date)))
      select vp.commune_id, vp.meeting_form, vp.cell_id, coalesce(m.members, 0) as members,
        r.first <= extract(year from cast(:day as date)) as counted
      from here vp
      left join (
        select village_id, count(*) as members from member_state
        where village_id is not null and period @> cast(:day as date)
        group by village_id) m on m.village_id = vp.village_id
      left join (
        select commune_id, told_since(commune_id, 'members') as first
        from (select distinct commune_id from here) commune) r on r.commune_id = vp.commune_id
      """;

  /// How each village was covered on each day. Villages and days are written out in pairs, so that
  /// the planner knows how many there are.
  @Unscoped("asked of villages that were found in the scope")
  static final String COVERAGE_ON_DAYS =
      """
      with asked as materialized (
        select day from unnest(cast(:days as date[])) day),
      covered as materialized (
        select vp.village_id, asked.day, vp.meeting_form, vp.cell_id, vp.commune_id
        from village_period vp
        join asked on vp.period @> asked.day
        where vp.village_id = any(cast(:villages as uuid[]))),
      told as materialized (
        select commune_id, make_date(told_since(commune_id, 'members'), 1, 1) as since
        from (select distinct commune_id from covered) here),
      member as materialized (
        select s.village_id, asked.day, count(*) as members
        from member_state s
        join asked on s.period @> asked.day
        where s.village_id = any(cast(:villages as uuid[]))
        group by s.village_id, asked.day)
      select village, each.day, covered.meeting_form, covered.cell_id,
        coalesce(member.members, 0) as members, each.day >= told.since as counted
      from unnest(cast(:villages as uuid[])) village
      cross join unnest(cast(:days as date[])) each (day)
      join covered on covered.village_id = village and covered.day = each.day
      join told on told.commune_id = covered.commune_id
      left join member on member.village_id = village and member.day = each.day
      """;

  /// As they were called last.
  @Unscoped("asked of communes that villages of the scope came of")
  static final String CENTRES =
      """
      select id, name
      from (
        select distinct on (organization_id) organization_id as id, name
        from organization_period
        where organization_id = any(cast(:communes as uuid[]))
          and period && daterange(null, cast(:day as date), '[]')
        order by organization_id, period desc) called
      order by name collate vi, id
      """;

  static final String NEAREST =
      """
      select near.day
      from (
        select nearest(period, cast(:day as date)) as day, coalesce(cell_id, commune_id) as unit
        from village_period
        where village_id = :id) near
      join organization_period op on op.organization_id = near.unit and op.period @> near.day
      where op.path <@ any(cast(:scope as ltree[]))
      order by abs(near.day - cast(:day as date))
      limit 1
      """;

  static final String MEMBERS =
      """
      select p.id, p.name, p.born, op.name as cell
      from member_state s
      join person p on p.id = s.person_id
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      where s.village_id = :id and s.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by p.given_name, p.other_names, p.id
      limit 60
      """;

  static final String POSTS =
      """
      select post.title, p.name, post.since,
        case when exists (
          select from member_state s
          join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
          where s.person_id = p.id and s.period @> cast(:day as date)
            and op.path <@ any(cast(:scope as ltree[]))) then p.id end as member_id
      from village_post post
      join person p on p.id = post.person_id
      where post.village_id = :id and post.period @> cast(:day as date)
      """
          + IN_SCOPE_FRAGMENT
          + """
          order by array_position(array['village_head', 'front_head', 'reputable_person', 'other'], post.role), p.given_name
          """;

  static final String YEARS =
      """
      select cast(md5(cast(village_id as text) || cast(year as text)) as uuid) as record_id, year,
        households, population, poor_households as poor, near_poor_households as near_poor, cultural
      from village_year
      where village_id = :id and year <= extract(year from cast(:day as date))
      """
          + IN_SCOPE_FRAGMENT
          + """
          order by year desc
          limit 10
          """;

  /// When a village came to be is not known: only later changes have a beginning.
  static final String HISTORY =
      """
      select vp.name, op.name as cell, vp.meeting_form, upper(vp.period) - 1 as last_day,
        case when lower(vp.period) > lower(v.life) then lower(vp.period) end as since
      from village_period vp
      join village v on v.id = vp.village_id
      left join lateral (
        select name from organization_period
        where organization_id = vp.cell_id and period && vp.period
        order by period desc limit 1) op on true
      where vp.village_id = :id
      """
          + IN_SCOPE_FRAGMENT
          + """
          order by vp.period desc
          """;

  static final String MODELS =
      """
      select m.name, m.kind, p.name as person, y.income_million_vnd as income
      from economic_model m
      join person p on p.id = m.person_id
      left join lateral (
        select income_million_vnd from economic_model_year
        where model_id = m.id and year <= extract(year from cast(:day as date))
        order by year desc limit 1) y on true
      where m.village_id = :id and coalesce(m.since_year, 0) <= extract(year from cast(:day as date))
      """
          + IN_SCOPE_FRAGMENT
          + """
          order by m.name collate vi
          """;

  private final JdbcClient jdbc;

  VillageRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The villages of a reach, by name.
  List<VillageRow> list(Reach reach) {
    return jdbc.sql(LIST)
        .param("roots", reach.roots().toArray(UUID[]::new))
        .param("day", reach.day())
        .param("scope", reach.scope().sql())
        .param("all", reach.chosen().isEmpty())
        .param("tops", new Scope(reach.tops().stream().map(OrganizationRef::path).toList()).sql())
        .param("whole", reach.isWholeCommune())
        .query(VillageRepository::row)
        .list();
  }

  /// The names of communes by their ids, as they were called last until a day; in their order.
  Map<UUID, String> centres(Set<UUID> communes, LocalDate day) {
    Map<UUID, String> names = new LinkedHashMap<>();
    jdbc.sql(CENTRES)
        .param("communes", communes.toArray(UUID[]::new))
        .param("day", day)
        .query(rs -> {
          names.put(rs.getObject("id", UUID.class), rs.getString("name"));
        });
    return names;
  }

  List<VillageState> states(Scope scope, LocalDate day) {
    return jdbc.sql(STATES)
        .param("scope", scope.sql())
        .param("day", day)
        .query((rs, n) ->
            new VillageState(
                rs.getObject("commune_id", UUID.class),
                rs.getObject("cell_id", UUID.class),
                coverage(rs)))
        .list();
  }

  /// A village of the scope on a day; empty for any other, as for an id that none has.
  Optional<VillageFile> find(Scope scope, UUID id, LocalDate day) {
    return of(ONE, scope, id, day)
        .query(VillageRepository::row)
        .optional()
        .map(village ->
            new VillageFile(
                village,
                of(MEMBERS, scope, id, day).query(VillageRepository::member).list(),
                of(POSTS, scope, id, day).query(VillageRepository::post).list(),
                of(YEARS, scope, id, day).query(VillageFile.Year.class).list(),
                of(HISTORY, scope, id, day).query(VillageFile.Stage.class).list(),
                of(MODELS, scope, id, day).query(VillageFile.Model.class).list()));
  }

  /// The day nearest to one on which a village was there.
  Optional<LocalDate> nearest(Scope scope, UUID id, LocalDate day) {
    return of(NEAREST, scope, id, day).query(LocalDate.class).optional();
  }

  private JdbcClient.StatementSpec of(String sql, Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(sql).param("id", id).param("day", day).param("scope", scope.sql());
  }

  /// How a village was covered on a day, and by which cell.
  record CoveredOn(UUID village, LocalDate day, Coverage coverage, @Nullable UUID cell) {}

  /// How villages were covered on some days; a day on which one was not there is not in it.
  List<CoveredOn> covered(List<UUID> found, Set<LocalDate> days) {
    return jdbc.sql(COVERAGE_ON_DAYS)
        .param("villages", found.toArray(UUID[]::new))
        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
        .query((rs, _) ->
            new CoveredOn(
                rs.getObject("village", UUID.class),
                rs.getObject("day", LocalDate.class),
                coverage(rs),
                rs.getObject("cell_id", UUID.class)))
        .list();
  }

  private static Coverage coverage(ResultSet rs) throws SQLException {
    return Coverage.of(
        rs.getInt("members"),
        rs.getBoolean("counted"),
        rs.getString("meeting_form"),
        rs.getObject("cell_id", UUID.class));
  }

  private static VillageRow row(ResultSet rs, int number) throws SQLException {
    return new VillageRow(
        rs.getObject("id", UUID.class),
        rs.getString("commune"),
        rs.getObject("origin", UUID.class),
        rs.getString("code"),
        rs.getString("name"),
        coverage(rs),
        List.of(),
        rs.getInt("members"),
        rs.getObject("year", Integer.class),
        rs.getObject("households", Integer.class),
        rs.getObject("population", Integer.class),
        rs.getObject("poor_households", Integer.class),
        rs.getObject("near_poor_households", Integer.class),
        rs.getObject("cultural", Boolean.class),
        rs.getObject("border", Boolean.class),
        new Whereabouts(
            rs.getBigDecimal("distance_km"),
            rs.getBigDecimal("bearing"),
            rs.getBigDecimal("latitude"),
            rs.getBigDecimal("longitude")),
        rs.getObject("cell_id", UUID.class),
        rs.getString("cell"),
        rs.getString("head"));
  }

  private static VillageFile.Member member(ResultSet rs, int row) throws SQLException {
    return new VillageFile.Member(
        rs.getObject("id", UUID.class),
        rs.getString("name"),
        date(rs.getString("born")),
        rs.getString("cell"));
  }

  private static VillageFile.Post post(ResultSet rs, int row) throws SQLException {
    return new VillageFile.Post(
        rs.getString("title"),
        rs.getString("name"),
        date(rs.getString("since")),
        rs.getObject("member_id", UUID.class));
  }

  private static @Nullable PartialDate date(@Nullable String iso) {
    return iso == null ? null : PartialDate.parse(iso);
  }
}
