package vn.nenmong.consolidation.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.consolidation.visit.NextVisit;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

@Repository
class UnitRepository {

  /// A page lists no more of a cell's members; the list of members has them all.
  static final int SHOWN_MEMBERS = 60;

  private record Held(
      int month, String kind, LocalDate heldOn, @Nullable Integer present, @Nullable Integer due) {}

  /// In whose records the members and villages of units may stand.
  static final String COMMUNES =
      """
      select communes_of(cast(:scope as ltree[]))
      """;

  /// Every unit below a top with its own members and villages; a village that no cell leads is the
  /// commune's. Units that were closed by the day stand as they last were.
  static final String TREE =
      """
      select * from (
      select o.id, code_within(op.path, o.commune_id, o.code) as code, op.name, op.kind, op.path::text as path,
        case when upper(o.life) <= cast(:day as date) then coalesce(o.ended, (upper(o.life) - 1)::text) end as ended,
        coalesce(m.official, 0) as official, coalesce(m.probationary, 0) as probationary,
        coalesce(v.villages, 0) as villages
      from (
        select * from units_on(cast(:scope as ltree[]), cast(:top as ltree), cast(:day as date))
        union all
        select ended.*
        from organization_period ended
        join organization o on o.id = ended.organization_id
        where :closed and upper(ended.period) <= cast(:day as date)
          and upper(ended.period) = upper(o.life) and ended.path <@ any(cast(:scope as ltree[]))
          and ended.path <@ cast(:top as ltree)) op
      join organization o on o.id = op.organization_id
      left join (
        select cell_id, count(*) filter (where standing = 'official') as official,
          count(*) filter (where standing = 'probationary') as probationary
        from member_state
        where commune_id = any(:communes) and period @> cast(:day as date)
        group by cell_id) m on m.cell_id = o.id
      left join (
        select coalesce(cell_id, commune_id) as unit_id, count(*) as villages
        from village_period
        where commune_id = any(:communes) and period @> cast(:day as date)
        group by coalesce(cell_id, commune_id)) v on v.unit_id = o.id) unit
      order by unit.code collate vi
      """;

  /// Every unit of today with the members and villages that it had on an earlier day, or those had
  /// that it came of. What became of none of today's is the commune's; what is out of the scope
  /// today is not told.
  static final String TREE_OF_PRESENT =
      """
      with counted as (
        select cell_id as unit_id, commune_id,
          count(*) filter (where standing = 'official') as official,
          count(*) filter (where standing = 'probationary') as probationary, 0 as villages
        from member_state
        where commune_id = any(:communes) and period @> cast(:day as date)
        group by cell_id, commune_id
        union all
        select coalesce(cell_id, commune_id), commune_id, 0, 0, count(*)
        from village_period
        where commune_id = any(:communes) and period @> cast(:day as date)
        group by coalesce(cell_id, commune_id), commune_id),
      present as (
        select o.id, code_within(op.path, o.commune_id, o.code) as code, op.name, op.kind, op.path
        from units_on(cast(:scope as ltree[]), '', cast(:today as date)) op
        join organization o on o.id = op.organization_id),
      inherited as materialized (
        select heir_on(unit_id, cast(:today as date)) as unit_id,
          heir_on(commune_id, cast(:today as date)) as commune_id, official, probationary, villages
        from counted),
      of_present as (
        select coalesce(heir.id, inherited.commune_id) as unit_id, official, probationary, villages
        from inherited
        left join present heir on heir.id = inherited.unit_id
        where heir.id is not null or not exists (
          select from organization_period elsewhere
          where elsewhere.organization_id = inherited.unit_id
            and elsewhere.period @> cast(:today as date)))
      select present.id, present.code, present.name, present.kind, present.path::text as path,
        cast(null as text) as ended, coalesce(sum(own.official), 0) as official,
        coalesce(sum(own.probationary), 0) as probationary, coalesce(sum(own.villages), 0) as villages
      from present
      left join of_present own on own.unit_id = present.id
      group by present.id, present.code, present.name, present.kind, present.path
      order by present.code collate vi
      """;

