package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// Reads what an event finds.
@Repository
class ReorganizationRepository {

  static final String UNIT =
      """
      select o.id, o.commune_id as commune,
        case when o.id = c.id then o.code else c.code || '/' || o.code end as code,
        op.name, op.kind, op.parent_id as parent, op.path::text as path, op.superior,
        upper(op.period) is not null or exists (
          select from succession s where s.predecessor_id = o.id and s.heir) as later,
        coalesce(lower(o.life) = cast(:day as date), false) as fresh
      from organization c
      join organization o on o.commune_id = c.id and o.code = :code
      join organization_period op on op.organization_id = o.id and op.period @> cast(:day as date)
      where c.id = c.commune_id and c.code = :commune and op.path <@ any(cast(:scope as ltree[]))
      """;

  static final String BY_ID =
      """
      select o.id, o.commune_id as commune,
        case when o.id = c.id then o.code else c.code || '/' || o.code end as code,
        op.name, op.kind, op.parent_id as parent, op.path::text as path, op.superior,
        upper(op.period) is not null as later,
        coalesce(lower(o.life) = cast(:day as date), false) as fresh
      from organization o
      join organization c on c.id = o.commune_id
      join organization_period op on op.organization_id = o.id and op.period @> cast(:day as date)
      where o.id = :id and op.path <@ any(cast(:scope as ltree[]))
      """;

  @Unscoped("asked of a person who was found in the scope")
  static final String CELL_OF =
      """
      select cell_id from member_state where person_id = :person and period @> cast(:day as date)
      """;

  @Unscoped("gives in whose records units and villages stand")
  static final String COMMUNES =
      """
      select commune_id from organization where id = any(:units)
      union
      select commune_id from village where id = any(:units)
      order by 1
      """;

  static final String BELOW =
      """
      select o.id, o.commune_id as commune,
        case when o.id = c.id then o.code else c.code || '/' || o.code end as code,
        op.name, op.kind, op.parent_id as parent, op.path::text as path, op.superior,
        upper(op.period) is not null as later,
        coalesce(lower(o.life) = cast(:day as date), false) as fresh
      from organization_period op
      join organization o on o.id = op.organization_id
      join organization c on c.id = o.commune_id
      where op.parent_id = :unit and op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by o.code collate vi
      """;

  static final String VILLAGE =
      """
      select v.id, v.commune_id as commune, p.commune_id as top, c.code || '/' || v.code as code,
        p.name, p.cell_id as cell, p.meeting_form as form,
        coalesce(lower(v.life) = cast(:day as date), false) as fresh
      from organization c
      join village v on v.commune_id = c.id and v.code = :code
      join village_period p on p.village_id = v.id and p.period @> cast(:day as date)
      join organization_period op on op.organization_id = coalesce(p.cell_id, p.commune_id)
        and op.period @> cast(:day as date)
      where c.id = c.commune_id and c.code = :commune and op.path <@ any(cast(:scope as ltree[]))
      """;

  /// Those that a cell leads, or that lie in a commune.
  static final String VILLAGES =
      """
      select v.id, v.commune_id as commune, p.commune_id as top, c.code || '/' || v.code as code,
        p.name, p.cell_id as cell, p.meeting_form as form,
        coalesce(lower(v.life) = cast(:day as date), false) as fresh
      from village_period p
      join village v on v.id = p.village_id
      join organization c on c.id = v.commune_id
      join organization_period op on op.organization_id = coalesce(p.cell_id, p.commune_id)
        and op.period @> cast(:day as date)
      where (p.cell_id = :unit or p.commune_id = :unit) and p.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      order by v.code collate vi
      """;

  @Unscoped("asked of a unit or village that was found in the scope")
  static final String MEMBERS =
      """
      select p.id, p.name, m.card_number as card, s.village_id as village,
        s.standing = 'official' as official
      from member_state s
      join person p on p.id = s.person_id
      join membership m on m.person_id = s.person_id and m.period @> cast(:day as date)
      where (s.cell_id = :unit or s.village_id = :unit) and s.period @> cast(:day as date)
      order by p.given_name, p.other_names, p.id
      """;

  /// The grassroots organization that a unit is or lies in.
  static final String GRASSROOTS =
      """
      select op.organization_id
      from organization_period unit
      join organization_period op on op.path @> unit.path and op.period @> cast(:day as date)
      where unit.organization_id = :unit and unit.period @> cast(:day as date)
        and op.kind in ('grassroots_committee', 'grassroots_cell')
        and op.path <@ any(cast(:scope as ltree[]))
      order by nlevel(op.path) desc
      limit 1
      """;

