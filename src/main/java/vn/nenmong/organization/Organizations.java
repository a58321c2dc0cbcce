package vn.nenmong.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.memory.Remembered;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;

/// Organizations as they were on a day, for the modules that build on them. What the scope does not
/// reach is as if it were not there.
@Repository
public class Organizations {

  static final String BY_CODE =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization c
      join organization o on o.commune_id = c.id and o.code = :code
      join organization_period op on op.organization_id = o.id and op.period @> cast(:day as date)
      where c.id = c.commune_id and c.code = :commune and op.path <@ any(cast(:scope as ltree[]))
      """;

  /// What has the records of an organization on a day: itself, as long as it is there.
  @Unscoped("what it answers is looked for in the scope")
  static final String HEIR =
      """
      select heir_on(o.id, cast(:day as date))
      from organization c
      join organization o on o.commune_id = c.id and o.code = :code
      where c.id = c.commune_id and c.code = :commune
      """;

  static final String BY_ID =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization o
      join organization c on c.id = o.commune_id
      join organization_period op on op.organization_id = o.id and op.period @> cast(:day as date)
      where o.id = :id and op.path <@ any(cast(:scope as ltree[]))
      """;

  /// Below a part of the scope nothing is a top; a part lies in none of the others.
  private static final String IS_TOP_FRAGMENT =
      """
      (op.path = any((select cast(:scope as ltree[]))::ltree[])
        and (nlevel(op.path) = 1
          or not subpath(op.path, 0, -1) <@ any((select cast(:scope as ltree[]))::ltree[]))
        or nlevel(op.path) = 1 and '' = any((select cast(:scope as ltree[]))::ltree[]))
      """;

  static final String TOPS =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period @> cast(:day as date)
        and
      """
          + IS_TOP_FRAGMENT
          + " order by op.name collate vi";

  /// The tops, and every commune below them.
  static final String CHOICES_OF_SCOPE =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period @> cast(:day as date)
        and (op.organization_id = op.commune_id and op.path <@ any((select cast(:scope as ltree[]))::ltree[]) or
      """
          + IS_TOP_FRAGMENT
          + """
              )
          order by op.kind not in ('province', 'district'), op.name collate vi, o.code
          """;

