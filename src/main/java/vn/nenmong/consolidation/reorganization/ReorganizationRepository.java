package vn.nenmong.consolidation.reorganization;

import java.sql.Timestamp;
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

/// Reads what an event finds, and writes what it does.
@Repository
class ReorganizationRepository {

  static final String UNIT =
      """
      select o.id, o.commune_id as commune,
        case when o.id = c.id then o.code else c.code || '/' || o.code end as code,
        op.name, op.kind, op.parent_id as parent, op.path::text as path, op.superior,
        upper(op.period) is not null or exists (
          select from succession s where s.predecessor_id = o.id and s.heir) as later
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
        upper(op.period) is not null as later
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
        upper(op.period) is not null as later
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
        p.name, p.cell_id as cell
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
        p.name, p.cell_id as cell
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

  /// What was done in a unit on a day or later: it could not be if the unit had ended by then.
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
            where organization_id = :unit and lower(period) >= cast(:day as date))
        + (select count(*) from charge where cell_id = :unit and lower(period) >= cast(:day as date))
      """;

  static final String PERSON =
      """
      select p.id
      from person p
      join membership m on m.person_id = p.id and m.period @> cast(:day as date)
      join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      join organization_period op on op.organization_id = s.cell_id and op.period @> cast(:day as date)
      where (m.card_number = :wanted or p.id::text = :wanted)
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

  /// @param day before the event
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

  List<Unit.Candidate> candidates(UUID unit, LocalDate day) {
    return of(CANDIDATES, unit, day).query(Unit.Candidate.class).list();
  }

  List<Unit.Officer> officers(UUID unit, LocalDate day) {
    return of(OFFICERS, unit, day).query(Unit.Officer.class).list();
  }

  /// Who is in charge of a unit, and of those below it.
  List<Unit.Officer> charges(String path, LocalDate day) {
    return jdbc.sql(CHARGES).param("path", path).param("day", day).query(Unit.Officer.class).list();
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

  // Writing.

  static final String SEE =
      """
      select set_config('nenmong.communes',
        concat_ws(',', nullif(current_setting('nenmong.communes', true), ''), cast(:commune as text)),
        true)
      """;

  static final String FOUND =
      """
      insert into organization (id, commune_id, code, founded, founding_decision, life)
      values (:id, :commune, :code, cast(cast(:day as date) as text), :decision,
        daterange(cast(:day as date), null))
      """;

  static final String FOUND_PLACE =
      """
      insert into organization_period (
        organization_id, period, commune_id, name, kind, parent_id, path, superior)
      values (:id, daterange(cast(:day as date), null), :commune, :name, :kind, cast(:parent as uuid),
        cast(replace(cast(:id as text), '-', '') as ltree), :superior)
      """;

  static final String FOUND_VILLAGE =
      """
      insert into village (id, commune_id, code, life)
      values (:id, :commune, :code, daterange(cast(:day as date), null))
      """;

  static final String FOUND_VILLAGE_PLACE =
      """
      insert into village_period (
        village_id, period, commune_id, name, cell_id, meeting_form, distance_km, border)
      select :id, daterange(cast(:day as date), null), :top, :name, cast(:cell as uuid),
        p.meeting_form, p.distance_km, p.border
      from village_period p
      where p.village_id = :like and p.period @> cast(:day as date) - 1
      """;

  static final String CUT = "select cast(cut_places(:units, cast(:day as date)) as text)";

  static final String PLACE = "select cast(place_anew(:unit, cast(:day as date)) as text)";

  static final String CHANGE =
      """
      update organization_period
      set name = coalesce(:name, name), kind = coalesce(:kind, kind),
        parent_id = coalesce(cast(:parent as uuid), parent_id),
        superior = case when cast(:parent as uuid) is null then coalesce(:superior, superior) end
      where organization_id = :unit and period @> cast(:day as date)
      """;

  static final String CARRY =
      """
      select carry_rows(:table, :column, :period, :from, :to, cast(:day as date), :among, :chosen)
      """;

  static final String END_ROWS =
      "select end_rows(:table, :column, :period, :units, cast(:day as date))";

  static final String END_OFFICES =
      """
      update office_held
      set until = cast(cast(:day as date) - 1 as text), period = daterange(lower(period), cast(:day as date))
      where organization_id = any(:units) and period @> cast(:day as date)
      """;

  static final String END_CHARGES_BELOW =
      """
      update charge c set period = daterange(lower(c.period), cast(:day as date))
      from organization_period op
      where op.organization_id = c.cell_id and op.period @> cast(:day as date) - 1
        and op.path ~ cast(:below as lquery) and c.period @> cast(:day as date)
        and (lower(c.period) is null or lower(c.period) < cast(:day as date))
      """;

  static final String END_PLACE =
      """
      update organization_period set period = daterange(lower(period), cast(:day as date))
      where organization_id = any(:units) and period @> cast(:day as date)
      """;

  static final String END =
      """
      update organization
      set ended = cast(cast(:day as date) - 1 as text), life = daterange(lower(life), cast(:day as date))
      where id = any(:units)
      """;

  static final String CUT_VILLAGE =
      """
      select carry_rows('village_period', 'village_id', 'period', :village, :village, cast(:day as date))
      """;

  static final String CHANGE_VILLAGE =
      """
      update village_period set name = :name
      where village_id = :village and period @> cast(:day as date)
      """;

  static final String END_VILLAGE_PLACE =
      """
      update village_period set period = daterange(lower(period), cast(:day as date))
      where village_id = any(:units) and period @> cast(:day as date)
      """;

  static final String END_VILLAGE =
      """
      update village set life = daterange(lower(life), cast(:day as date)) where id = any(:units)
      """;

  static final String OFFICE =
      """
      insert into office_held (commune_id, person_id, organization_id, title, role, since, period)
      select o.commune_id, :person, o.id, :title, :role, cast(cast(:day as date) as text),
        daterange(cast(:day as date), null)
      from organization o
      where o.id = :unit
      """;

  static final String RECORD =
      """
      insert into reorganization (commune_id, kind, day, decision_number, decision_body, decided,
        note, event, account, at)
      values (:commune, :kind, :day, :number, :body, :decided, :note, cast(:event as jsonb), :account,
        :at)
      returning id
      """;

  static final String LINK =
      """
      insert into succession (reorganization_id, commune_id, predecessor_id, successor_id, day, heir)
      select :event, commune_id, :from, :to, :day, :heir from organization where id = :to
      """;

  static final String LINK_VILLAGE =
      """
      insert into village_succession (
        reorganization_id, commune_id, predecessor_id, successor_id, day, heir)
      select :event, commune_id, :from, :to, :day, :heir from village where id = :to
      """;

  /// The same roles in the heir of a unit that ended.
  static final String CARRY_GRANTS =
      """
      insert into access_grant (account_id, role, path, valid)
      select distinct g.account_id, g.role, heir.path, daterange(cast(:today as date), null)
      from access_grant g
      join account a on a.id = g.account_id
      join organization_period heir
        on heir.organization_id = :heir and heir.period @> cast(:day as date)
      where a.username = any(:accounts) and g.person_id is null
        and (g.valid @> cast(:today as date))
        and g.path = any(
          select op.path from organization_period op where op.organization_id = :unit)
        and not exists (
          select from access_grant has
          where has.account_id = g.account_id and has.role = g.role and has.path = heir.path)
      """;

  /// Villages whose cell lies in another commune than they do.
  @Unscoped("follows from what was written of units that were found in the scope")
  static final String MISPLACED =
      """
      select v.village_id as village, v.commune_id as from_top, top.id as to_top
      from village_period v
      join organization_period cell
        on cell.organization_id = v.cell_id and cell.period @> cast(:day as date)
      cross join lateral (
        select o.id
        from organization_period op
        join organization o on o.id = op.organization_id and o.id = o.commune_id
        where op.path @> cell.path and op.period @> cast(:day as date)
          and op.kind not in ('province', 'district')
        order by nlevel(op.path) desc
        limit 1) top
      where v.period @> cast(:day as date) and v.commune_id <> top.id
        and cell.path ~ any(cast(:below as lquery[]))
      """;

  record Misplaced(UUID village, UUID fromTop, UUID toTop) {}

  /// @param units below which cells were moved
  List<Misplaced> misplaced(Collection<UUID> units, LocalDate day) {
    return jdbc.sql(MISPLACED)
        .param("day", day)
        .param(
            "below",
            units.stream()
                .map(unit -> "*." + unit.toString().replace("-", "") + ".*")
                .toArray(String[]::new))
        .query(Misplaced.class)
        .list();
  }

  void see(UUID commune) {
    jdbc.sql(SEE).param("commune", commune).query((row, n) -> "").list();
  }

  void defer() {
    jdbc.sql("set constraints all deferred").update();
  }

  void found(Plan.Found unit, LocalDate day, String decision) {
    jdbc.sql(FOUND)
        .param("id", unit.id())
        .param("commune", unit.commune())
        .param("code", unit.as().code())
        .param("day", day)
        .param("decision", decision)
        .update();
    jdbc.sql(FOUND_PLACE)
        .param("id", unit.id())
        .param("commune", unit.commune())
        .param("day", day)
        .param("name", unit.as().name())
        .param("kind", unit.as().kind())
        .param("parent", unit.parent())
        .param("superior", unit.parent() == null ? unit.as().superior() : null)
        .update();
    place(unit.id(), day);
  }

  void found(Plan.FoundVillage village, LocalDate day) {
    jdbc.sql(FOUND_VILLAGE)
        .param("id", village.id())
        .param("commune", village.commune())
        .param("code", village.as().code())
        .param("day", day)
        .update();
    jdbc.sql(FOUND_VILLAGE_PLACE)
        .param("id", village.id())
        .param("top", village.top())
        .param("day", day)
        .param("name", village.as().name())
        .param("cell", village.cell())
        .param("like", village.like())
        .update();
  }

  void cut(Collection<UUID> units, LocalDate day) {
    jdbc.sql(CUT)
        .param("units", units.toArray(UUID[]::new))
        .param("day", day)
        .query((row, n) -> "")
        .list();
  }

  void place(UUID unit, LocalDate day) {
    jdbc.sql(PLACE).param("unit", unit).param("day", day).query((row, n) -> "").list();
  }

  void change(Plan.Change change, LocalDate day) {
    jdbc.sql(CHANGE)
        .param("unit", change.unit())
        .param("day", day)
        .param("name", change.name())
        .param("kind", change.kind())
        .param("parent", change.parent())
        .param("superior", change.superior())
        .update();
  }

  void changeVillage(UUID village, @Nullable String name, LocalDate day) {
    jdbc.sql(CUT_VILLAGE)
        .param("village", village)
        .param("day", day)
        .query((row, n) -> row.getInt(1))
        .list();
    jdbc.sql(CHANGE_VILLAGE)
        .param("village", village)
        .param("name", name)
        .param("day", day)
        .update();
  }

  /// @param among column of the chosen, or null for all rows
  void carry(
      Reference reference,
      UUID from,
      UUID to,
      LocalDate day,
      @Nullable String among,
      @Nullable List<UUID> chosen) {
    jdbc.sql(CARRY)
        .param("table", reference.table())
        .param("column", reference.column())
        .param("period", reference.period())
        .param("from", from)
        .param("to", to)
        .param("day", day)
        .param("among", among)
        .param("chosen", chosen == null ? null : chosen.toArray(UUID[]::new))
        .query((row, n) -> row.getInt(1))
        .list();
  }

  void endRows(Reference reference, Collection<UUID> units, LocalDate day) {
    if (reference.table().equals("office_held")) {
      write(END_OFFICES, units, day);
      return;
    }
    jdbc.sql(END_ROWS)
        .param("table", reference.table())
        .param("column", reference.column())
        .param("period", reference.period())
        .param("units", units.toArray(UUID[]::new))
        .param("day", day)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  /// Nobody is in charge of a cell for a committee that is no more.
  void endChargesBelow(UUID root, LocalDate day) {
    jdbc.sql(END_CHARGES_BELOW)
        .param("below", "*." + root.toString().replace("-", "") + ".*")
        .param("day", day)
        .update();
  }

  void end(Collection<UUID> units, LocalDate day) {
    write(END_PLACE, units, day);
    write(END, units, day);
  }

  void endVillages(Collection<UUID> villages, LocalDate day) {
    write(END_VILLAGE_PLACE, villages, day);
    write(END_VILLAGE, villages, day);
  }

  private void write(String sql, Collection<UUID> units, LocalDate day) {
    jdbc.sql(sql).param("units", units.toArray(UUID[]::new)).param("day", day).update();
  }

  void office(Plan.Begun office, LocalDate day) {
    jdbc.sql(OFFICE)
        .param("unit", office.unit())
        .param("person", office.person())
        .param("title", office.title())
        .param("role", office.role())
        .param("day", day)
        .update();
  }

  UUID record(UUID commune, Reorganization event, String json, String account, Timestamp at) {
    return jdbc.sql(RECORD)
        .param("commune", commune)
        .param("kind", event.kind().code())
        .param("day", event.effective())
        .param("number", event.decision().number())
        .param("body", event.decision().body())
        .param("decided", event.decision().day())
        .param("note", event.decision().note())
        .param("event", json)
        .param("account", account)
        .param("at", at)
        .query(UUID.class)
        .single();
  }

  void link(UUID event, Plan.Link link, boolean village, LocalDate day) {
    jdbc.sql(village ? LINK_VILLAGE : LINK)
        .param("event", event)
        .param("from", link.predecessor())
        .param("to", link.successor())
        .param("day", day)
        .param("heir", link.heir())
        .update();
  }

  int carryGrants(UUID unit, UUID heir, List<String> accounts, LocalDate day, LocalDate realToday) {
    return jdbc.sql(CARRY_GRANTS)
        .param("unit", unit)
        .param("heir", heir)
        .param("accounts", accounts.toArray(String[]::new))
        .param("day", day)
        .param("today", realToday)
        .update();
  }
}