  @Unscoped("asked of a unit that was found in the scope")
  static final String STRENGTH =
      """
      select count(*) as members, count(*) filter (where s.standing = 'official') as official
      from organization_period op
      join member_state s on s.cell_id = op.organization_id and s.period @> cast(:day as date)
      where op.path <@ cast(:path as ltree) and op.period @> cast(:day as date)
      """;

  @Unscoped("asked of a unit that was found in the scope")
  static final String CANDIDATES =
      """
      select p.id, p.name, c.village_id as village
      from candidate c
      join person p on p.id = c.person_id
      where c.cell_id = :unit and c.listed @> cast(:day as date)
      order by p.given_name, p.other_names, p.id
      """;

  @Unscoped("asked of a unit that was found in the scope")
  static final String OFFICERS =
      """
      select p.id as person, p.name, h.title, h.role
      from office_held h
      join person p on p.id = h.person_id
      where h.organization_id = :unit and h.period @> cast(:day as date)
      order by array_position(array['secretary', 'standing_deputy_secretary', 'deputy_secretary',
        'standing_board_member', 'committee_member', 'other'], h.role), p.given_name, p.other_names
      """;

  @Unscoped("asked of a unit that was found in the scope")
  static final String CHARGES =
      """
      select p.id as person, p.name, op.name as title, '' as role
      from charge c
      join person p on p.id = c.person_id
      join organization_period op on op.organization_id = c.cell_id and op.period @> cast(:day as date)
      where op.path <@ cast(:path as ltree) and c.period @> cast(:day as date)
      order by op.name collate vi, p.given_name, p.other_names
      """;

  /// What is still to do in a cell, and when it is still to meet.
  @Unscoped("asked of a unit that was found in the scope")
  static final String AHEAD =
      """
      select
        (select count(*) from cell_task where cell_id = :unit and done_on is null) as tasks,
        (select count(*) from cell_meeting m
          where m.cell_id = :unit and m.state in ('planned', 'prepared')
            and coalesce(
              (select cast(f.value #>> '{}' as date) from meeting_field f
                where f.meeting_id = m.id and f.name = 'plannedOn'),
              cast(m.month + interval '1 month' as date) - 1) >= cast(:day as date)) as meetings
      """;

  /// What was done in a unit on a day or later: it could not be if the unit had ended by then. What
  /// was to begin on that day is told with what ends.
  @Unscoped("asked of a unit that was found in the scope")
  static final String DONE_LATER =
      """
      select
        (select count(*) from meeting where cell_id = :unit and held_on >= cast(:day as date))
        + (select count(*) from resolution
            where organization_id = :unit and issued_on >= cast(:day as date))
        + (select count(*) from study_session
            where organization_id = :unit and held_on >= cast(:day as date))
        + (select count(*) from office_held
            where organization_id = :unit and lower(period) > cast(:day as date))
        + (select count(*) from charge where cell_id = :unit and lower(period) > cast(:day as date))
        + (select count(*) from working_regulation
            where organization_id = :unit and lower(period) > cast(:day as date))
        + (select count(*) from cell_visit where cell_id = :unit and day >= cast(:day as date))
      """;

  /// Accounts with a part in some units that ends later or never, of those within the scope.
  static final String ACCESSES =
      """
      select distinct a.username, a.display_name, part.unit
      from access_grant g
      join account a on a.id = g.account_id
      cross join lateral (
        select cast(cast(subpath(g.path, -1) as text) as uuid) as unit where g.path <> '') part
      where part.unit = any(:units) and g.person_id is null and not isempty(g.valid)
        and (upper_inf(g.valid) or upper(g.valid) > cast(:day as date))
        and g.path <@ any(cast(:scope as ltree[]))
      order by a.username
      """;

  @Unscoped("asked of people who were found in the scope")
  static final String NAME = "select name from person where id = :person";

  @Unscoped("asked of a village that was found in the scope")
  static final String POSTS =
      """
      select p.id as person, p.name, v.title, v.role
      from village_post v
      join person p on p.id = v.person_id
      where v.village_id = :unit and v.period @> cast(:day as date)
      order by v.title collate vi, p.given_name, p.other_names
      """;

  static final String PERSON =
      """
      select p.id
      from person p
      join membership m on m.person_id = p.id and m.period @> cast(:day as date)
      join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      join organization records on records.id = m.commune_id
      where (m.card_number = :wanted or records.code || '/' || m.card_number = :wanted
          or p.id::text = :wanted)
        and op.path <@ any(cast(:scope as ltree[]))
      """;

  @Unscoped("says only whether a code is free")
  static final String IS_TAKEN =
      """
      select exists (
        select from organization where code = :code and (commune_id = :commune
          or (cast(:commune as uuid) is null and id = commune_id)))
      """;