  static final String SUBTREE =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from units_on(cast(:scope as ltree[]), cast(:top as ltree), cast(:day as date)) op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      order by nlevel(op.path), o.code collate vi, o.id
      """;

  static final String CELLS =
      """
      select distinct on (op.name collate vi, o.id)
        o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period && daterange(cast(:from as date), cast(:to as date), '[]')
        and op.kind in ('cell', 'grassroots_cell')
        and op.path <@ any(cast(:scope as ltree[]))
      order by op.name collate vi, o.id
      limit :limit
      """;

  /// The commune that a unit lies in on a day: itself, or the next one above.
  static final String COMMUNE_OF =
      """
      select o.id, op.path::text as path, heir_on(o.id, cast(:today as date)) as heir
      from organization_period unit
      join organization_period op on op.path @> unit.path and op.period @> cast(:day as date)
      join organization o on o.id = op.organization_id
      where unit.organization_id = :unit and unit.period @> cast(:day as date)
        and unit.path <@ any(cast(:scope as ltree[]))
        and op.kind not in ('province', 'district')
        and o.id = o.commune_id
      order by nlevel(op.path) desc
      limit 1
      """;

  /// The communes that the scope reaches on an earlier day, wholly or in part, by name, and what
  /// each is today.
  static final String COMMUNES_THEN =
      """
      select top.organization_id as id, top.path::text as path,
        heir_on(top.organization_id, cast(:today as date)) as heir
      from organization_period top
      where top.organization_id = top.commune_id and top.period @> cast(:day as date)
        and top.kind not in ('province', 'district')
        and (top.path <@ any(cast(:scope as ltree[]))
          or exists (select from unnest(cast(:scope as ltree[])) part where part <@ top.path))
      order by top.name collate vi, top.organization_id
      """;

  @Unscoped("asked of organizations that were found in the scope")
  static final String HEIRS =
      """
      select distinct
        case when life @> cast(:today as date) then id else heir_on(id, cast(:today as date)) end
      from organization
      where id = any(cast(:units as uuid[]))
      """;

  @Unscoped("asked of an organization that was found in the scope")
  static final String THROUGH_TIME =
      "select cast(place as text) from through_time(array[cast(:path as ltree)]) place";

  static final String NEAREST =
      """
      select nearest(period, cast(:day as date))
      from organization_period
      where organization_id = :id and path <@ any(cast(:scope as ltree[]))
      order by abs(nearest(period, cast(:day as date)) - cast(:day as date))
      limit 1
      """;

  static final String MADE_OF =
      """
      select unit from made_of(cast(:path as ltree), cast(:scope as ltree[]), cast(:today as date)) unit
      """;

  static final String COMMUNES_WITHIN =
      """
      select o.id, o.code, op.name,
        case when lower(o.life) > cast(:from as date) then lower(o.life) end as "from",
        case when upper(o.life) <= cast(:to as date) then upper(o.life) - 1 end as "to"
      from organization o
      join lateral (
        select op.name, op.path from organization_period op
        where op.organization_id = o.id and op.period && daterange(:from, :to, '[]')
        order by op.period desc
        limit 1) op on true
      where o.id = o.commune_id
        and op.path = any(cast(:scope as ltree[]))
      order by coalesce(lower(o.life) > cast(:from as date), false), op.name collate vi, o.id
      """;

  static final String ENDED =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path,
        upper(op.period) - 1 as last
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where upper(op.period) <= cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and not exists (
          select from organization_period later
          where later.organization_id = op.organization_id and later.period >> op.period)
      order by op.name collate vi, o.id
      """;

  private static final int CHOICES = 200;

  private record ChoicesOf(Scope scope, LocalDate day) {}

  private record ReachOf(Scope scope, LocalDate day, @Nullable UUID unit, LocalDate today) {}

  private final JdbcClient jdbc;
  private final Today today;
  private final Remembered remembered;

  Organizations(JdbcClient jdbc, Today today, Remembered remembered) {
    this.jdbc = jdbc;
    this.today = today;
    this.remembered = remembered;
  }

  /// The organization of a code as it was on a day: `NATONG` for a root, `NATONG/CB01` for others.
  public Optional<OrganizationRef> find(Scope scope, String fullCode, LocalDate day) {
    return byCode(BY_CODE, fullCode, day)
        .param("scope", scope.sql())
        .query(OrganizationRef.class)
        .optional();
  }

  public Optional<OrganizationRef> find(Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(BY_ID)
        .param("id", id)
        .param("day", day)
        .param("scope", scope.sql())
        .query(OrganizationRef.class)
        .optional();
  }

  /// The same, or where it ended before, what has its records by then.
  public Optional<OrganizationRef> findOrHeir(Scope scope, String fullCode, LocalDate day) {
    return byCode(HEIR, fullCode, day)
        .query(UUID.class)
        .optional()
        .flatMap(heir -> find(scope, heir, day));
  }

  /// Whose day is told where a code is asked for: of the organization of that day, or, where there
  /// was none yet or the units of today are asked for, of the one of today with what it came of.
  public Optional<Told> told(Scope scope, String fullCode, LocalDate day, Units units) {
    Optional<Told> then =
        find(scope, fullCode, day).map(found -> new Told(found, Units.THEN, true));
    return (units.isNow() ? Optional.<Told>empty() : then)
        .or(() -> findOrHeir(scope, fullCode, today.date()).map(now -> ofToday(scope, now, day)))
        .or(() -> then);
  }

