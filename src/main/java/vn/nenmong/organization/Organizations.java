package vn.nenmong.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.time.ReportPeriod;

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

  static final String BY_ID =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization o
      join organization c on c.id = o.commune_id
      join organization_period op on op.organization_id = o.id and op.period @> cast(:day as date)
      where o.id = :id and op.path <@ any(cast(:scope as ltree[]))
      """;

  static final String TOPS =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and not exists (
          select from organization_period above
          where above.organization_id = op.parent_id
            and above.period @> cast(:day as date)
            and above.path <@ any(cast(:scope as ltree[])))
      order by op.name collate vi
      """;

  /// The tops, and every commune below them.
  static final String CHOICES_OF_SCOPE =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (o.id = o.commune_id or not exists (
          select from organization_period above
          where above.organization_id = op.parent_id
            and above.period @> cast(:day as date)
            and above.path <@ any(cast(:scope as ltree[]))))
      order by op.kind not in ('province', 'district'), op.name collate vi, o.code
      """;

  static final String SUBTREE =
      """
      select o.id, o.commune_id, c.code as commune_code, o.code, op.name, op.kind, op.path::text as path
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period @> cast(:day as date)
        and op.path <@ cast(:top as ltree)
        and op.path <@ any(cast(:scope as ltree[]))
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
      select o.id, op.path::text as path
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

  @Unscoped("asked of an organization that was found in the scope")
  static final String THROUGH_TIME =
      "select cast(place as text) from through_time(array[cast(:path as ltree)]) place";

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

  private final JdbcClient jdbc;

  Organizations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The organization of a code as it was on a day: `NATONG` for a root, `NATONG/CB01` for others.
  public Optional<OrganizationRef> find(Scope scope, String fullCode, LocalDate day) {
    int slash = fullCode.indexOf('/');
    return jdbc.sql(BY_CODE)
        .param("commune", slash < 0 ? fullCode : fullCode.substring(0, slash))
        .param("code", fullCode.substring(slash + 1))
        .param("day", day)
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
    return jdbc.sql(CHOICES_OF_SCOPE)
        .param("day", day)
        .param("scope", scope.sql())
        .query(OrganizationRef.class)
        .list();
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
  /// first. Empty when the unit is not within the scope, or when there is nothing on that day.
  ///
  /// @param unit the organization to narrow to, or null for all
  public Optional<Reach> reach(Scope scope, LocalDate day, @Nullable UUID unit) {
    Optional<OrganizationRef> chosen =
        Optional.ofNullable(unit).flatMap(id -> find(scope, id, day));
    return (unit == null ? firstWithCells(scope, day) : chosen)
        .flatMap(of -> communeOf(scope, of, day))
        .map(top -> new Reach(scope, day, top.id(), subtree(scope, top.path(), day), chosen));
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

  private record Top(UUID id, String path) {}

  private Optional<Top> communeOf(Scope scope, OrganizationRef unit, LocalDate day) {
    return jdbc.sql(COMMUNE_OF)
        .param("unit", unit.id())
        .param("day", day)
        .param("scope", scope.sql())
        .query(Top.class)
        .optional();
  }

  private Optional<OrganizationRef> firstWithCells(Scope scope, LocalDate day) {
    return choices(scope, day).stream().filter(choice -> !choice.isAboveCommunes()).findFirst();
  }
}