  static final String FACTS =
      """
      select o.id, o.code, op.name, op.kind, o.founded, o.founding_decision, op.superior, o.note,
        lower(o.life) as open_from,
        above.organization_id as parent_id, above.name as parent
      from organization o
      join organization_period op on op.organization_id = o.id and op.period @> cast(:day as date)
      left join organization_period above on above.organization_id = op.parent_id
        and above.period @> cast(:day as date) and above.path <@ any(cast(:scope as ltree[]))
      where o.id = :id and op.path <@ any(cast(:scope as ltree[]))
      """;

  static final String MEMBERS =
      """
      select p.id, p.name, p.born, s.standing, s.exempt
      from member_state s
      join person p on p.id = s.person_id
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      where s.cell_id = :id and s.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by p.given_name, p.other_names, p.id
      limit :limit
      """;

  static final String VILLAGES =
      """
      select vp.village_id as id, vp.name, vp.meeting_form
      from village_period vp
      join organization_period op on op.organization_id = vp.cell_id and op.period @> cast(:day as date)
      where vp.cell_id = :id and vp.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by vp.meeting_form desc, vp.name collate vi
      """;

  static final String OFFICERS =
      """
      select p.name, case when exists (
          select from member_state s
          join organization_period home on home.organization_id = s.cell_id and home.period @> cast(:day as date)
          where s.person_id = p.id and s.period @> cast(:day as date)
            and home.path <@ any(cast(:scope as ltree[]))) then p.id end as id,
        h.title, h.since
      from office_held h
      join person p on p.id = h.person_id
      join organization_period op on op.organization_id = h.organization_id and op.period @> cast(:day as date)
      where h.organization_id = :id and h.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by array_position(array['secretary', 'standing_deputy_secretary', 'deputy_secretary',
        'standing_board_member', 'committee_member', 'other'], h.role), p.given_name, p.other_names
      """;

  static final String CHARGES =
      """
      select p.name, case when exists (
          select from member_state s
          join organization_period home on home.organization_id = s.cell_id and home.period @> cast(:day as date)
          where s.person_id = p.id and s.period @> cast(:day as date)
            and home.path <@ any(cast(:scope as ltree[]))) then p.id end as id,
        coalesce(c.document_number, '') as title, c.since
      from charge c
      join person p on p.id = c.person_id
      join organization_period op on op.organization_id = c.cell_id and op.period @> cast(:day as date)
      where c.cell_id = :id and c.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by p.given_name, p.other_names
      """;

  static final String GUESTS =
      """
      select p.id, p.name, t.place, upper(t.period) - 1 as until
      from temporary_standing t
      join person p on p.id = t.person_id
      join organization_period op on op.organization_id = t.cell_id and op.period @> cast(:day as date)
      where t.cell_id = :id and t.kind = 'guest' and t.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by p.given_name, p.other_names, p.id
      """;

  /// The last visits by those in charge of the cell.
  static final String VISITS =
      """
      select v.id, v.day, p.name as person, v.found, v.agreed
      from cell_visit v
      join person p on p.id = v.person_id
      join organization_period op on op.organization_id = v.cell_id and op.period @> cast(:day as date)
      where v.cell_id = :id and v.day <= cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by v.day desc, v.id
      limit 3
      """;

  static final String NEXT_VISIT =
      "select min("
          + NextVisit.DUE_FRAGMENT
          + """
          ) from charge ch
          join organization_period op
            on op.organization_id = ch.cell_id and op.period @> cast(:on as date)
          """
          + NextVisit.JOIN_FRAGMENT
          + """
          where ch.cell_id = :id and ch.period @> cast(:on as date)
            and op.path <@ any(cast(:scope as ltree[]))
          """;

  static final String REGULATION =
      """
      select w.number, w.issued_on, lower(w.period) as since, w.title
      from working_regulation w
      join organization_period op
        on op.organization_id = w.organization_id and op.period @> cast(:day as date)
      where w.organization_id = :id and w.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      """;

  static final String MEETINGS =
      """
      select extract(month from m.month)::int as month, m.kind, m.held_on, m.present, m.due
      from counted_meeting m
      join organization_period op on op.organization_id = m.cell_id and op.period @> cast(:day as date)
      where m.cell_id = :id
        and m.month between date_trunc('year', cast(:day as date))::date and cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by m.held_on
      """;