  /// The same on another day.
  public Optional<Told> told(Scope scope, Told told, LocalDate day) {
    UUID id = told.organization().id();
    return (told.isNow()
            ? Optional.<Told>empty()
            : find(scope, id, day).map(then -> new Told(then, Units.THEN, true)))
        .or(() -> find(scope, id, today.date()).map(now -> ofToday(scope, now, day)));
  }

  /// What is told where nothing is asked for: the first of today, whatever it was on the day, and
  /// for who sees none today the first of the day.
  ///
  /// @param which of them may be told
  public Optional<Told> told(
      Scope scope, LocalDate day, Units units, Predicate<OrganizationRef> which) {
    return Stream.of(today.date(), day)
        .flatMap(when -> choices(scope, when).stream())
        .filter(which)
        .flatMap(first -> told(scope, first.fullCode(), day, units).stream())
        .findFirst();
  }

  /// The day nearest to one on which an organization was there.
  public Optional<LocalDate> nearest(Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(NEAREST)
        .param("id", id)
        .param("day", day)
        .param("scope", scope.sql())
        .query(LocalDate.class)
        .optional();
  }

  private Told ofToday(Scope scope, OrganizationRef now, LocalDate day) {
    return new Told(now, Units.NOW, find(scope, now.id(), day).isPresent());
  }

  private JdbcClient.StatementSpec byCode(String sql, String fullCode, LocalDate day) {
    int slash = fullCode.indexOf('/');
    return jdbc.sql(sql)
        .param("commune", slash < 0 ? fullCode : fullCode.substring(0, slash))
        .param("code", fullCode.substring(slash + 1))
        .param("day", day);
  }

  /// The highest organizations that the scope reaches, by name: a commune, or the cells of someone
  /// who sees only those.
  public List<OrganizationRef> tops(Scope scope, LocalDate day) {
    return jdbc.sql(TOPS)
        .param("day", day)
        .param("scope", scope.sql())
        .query(OrganizationRef.class)
        .list();
  }

  /// What someone may look at by itself: the tops, and where these are above communes, the
  /// communes.
  public List<OrganizationRef> choices(Scope scope, LocalDate day) {
    return remembered.answer(new ChoicesOf(scope, day), () -> choicesOf(scope, day));
  }

  private List<OrganizationRef> choicesOf(Scope scope, LocalDate day) {
    return List.copyOf(
        jdbc.sql(CHOICES_OF_SCOPE)
            .param("day", day)
            .param("scope", scope.sql())
            .query(OrganizationRef.class)
            .list());
  }

  /// What someone may look at by itself today and was not there on an earlier day.
  ///
  /// @param then their choices of that day
  public List<OrganizationRef> presentChoices(
      Scope scope, LocalDate day, List<OrganizationRef> then) {
    return day.isBefore(today.date()) ? without(then, choices(scope, today.date())) : List.of();
  }

  private static List<OrganizationRef> without(
      List<OrganizationRef> known, List<OrganizationRef> all) {
    Set<UUID> there = known.stream().map(OrganizationRef::id).collect(Collectors.toSet());
    return all.stream().filter(unit -> !there.contains(unit.id())).toList();
  }

  /// All organizations that the scope reaches, each top with what is below it.
  public List<OrganizationRef> within(Scope scope, LocalDate day) {
    return tops(scope, day).stream()
        .flatMap(top -> subtree(scope, top, day).stream())
        .distinct()
        .toList();
  }

  /// The same, and the units of the commune that one of them lies in: of their first where none is
  /// chosen.
  public List<OrganizationRef> choices(Scope scope, LocalDate day, @Nullable UUID chosen) {
    List<OrganizationRef> units = reach(scope, day, chosen).map(Reach::units).orElse(List.of());
    return Stream.concat(choices(scope, day).stream(), units.stream()).distinct().toList();
  }

  /// Where an organization stands and stood, and those whose records it has.
  public List<String> throughTime(OrganizationRef organization) {
    return jdbc.sql(THROUGH_TIME).param("path", organization.path()).query(String.class).list();
  }

