package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// The events there were, and what an event can be asked of.
@Repository
class ReorganizationListRepository {

  /// Units and villages by the names that they had before an event, or get by it; where two have
  /// the same, with their codes and the communes that gave these. Of what is asked for by number,
  /// code and name.
  private static final String NAMES_FRAGMENT =
      """
      select asked.n,
        coalesce(asked.name, was.name, asked.code)
          || case when count(*) over (partition by coalesce(asked.name, was.name, asked.code)) > 1
            then ' (' || concat_ws(', ', asked.code, was.commune) || ')' else '' end as told
      from (%s) asked
      left join lateral (
        select known.name,
          (select home.name from organization_period home
            where home.organization_id = c.id and c.id <> known.id
            order by home.period desc limit 1) as commune
        from organization c
        cross join lateral (
          select op.name, op.period, o.id
          from organization o
          join organization_period op on op.organization_id = o.id
          where o.commune_id = c.id and o.code = split_part('/' || asked.code, '/', -1)
            and r.kind not like '%%village%%'
          union all
          select p.name, p.period, v.id
          from village v
          join village_period p on p.village_id = v.id
          where v.commune_id = c.id and v.code = split_part(asked.code, '/', -1)
            and r.kind like '%%village%%') known
        where c.id = c.commune_id and c.code = split_part(asked.code, '/', 1)
          and (lower(known.period) is null or lower(known.period) <= r.day)
        order by coalesce(lower(known.period) = r.day, false), known.period desc
        limit 1) was on true
      """;

  static final String EVENTS =
      """
      select r.id, r.kind, r.day, r.decision_number as number, r.decision_body as body, r.decided,
        r.note, r.account, r.change, r.commune_id as commune,
        (select p.id from plan_run p where p.change = r.change) as plan,
        array(select c from unnest(r.communes) c order by c) as communes,
        (select string_agg(told, ', ' order by n) from (
      """
          + NAMES_FRAGMENT.formatted(
              """
              select n, code, null as name
              from jsonb_array_elements_text(r.event -> 'units') with ordinality asked (code, n)
              """)
          + """
            ) named) as units,
          (select string_agg(told, ', ' order by n) from (
          """
          + NAMES_FRAGMENT.formatted(
              """
              select n, coalesce(one ->> 'unit', one ->> 'code') as code, one ->> 'name' as name
              from jsonb_array_elements(r.event -> 'into') with ordinality asked (one, n)
              """)
          + """
              ) named) as into,
            not exists (
              select from unnest(r.communes) commune
              where not exists (
                select from organization_period op
                where op.organization_id = commune and op.path <@ any(cast(:scope as ltree[]))))
              as whole
          from reorganization r
          where (cast(:id as uuid) is null or r.id = :id) and exists (
            select from organization_period op
            where op.organization_id = any(r.communes) and op.path <@ any(cast(:scope as ltree[])))
          order by r.day desc, r.at desc
          """;

  @Unscoped("asked of an event that was found in the scope")
  static final String CORRECTIONS =
      """
      select a.change, a.at, a.account, a.detail ->> 'reason' as reason
      from audit_line a
      where a.subject = 'reorganization' and a.action = 'correct' and a.subject_id = :event
        and not exists (select from undone_change u where u.change = a.change)
      order by a.id desc
      """;

  static final String FILE =
      """
      select jsonb_pretty(r.event)
      from reorganization r
      where r.id = :id and not exists (
        select from unnest(r.communes) commune
        where not exists (
          select from organization_period op
          where op.organization_id = commune and op.path <@ any(cast(:scope as ltree[]))))
      """;

  static final String UNITS =
      """
      select o.id, case when o.id = c.id then o.code else c.code || '/' || o.code end as code,
        op.name, op.kind, nlevel(op.path) as depth,
        op.parent_id as parent,
        (select home.name from organization_period home
          where home.organization_id = c.id and c.id <> o.id
          order by home.period desc limit 1) as commune
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      order by nlevel(op.path), op.name collate vi, o.code
      """;

  static final String VILLAGES =
      """
      select v.id, c.code || '/' || v.code as code, p.name, 'village' as kind, 0 as depth,
        cast(null as uuid) as parent,
        (select home.name from organization_period home
          where home.organization_id = c.id and c.id <> v.id
          order by home.period desc limit 1) as commune
      from village_period p
      join village v on v.id = p.village_id
      join organization c on c.id = v.commune_id
      join organization_period op on op.organization_id = coalesce(p.cell_id, p.commune_id)
        and op.period @> cast(:day as date)
      where p.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      order by p.name collate vi, v.code
      """;

