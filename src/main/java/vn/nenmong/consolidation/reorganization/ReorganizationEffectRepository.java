package vn.nenmong.consolidation.reorganization;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Writes what an event does.
@Repository
@Unscoped("written of what was found in the scope")
class ReorganizationEffectRepository {

  private final JdbcClient jdbc;

  ReorganizationEffectRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

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
      where p.village_id = :like and p.period @> cast(:day as date)
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

  /// Where the other has a meeting of the month itself, that one is held. Meetings stay in the
  /// records that they are in.
  static final String CARRY_PLANNED =
      """
      update cell_meeting m set cell_id = :to
      where m.cell_id = :from and m.state in ('planned', 'prepared')
        and coalesce(
          (select cast(f.value #>> '{}' as date) from meeting_field f
            where f.meeting_id = m.id and f.name = 'plannedOn'),
          cast(m.month + interval '1 month' as date) - 1) >= cast(:day as date)
        and not exists (
          select from cell_meeting own
          where own.cell_id = :to and own.month = m.month and own.kind = m.kind)
      """;

  static final String END_ROWS =
      "select end_rows(:table, :column, :period, :units, cast(:day as date))";

  /// What was to begin with the day does not begin.
  static final String NEVER_OFFICES =
      """
      delete from office_held
      where organization_id = any(:units) and lower(period) = cast(:day as date)
      """;

  static final String NEVER_OFFICES_OF =
      """
      delete from office_held
      where organization_id = :unit and person_id = :person and lower(period) = cast(:day as date)
      """;

  static final String NEVER_PLACE =
      """
      delete from organization_period
      where organization_id = any(:units) and lower(period) = cast(:day as date)
      """;

  static final String NEVER_VILLAGE_PLACE =
      """
      delete from village_period
      where village_id = any(:units) and lower(period) = cast(:day as date)
      """;

  static final String END_OFFICES =
      """
      update office_held
      set until = cast(cast(:day as date) - 1 as text), period = daterange(lower(period), cast(:day as date))
      where organization_id = any(:units) and period @> cast(:day as date)
      """;

  static final String END_OFFICES_OF =
      """
      update office_held
      set until = cast(cast(:day as date) - 1 as text), period = daterange(lower(period), cast(:day as date))
      where organization_id = :unit and person_id = :person and period @> cast(:day as date)
        and (lower(period) is null or lower(period) < cast(:day as date))
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

  static final String MEET =
      """
      update village_period set meeting_form = :form
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
      insert into reorganization (commune_id, communes, kind, day, decision_number, decision_body, decided,
        note, event, account, at)
      values (:commune, :communes, :kind, :day, :number, :body, :decided, :note, cast(:event as jsonb), :account,
        :at)
      returning id
      """;

  /// Those that were founded by it tell its number too.
  static final String CORRECT_FOUNDINGS =
      """
      update organization o set founding_decision = :number
      from reorganization r
      where r.id = :event and o.founding_decision = r.decision_number
        and o.commune_id = any(r.communes) and lower(o.life) = r.day
        and o.code in (select one ->> 'code' from jsonb_array_elements(r.event -> 'into') one)
      """;

  static final String CORRECT =
      """
      update reorganization
      set decision_number = :number, decision_body = :body, decided = :decided, note = :note,
        event = event || jsonb_build_object('decision', cast(:decision as jsonb))
      where id = :event
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
        .param("superior", unit.id().equals(unit.commune()) ? unit.as().superior() : null)
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

  void meet(Plan.Form form, LocalDate day) {
    cutVillage(form.village(), day);
    jdbc.sql(MEET)
        .param("village", form.village())
        .param("form", form.form())
        .param("day", day)
        .update();
  }

  private void cutVillage(UUID village, LocalDate day) {
    jdbc.sql(CUT_VILLAGE)
        .param("village", village)
        .param("day", day)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  void changeVillage(UUID village, @Nullable String name, LocalDate day) {
    cutVillage(village, day);
    jdbc.sql(CHANGE_VILLAGE)
        .param("village", village)
        .param("name", name)
        .param("day", day)
        .update();
  }

  /// @param chosen whose rows go; null for all
  void carry(Reference reference, UUID from, UUID to, LocalDate day, @Nullable List<UUID> chosen) {
    jdbc.sql(CARRY)
        .param("table", reference.table())
        .param("column", reference.column())
        .param("period", reference.period())
        .param("from", from)
        .param("to", to)
        .param("day", day)
        .param("among", chosen == null ? null : reference.among())
        .param("chosen", chosen == null ? null : chosen.toArray(UUID[]::new))
        .query((row, n) -> row.getInt(1))
        .list();
  }

  void carryPlanned(UUID from, UUID to, LocalDate day) {
    jdbc.sql(CARRY_PLANNED).param("from", from).param("to", to).param("day", day).update();
  }

  void endRows(Reference reference, Collection<UUID> units, LocalDate day) {
    if (reference.table().equals("office_held")) {
      write(NEVER_OFFICES, units, day);
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
    write(NEVER_PLACE, units, day);
    write(END_PLACE, units, day);
    write(END, units, day);
  }

  void endVillages(Collection<UUID> villages, LocalDate day) {
    write(NEVER_VILLAGE_PLACE, villages, day);
    write(END_VILLAGE_PLACE, villages, day);
    write(END_VILLAGE, villages, day);
  }

  private void write(String sql, Collection<UUID> units, LocalDate day) {
    jdbc.sql(sql).param("units", units.toArray(UUID[]::new)).param("day", day).update();
  }

  void leave(Plan.Left office, LocalDate day) {
    for (String sql : List.of(NEVER_OFFICES_OF, END_OFFICES_OF)) {
      jdbc.sql(sql)
          .param("unit", office.unit())
          .param("person", office.person())
          .param("day", day)
          .update();
    }
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

  UUID record(
      UUID commune,
      List<UUID> communes,
      Reorganization event,
      String json,
      String account,
      Timestamp at) {
    return jdbc.sql(RECORD)
        .param("commune", commune)
        .param("communes", communes.toArray(UUID[]::new))
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

  void correctFoundings(Event event, String number) {
    jdbc.sql(CORRECT_FOUNDINGS).param("event", event.id()).param("number", number).update();
  }

  void correct(UUID event, Reorganization.Decision decision, String json) {
    jdbc.sql(CORRECT)
        .param("event", event)
        .param("number", decision.number())
        .param("body", decision.body())
        .param("decided", decision.day())
        .param("note", decision.note())
        .param("decision", json)
        .update();
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