  /// Whether what is told of a period may differ by the units: one that has passed, or in which the
  /// organization began.
  public boolean mayDiffer(Scope scope, Told told, ReportPeriod period) {
    return told.isNow()
        || period.to().isBefore(today.date())
        || find(scope, told.organization().id(), period.from()).isEmpty();
  }

  /// The part of the tree that is told of an organization.
  public Scope within(Scope scope, OrganizationRef organization, Units units) {
    List<String> places = units.isNow() ? throughTime(organization) : List.of(organization.path());
    return new Scope(places.stream().filter(scope::reaches).toList());
  }

  /// The units of an organization of today, and all that they came of: these are counted where its
  /// history is told, wherever they lay then.
  public List<UUID> madeOf(Scope scope, OrganizationRef now) {
    return jdbc.sql(MADE_OF)
        .param("path", now.path())
        .param("scope", scope.sql())
        .param("today", today.date())
        .query(UUID.class)
        .list();
  }

  /// The communes that a commune was within a period by the units of that time.
  public List<Stay> communesWithin(Scope scope, Told told, ReportPeriod period) {
    return jdbc.sql(COMMUNES_WITHIN)
        .param("scope", within(scope, told.organization(), told.units()).sql())
        .param("from", period.from())
        .param("to", period.to())
        .query(Stay.class)
        .list();
  }

  /// An organization and all below it on a day, the highest first.
  public List<OrganizationRef> subtree(Scope scope, OrganizationRef top, LocalDate day) {
    return subtree(scope, top.path(), day);
  }

  private List<OrganizationRef> subtree(Scope scope, String top, LocalDate day) {
    return jdbc.sql(SUBTREE)
        .param("top", top)
        .param("day", day)
        .param("scope", scope.sql())
        .query(OrganizationRef.class)
        .list();
  }

  /// The organizations that ended before a day as they were last, and when that was.
  public Map<OrganizationRef, LocalDate> ended(Scope scope, LocalDate day) {
    RowMapper<OrganizationRef> organization = new DataClassRowMapper<>(OrganizationRef.class);
    Map<OrganizationRef, LocalDate> ended = new LinkedHashMap<>();
    jdbc.sql(ENDED)
        .param("day", day)
        .param("scope", scope.sql())
        .query(row -> {
          ended.put(
              Objects.requireNonNull(organization.mapRow(row, 0)),
              row.getObject("last", LocalDate.class));
        });
    return ended;
  }

  /// The cells of a period by name, to choose one; none where there are more than can be chosen
  /// from, so that one is searched by name instead.
  public List<OrganizationRef> cellsToChoose(Scope scope, ReportPeriod period) {
    List<OrganizationRef> cells =
        jdbc.sql(CELLS)
            .param("from", period.from())
            .param("to", period.to())
            .param("scope", scope.sql())
            .param("limit", CHOICES + 1)
            .query(OrganizationRef.class)
            .list();
    return cells.size() > CHOICES ? List.of() : cells;
  }

  /// What someone may see of a commune on a day: of the one that the unit lies in, else of their
  /// first; of an earlier day also of those that it came of. Empty when the unit is not within the
  /// scope, or when there is nothing on that day.
  ///
  /// @param unit the organization to narrow to, or null for all; one that was not there yet is told
  ///   by those that it came of
  public Optional<Reach> reach(Scope scope, LocalDate day, @Nullable UUID unit) {
    return remembered.answer(
        new ReachOf(scope, day, unit, today.date()), () -> reachOf(scope, day, unit));
  }

  private Optional<Reach> reachOf(Scope scope, LocalDate day, @Nullable UUID unit) {
    if (unit == null) {
      return day.isBefore(today.date())
          ? reachOfOne(scope, day)
          : firstWithCells(scope, day)
              .flatMap(of -> communeOf(scope, of, day))
              .map(top -> reach(scope, day, List.of(top), List.of()));
    }
    Optional<OrganizationRef> then = find(scope, unit, day);
    return then.isPresent()
        ? then.flatMap(of -> communeOf(scope, of, day))
            .map(top -> reach(scope, day, List.of(top), List.of(then.get().path())))
        : find(scope, unit, today.date()).flatMap(now -> reachOfPresent(scope, day, now));
  }