  @Unscoped("asked of villages that were found in the scope")
  static final String LEADING =
      """
      select distinct cell_id from village_period
      where village_id = any(:villages) and period @> cast(:day as date) and cell_id is not null
      """;

  private final JdbcClient jdbc;
  private final ReorganizationRepository units;

  ReorganizationListRepository(JdbcClient jdbc, ReorganizationRepository units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  List<Event> all(Scope scope) {
    return events(scope, null);
  }

  Optional<Event> find(Scope scope, UUID id) {
    return events(scope, id).stream().findFirst();
  }

  private List<Event> events(Scope scope, @Nullable UUID id) {
    return jdbc.sql(EVENTS)
        .param("scope", scope.sql())
        .param("id", id)
        .query((row, n) ->
            new Event(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("day", LocalDate.class),
                row.getString("number"),
                row.getString("body"),
                row.getObject("decided", LocalDate.class),
                row.getString("note"),
                row.getString("units"),
                row.getString("into"),
                row.getString("account"),
                row.getObject("change", UUID.class),
                row.getObject("plan", UUID.class),
                row.getObject("commune", UUID.class),
                List.of((UUID[]) row.getArray("communes").getArray()),
                row.getBoolean("whole")))
        .list();
  }

  /// Those that hold, the latest first.
  List<Event.Correction> corrections(UUID event) {
    return jdbc.sql(CORRECTIONS).param("event", event).query(Event.Correction.class).list();
  }

  Optional<String> file(Scope scope, UUID id) {
    return jdbc.sql(FILE)
        .param("id", id)
        .param("scope", scope.sql())
        .query(String.class)
        .optional();
  }

  /// @param day the first of the event
  Choices choices(Scope scope, ReorganizationForm form, LocalDate day) {
    List<Choices.Choice> all = choices(form.kind().isOfVillages() ? VILLAGES : UNITS, scope, day);
    List<UUID> chosen =
        all.stream()
            .filter(choice -> form.units().contains(choice.code()))
            .map(Choices.Choice::id)
            .toList();
    boolean founded = form.kind() == Reorganization.Kind.FOUND;
    boolean split =
        form.kind() == Reorganization.Kind.SPLIT
            || form.kind() == Reorganization.Kind.SPLIT_VILLAGE;
    boolean ofUnits = !form.kind().isOfVillages();
    boolean ends =
        form.kind() == Reorganization.Kind.MERGE
            || form.kind() == Reorganization.Kind.DISSOLVE
            || split;
    List<UUID> givers = founded || (split && chosen.size() == 1) ? chosen : List.of();
    return new Choices(
        all,
        all.stream()
            .filter(choice -> givers.contains(choice.id()))
            .map(choice ->
                new Choices.Giver(
                    choice.name(),
                    ofUnits ? units.villages(scope, choice.id(), day) : List.of(),
                    units.members(choice.id(), day)))
            .toList(),
        ofUnits && split ? each(givers, unit -> units.below(scope, unit, day)) : List.of(),
        ends && ofUnits ? holders(all, chosen, day) : List.of(),
        ends && ofUnits ? accounts(scope, chosen, day) : List.of(),
        form.kind() == Reorganization.Kind.MERGE_VILLAGES
            ? leading(scope, chosen, day)
            : List.of());
  }

  private List<Choices.Choice> choices(String sql, Scope scope, LocalDate day) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("scope", scope.sql())
        .query(Choices.Choice.class)
        .list();
  }

  private List<Choices.Choice> leading(Scope scope, List<UUID> villages, LocalDate day) {
    Set<UUID> cells =
        jdbc.sql(LEADING)
            .param("villages", villages.toArray(UUID[]::new))
            .param("day", day)
            .query(UUID.class)
            .set();
    return choices(UNITS, scope, day).stream().filter(unit -> cells.contains(unit.id())).toList();
  }

  private List<Choices.Holder> holders(List<Choices.Choice> all, List<UUID> chosen, LocalDate day) {
    return all.stream()
        .filter(choice -> chosen.contains(choice.id()))
        .flatMap(choice ->
            units.officers(choice.id(), day).stream()
                .map(officer -> new Choices.Holder(choice.name(), officer)))
        .toList();
  }

  private static <T> List<T> each(List<UUID> of, Function<UUID, List<T>> read) {
    return of.stream().flatMap(unit -> read.apply(unit).stream()).toList();
  }

  /// Whose holders may need the same in what comes of the units.
  private List<Unit.Access> accounts(Scope scope, List<UUID> chosen, LocalDate day) {
    Map<String, Unit.Access> byName = new LinkedHashMap<>();
    units
        .accesses(scope, chosen, day)
        .forEach(access -> byName.putIfAbsent(access.username(), access));
    return List.copyOf(byName.values());
  }
}