  /// The months of a year of whose meetings the commune that a unit lies in told.
  @Unscoped("asked of an organization that was found in the scope")
  static final String TOLD_MONTHS =
      """
      select number
      from generate_series(1, 12) number
      where meetings_told(
        lies_in(cast(:path as ltree), cast(:records as uuid)),
        make_date(cast(:year as int), number, 1))
      """;

  static final String REVIEWS =
      """
      select r.year, r.grade, r.label
      from organization_review r
      join organization_period op on op.organization_id = r.organization_id and op.period @> cast(:day as date)
      where r.organization_id = :id and r.year <= extract(year from cast(:day as date))
        and op.path <@ any(cast(:scope as ltree[]))
      order by r.year desc
      limit 5
      """;

  /// A unit's own resolutions of the last two years, and the thematic ones of those above it.
  static final String RESOLUTIONS =
      """
      select r.number, r.kind, r.subject, r.issued_on, r.thematic, r.organization_id = :id as own
      from organization_period op
      join organization_period from_above on from_above.path @> op.path
        and from_above.period @> cast(:day as date)
        and from_above.kind not in ('province', 'district')
      join resolution r on r.organization_id = from_above.organization_id
      where op.organization_id = :id and op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (r.organization_id = :id or r.thematic)
        and r.issued_on between date_trunc('year', cast(:day as date) - interval '1 year')::date and cast(:day as date)
      order by r.issued_on desc, r.number
      limit 40
      """;

  /// The first name's beginning is the founding, as far as that is known.
  static final String NAMES =
      """
      select op.name, upper(op.period) - 1 as last_day, above.name as parent,
        case when lower(op.period) = lower(o.life) then o.founded else lower(op.period)::text end as since
      from organization_period op
      join organization o on o.id = op.organization_id
      left join lateral (
        select name from organization_period
        where organization_id = op.parent_id and period && op.period and path <@ any(cast(:scope as ltree[]))
        order by period desc limit 1) above on true
      where op.organization_id = :id and op.path <@ any(cast(:scope as ltree[]))
      order by op.period desc
      """;

  private final JdbcClient jdbc;
  private final Organizations organizations;