  /// All communes that the scope reaches where these are one today, else the first.
  private Optional<Reach> reachOfOne(Scope scope, LocalDate day) {
    List<Top> then = communesThen(scope, day);
    boolean one = then.stream().map(Top::heir).distinct().count() == 1;
    return Optional.of(reach(scope, day, one ? then : then.stream().limit(1).toList(), List.of()))
        .filter(found -> !found.units().isEmpty());
  }

  /// Empty for one that came of nothing that was there on the day.
  private Optional<Reach> reachOfPresent(Scope scope, LocalDate day, OrganizationRef now) {
    List<String> places = throughTime(now).stream().filter(scope::reaches).toList();
    return Optional.of(reach(scope, day, communesThen(new Scope(places), day), places))
        .filter(found -> !found.chosen().isEmpty());
  }

  private Reach reach(Scope scope, LocalDate day, List<Top> tops, List<String> narrowedTo) {
    List<OrganizationRef> units =
        tops.stream().flatMap(top -> subtree(scope, top.path(), day).stream()).toList();
    return new Reach(
        scope,
        day,
        tops.stream().map(Top::id).toList(),
        units,
        present(scope, day, tops, units),
        units.stream().filter(unit -> narrowedTo.contains(unit.path())).toList());
  }

  /// The organizations of today that came of those of an earlier day, and were not there yet.
  private List<OrganizationRef> present(
      Scope scope, LocalDate day, List<Top> tops, List<OrganizationRef> then) {
    if (!day.isBefore(today.date())) {
      return List.of();
    }
    Set<UUID> heirs =
        jdbc.sql(HEIRS)
            .param("units", then.stream().map(OrganizationRef::id).toArray(UUID[]::new))
            .param("today", today.date())
            .query(UUID.class)
            .set();
    if (then.stream().map(OrganizationRef::id).collect(Collectors.toSet()).containsAll(heirs)) {
      return List.of();
    }
    return without(
        then,
        tops.stream()
            .map(Top::heir)
            .distinct()
            .flatMap(heir -> find(scope, heir, today.date()).stream())
            .flatMap(now -> subtree(scope, now.path(), today.date()).stream())
            .filter(now -> heirs.contains(now.id()))
            .toList());
  }

  /// The commune that a unit lies in on a day, where the scope reaches it.
  public Optional<OrganizationRef> commune(Scope scope, OrganizationRef unit, LocalDate day) {
    return communeOf(scope, unit, day).flatMap(top -> find(scope, top.id(), day));
  }

  /// The communes that the scope reaches as a whole on a day, by name.
  public List<OrganizationRef> communes(Scope scope, LocalDate day) {
    return choices(scope, day).stream()
        .filter(choice -> choice.isCommune() && !choice.isAboveCommunes())
        .toList();
  }

  /// @param heir the commune that has its records today
  private record Top(UUID id, String path, UUID heir) {}

  private List<Top> communesThen(Scope scope, LocalDate day) {
    return jdbc.sql(COMMUNES_THEN)
        .param("day", day)
        .param("today", today.date())
        .param("scope", scope.sql())
        .query(Top.class)
        .list();
  }

  private Optional<Top> communeOf(Scope scope, OrganizationRef unit, LocalDate day) {
    return jdbc.sql(COMMUNE_OF)
        .param("unit", unit.id())
        .param("day", day)
        .param("today", today.date())
        .param("scope", scope.sql())
        .query(Top.class)
        .optional();
  }

  private Optional<OrganizationRef> firstWithCells(Scope scope, LocalDate day) {
    return choicesOf(scope, day).stream().filter(choice -> !choice.isAboveCommunes()).findFirst();
  }
}