  @Unscoped("says only whether a code is free")
  static final String IS_VILLAGE_TAKEN =
      "select exists (select from village where code = :code and commune_id = :commune)";

  private final JdbcClient jdbc;

  ReorganizationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param day the first of the event
  Optional<Unit> unit(Scope scope, String fullCode, LocalDate day) {
    return byCode(UNIT, scope, fullCode, day).query(Unit.class).optional();
  }

  Optional<Unit> byId(Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(BY_ID)
        .param("id", id)
        .param("day", day)
        .param("scope", scope.sql())
        .query(Unit.class)
        .optional();
  }

  UUID cellOf(UUID person, LocalDate day) {
    return jdbc.sql(CELL_OF).param("person", person).param("day", day).query(UUID.class).single();
  }

  List<UUID> communes(Collection<UUID> unitsOrVillages) {
    return jdbc.sql(COMMUNES)
        .param("units", unitsOrVillages.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  Optional<Unit.Village> village(Scope scope, String fullCode, LocalDate day) {
    return byCode(VILLAGE, scope, fullCode, day).query(Unit.Village.class).optional();
  }

  private JdbcClient.StatementSpec byCode(String sql, Scope scope, String fullCode, LocalDate day) {
    int slash = fullCode.indexOf('/');
    return jdbc.sql(sql)
        .param("commune", slash < 0 ? fullCode : fullCode.substring(0, slash))
        .param("code", fullCode.substring(slash + 1))
        .param("day", day)
        .param("scope", scope.sql());
  }

  List<Unit> below(Scope scope, UUID unit, LocalDate day) {
    return of(BELOW, unit, day).param("scope", scope.sql()).query(Unit.class).list();
  }

  List<Unit.Village> villages(Scope scope, UUID unit, LocalDate day) {
    return of(VILLAGES, unit, day).param("scope", scope.sql()).query(Unit.Village.class).list();
  }

  /// Of a cell, or of a village.
  List<Unit.Member> members(UUID unit, LocalDate day) {
    return of(MEMBERS, unit, day).query(Unit.Member.class).list();
  }

  Optional<UUID> grassrootsOf(Scope scope, UUID unit, LocalDate day) {
    return of(GRASSROOTS, unit, day).param("scope", scope.sql()).query(UUID.class).optional();
  }

  /// Of a unit and all below it.
  Unit.Strength strength(String path, LocalDate day) {
    return jdbc.sql(STRENGTH)
        .param("path", path)
        .param("day", day)
        .query(Unit.Strength.class)
        .single();
  }

  List<Unit.Candidate> candidates(UUID unit, LocalDate day) {
    return of(CANDIDATES, unit, day).query(Unit.Candidate.class).list();
  }

  List<Unit.Officer> officers(UUID unit, LocalDate day) {
    return of(OFFICERS, unit, day).query(Unit.Officer.class).list();
  }

  /// Who holds a post of a village.
  List<Unit.Officer> posts(UUID village, LocalDate day) {
    return of(POSTS, village, day).query(Unit.Officer.class).list();
  }

  String nameOf(UUID person) {
    return jdbc.sql(NAME).param("person", person).query(String.class).single();
  }

  List<Unit.Access> accesses(Scope scope, Collection<UUID> inUnits, LocalDate day) {
    return jdbc.sql(ACCESSES)
        .param("units", inUnits.toArray(UUID[]::new))
        .param("day", day)
        .param("scope", scope.sql())
        .query(Unit.Access.class)
        .list();
  }

  /// Who is in charge of a unit, and of those below it.
  List<Unit.Officer> charges(String path, LocalDate day) {
    return jdbc.sql(CHARGES).param("path", path).param("day", day).query(Unit.Officer.class).list();
  }

  Unit.Ahead ahead(UUID unit, LocalDate day) {
    return of(AHEAD, unit, day).query(Unit.Ahead.class).single();
  }

  int doneLater(UUID unit, LocalDate day) {
    return of(DONE_LATER, unit, day).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec of(String sql, UUID unit, LocalDate day) {
    return jdbc.sql(sql).param("unit", unit).param("day", day);
  }

  /// A member by card number or id.
  Optional<UUID> person(Scope scope, String wanted, LocalDate day) {
    List<UUID> found =
        jdbc.sql(PERSON)
            .param("wanted", wanted)
            .param("day", day)
            .param("scope", scope.sql())
            .query(UUID.class)
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// @param commune null for a commune's own code
  boolean isTaken(@Nullable UUID commune, String code) {
    return jdbc.sql(IS_TAKEN)
        .param("commune", commune)
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  boolean isVillageTaken(UUID commune, String code) {
    return jdbc.sql(IS_VILLAGE_TAKEN)
        .param("commune", commune)
        .param("code", code)
        .query(Boolean.class)
        .single();
  }
}