  UnitRepository(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// All units that the scope reaches, each under the one above it and with the sums of all below
  /// it.
  List<UnitNode> tree(Scope scope, LocalDate day, boolean closed) {
    return UnitTree.of(units(scope, communes(scope), "", day, closed));
  }

  /// The units of today, with what was theirs on an earlier day.
  List<UnitNode> treeOfPresent(Scope scope, LocalDate day, LocalDate today) {
    return UnitTree.of(
        jdbc.sql(TREE_OF_PRESENT)
            .param("communes", new SqlArrayValue("uuid", communes(scope).toArray()))
            .param("day", day)
            .param("today", today)
            .param("scope", scope.sql())
            .query(UnitTree.Unit.class)
            .list());
  }

  /// A unit of the scope on a day; empty for any other, as for an id that none has.
  Optional<UnitFile> find(Scope scope, OrganizationRef unit, LocalDate day) {
    return of(FACTS, scope, unit, day)
        .query(UnitRepository::facts)
        .optional()
        .map(facts ->
            new UnitFile(
                facts,
                UnitTree.of(
                    units(
                        scope,
                        communes(new Scope(organizations.throughTime(unit))),
                        unit.path(),
                        day,
                        false)),
                of(MEMBERS, scope, unit, day)
                    .param("limit", facts.isCell() ? SHOWN_MEMBERS : 0)
                    .query(UnitRepository::member)
                    .list(),
                of(GUESTS, scope, unit, day).query(UnitFile.Guest.class).list(),
                of(VILLAGES, scope, unit, day).query(UnitFile.Village.class).list(),
                of(OFFICERS, scope, unit, day).query(UnitRepository::officer).list(),
                of(CHARGES, scope, unit, day).query(UnitRepository::officer).list(),
                of(VISITS, scope, unit, day).query(UnitFile.Visit.class).list(),
                of(NEXT_VISIT, scope, unit, day)
                    .param("on", day)
                    .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                    .single()
                    .orElse(null),
                of(REGULATION, scope, unit, day)
                    .query(UnitFile.Regulation.class)
                    .optional()
                    .orElse(null),
                months(
                    facts,
                    of(MEETINGS, scope, unit, day).query(Held.class).list(),
                    facts.isCell() ? toldMonths(unit, day) : Set.of(),
                    day),
                of(REVIEWS, scope, unit, day).query(UnitFile.Review.class).list(),
                of(RESOLUTIONS, scope, unit, day).query(UnitFile.Resolution.class).list(),
                of(NAMES, scope, unit, day).query(UnitRepository::name).list()));
  }

  private List<UUID> communes(Scope scope) {
    return jdbc.sql(COMMUNES).param("scope", scope.sql()).query(UUID.class).list();
  }

  private List<UnitTree.Unit> units(
      Scope scope, List<UUID> communes, String top, LocalDate day, boolean closed) {
    return jdbc.sql(TREE)
        .param("communes", new SqlArrayValue("uuid", communes.toArray()))
        .param("day", day)
        .param("scope", scope.sql())
        .param("top", top)
        .param("closed", closed)
        .query(UnitTree.Unit.class)
        .list();
  }

  private JdbcClient.StatementSpec of(
      String sql, Scope scope, OrganizationRef unit, LocalDate day) {
    return jdbc.sql(sql).param("id", unit.id()).param("day", day).param("scope", scope.sql());
  }

  private Set<Integer> toldMonths(OrganizationRef unit, LocalDate day) {
    return jdbc.sql(TOLD_MONTHS)
        .param("path", unit.path())
        .param("records", unit.communeId().toString())
        .param("year", day.getYear())
        .query(Integer.class)
        .set();
  }

  private static List<UnitFile.Month> months(
      UnitFile.Facts facts, List<Held> meetings, Set<Integer> told, LocalDate day) {
    return IntStream.rangeClosed(1, facts.isCell() ? 12 : 0)
        .mapToObj(number -> month(YearMonth.of(day.getYear(), number), facts, meetings, told, day))
        .toList();
  }

  private static UnitFile.Month month(
      YearMonth month,
      UnitFile.Facts facts,
      List<Held> meetings,
      Set<Integer> told,
      LocalDate day) {
    boolean over =
        !month.atEndOfMonth().isAfter(day)
            && (facts.openFrom() == null || !facts.openFrom().isAfter(month.atEndOfMonth()));
    Optional<Held> regular = meeting(meetings, month, "regular");
    return new UnitFile.Month(
        month.getMonthValue(),
        over && told.contains(month.getMonthValue()),
        over && !told.contains(month.getMonthValue()),
        regular.map(Held::heldOn).orElse(null),
        regular.map(Held::present).orElse(null),
        regular.map(Held::due).orElse(null),
        meeting(meetings, month, "thematic").map(Held::heldOn).orElse(null));
  }

  private static Optional<Held> meeting(List<Held> meetings, YearMonth month, String kind) {
    return meetings.stream()
        .filter(held -> held.month() == month.getMonthValue() && held.kind().equals(kind))
        .findFirst();
  }

  private static UnitFile.Facts facts(ResultSet rs, int row) throws SQLException {
    return new UnitFile.Facts(
        rs.getObject("id", UUID.class),
        rs.getString("code"),
        rs.getString("name"),
        rs.getString("kind"),
        date(rs.getString("founded")),
        rs.getString("founding_decision"),
        rs.getString("superior"),
        rs.getObject("parent_id", UUID.class),
        rs.getString("parent"),
        rs.getString("note"),
        rs.getObject("open_from", LocalDate.class));
  }

  private static UnitFile.Member member(ResultSet rs, int row) throws SQLException {
    return new UnitFile.Member(
        rs.getObject("id", UUID.class),
        rs.getString("name"),
        date(rs.getString("born")),
        rs.getString("standing"),
        rs.getBoolean("exempt"));
  }

  private static UnitFile.Name name(ResultSet rs, int row) throws SQLException {
    return new UnitFile.Name(
        rs.getString("name"),
        date(rs.getString("since")),
        rs.getObject("last_day", LocalDate.class),
        rs.getString("parent"));
  }

  private static UnitFile.Officer officer(ResultSet rs, int row) throws SQLException {
    return new UnitFile.Officer(
        rs.getObject("id", UUID.class),
        rs.getString("name"),
        rs.getString("title"),
        date(rs.getString("since")));
  }

  private static @Nullable PartialDate date(@Nullable String iso) {
    return iso == null ? null : PartialDate.parse(iso);
  }
}
