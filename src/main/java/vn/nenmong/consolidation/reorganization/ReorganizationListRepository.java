package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// The events there were, and what an event can be asked of.
@Repository
class ReorganizationListRepository {

  static final String EVENTS =
      """
      select r.id, r.kind, r.day, r.decision_number as number, r.decision_body as body, r.decided,
        r.note, r.account, r.change, r.commune_id as commune,
        array(select c from unnest(r.communes) c order by c) as communes,
        coalesce((
          select string_agg(distinct was.name, ', ')
          from jsonb_array_elements_text(r.event -> 'units') asked (unit)
          cross join lateral (
            select op.name from organization c
            join organization o on o.commune_id = c.id
            join organization_period op on op.organization_id = o.id
            where c.id = c.commune_id and c.code = split_part(asked.unit, '/', 1)
              and o.code = split_part(asked.unit, '/', case when asked.unit like '%/%' then 2 else 1 end)
              and (lower(op.period) is null or lower(op.period) < r.day)
            order by op.period desc
            limit 1) was), r.event ->> 'units', '') as units,
        coalesce((
          select string_agg(distinct coalesce(one ->> 'name', one ->> 'unit'), ', ')
          from jsonb_array_elements(r.event -> 'into') one), '') as into,
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
        op.name, op.kind, nlevel(op.path) as depth
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      order by nlevel(op.path), op.name collate vi, o.code
      """;

  static final String VILLAGES =
      """
      select v.id, c.code || '/' || v.code as code, p.name, 'village' as kind, 0 as depth
      from village_period p
      join village v on v.id = p.village_id
      join organization c on c.id = v.commune_id
      join organization_period op on op.organization_id = coalesce(p.cell_id, p.commune_id)
        and op.period @> cast(:day as date)
      where p.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      order by p.name collate vi, v.code
      """;

  /// Accounts of an office in the units, whose holders may need the same in what comes of them.
  @Unscoped("asked of units that were found in the scope")
  static final String ACCOUNTS =
      """
      select distinct a.username
      from access_grant g
      join account a on a.id = g.account_id
      join organization_period op on op.path = g.path
      where op.organization_id = any(:units) and g.person_id is null
        and (upper_inf(g.valid) or upper(g.valid) > cast(:day as date))
      order by a.username
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

  /// @param day before the event
  Choices choices(Scope scope, ReorganizationForm form, LocalDate day) {
    List<Choices.Choice> all =
        jdbc.sql(form.kind().isOfVillages() ? VILLAGES : UNITS)
            .param("day", day)
            .param("scope", scope.sql())
            .query(Choices.Choice.class)
            .list();
    List<UUID> chosen =
        all.stream()
            .filter(choice -> form.units().contains(choice.code()))
            .map(Choices.Choice::id)
            .toList();
    boolean one = chosen.size() == 1;
    boolean split =
        form.kind() == Reorganization.Kind.SPLIT
            || form.kind() == Reorganization.Kind.SPLIT_VILLAGE;
    boolean ofUnits = !form.kind().isOfVillages();
    boolean ends =
        form.kind() == Reorganization.Kind.MERGE
            || form.kind() == Reorganization.Kind.DISSOLVE
            || split;
    return new Choices(
        all,
        split && one && ofUnits ? units.villages(scope, chosen.getFirst(), day) : List.of(),
        split && one ? units.members(chosen.getFirst(), day) : List.of(),
        split && one && ofUnits ? units.below(scope, chosen.getFirst(), day) : List.of(),
        ends && ofUnits
            ? chosen.stream().flatMap(unit -> units.officers(unit, day).stream()).toList()
            : List.of(),
        ends && ofUnits ? accounts(chosen, day) : List.of());
  }

  private List<String> accounts(List<UUID> chosen, LocalDate day) {
    return Stream.of(chosen)
        .filter(list -> !list.isEmpty())
        .flatMap(list ->
            jdbc
                .sql(ACCOUNTS)
                .param("units", list.toArray(UUID[]::new))
                .param("day", day)
                .query(String.class)
                .list()
                .stream())
        .toList();
  }
}
