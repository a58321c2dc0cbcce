package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.village.Whereabouts;
import vn.nenmong.kernel.text.Apart;

/// What the registers say of a commune on a day, as far as plans are made of it.
@Repository
class PlanFactsRepository {

  /// @param ethnicity the most common one of its members
  record Cell(UUID id, String name, int officials, @Nullable String ethnicity) {}

  /// @param officials who live there
  /// @param ofCell those of them who are members of the cell that leads it
  /// @param origin commune in whose records it stands: distances are from the centre of that
  record Village(
      UUID id,
      String name,
      @Nullable UUID cellId,
      @Nullable String meetingForm,
      UUID origin,
      @Nullable BigDecimal distanceKm,
      @Nullable BigDecimal bearing,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude,
      int members,
      int officials,
      int ofCell) {

    Whereabouts whereabouts() {
      return new Whereabouts(distanceKm, bearing, latitude, longitude);
    }

    boolean hasOwnCell() {
      return cellId != null && "own".equals(meetingForm);
    }
  }

  record Home(UUID person, UUID village) {}

  /// @param cell that they are a member of
  record Member(
      UUID id,
      String name,
      String title,
      @Nullable UUID cell,
      @Nullable UUID village,
      @Nullable String ethnicity,
      @Nullable String languages,
      boolean experienced) {}

  record Charge(UUID cell, UUID person) {}

  private record Leading(UUID village, String cell) {}

  private record Name(UUID id, String name, @Nullable String mark) {}

  static final String CELLS =
      """
      select op.organization_id as id, op.name,
        count(*) filter (where s.standing = 'official') as officials,
        mode() within group (order by p.ethnicity) as ethnicity
      from below(:commune, cast(:day as date)) op
      left join member_state s on s.cell_id = op.organization_id and s.period @> cast(:day as date)
      left join person p on p.id = s.person_id
      where op.kind in ('cell', 'grassroots_cell') and op.path <@ any(cast(:scope as ltree[]))
      group by op.organization_id, op.name
      order by op.name collate vi, op.organization_id
      """;

  static final String VILLAGES =
      """
      select v.village_id as id, v.name, v.cell_id, v.meeting_form,
        (select first.commune_id from village first where first.id = v.village_id) as origin,
        v.distance_km, v.bearing,
        v.latitude, v.longitude, coalesce(sum(l.members), 0) as members, coalesce(sum(l.officials), 0) as officials,
        coalesce(sum(l.officials) filter (where l.cell_id = v.cell_id), 0) as of_cell
      from village_period v
      join organization_period op on op.organization_id = v.commune_id
        and op.period @> cast(:day as date)
      left join (
        select village_id, cell_id, count(*) as members,
          count(*) filter (where standing = 'official') as officials
        from member_state
        where village_id in (select village_id from village_period where commune_id = :commune)
          and period @> cast(:day as date)
        group by village_id, cell_id) l on l.village_id = v.village_id
      where v.commune_id = :commune and v.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      group by v.village_id, v.period
      order by v.name collate vi, v.village_id
      """;

  /// Where candidates and probationary members live.
  static final String HOMES =
      """
      select h.person, h.village
      from (
        select person_id as person, village_id as village, cell_id as cell
        from member_state
        where period @> cast(:day as date) and standing = 'probationary'
        union all
        select person_id, village_id, cell_id
        from candidate
        where listed @> cast(:day as date)) h
      join below(:commune, cast(:day as date)) op on op.organization_id = h.cell
      where h.village is not null and op.path <@ any(cast(:scope as ltree[]))
      """;

  /// Each once, by the highest office.
  static final String COMMITTEE =
      """
      select c.*
      from (
        select distinct on (o.person_id) o.person_id as id, p.name, p.given_name, p.other_names,
          o.title, s.cell_id as cell, s.village_id as village, p.ethnicity, p.languages,
          exists (select from charge c where c.person_id = p.id and c.period && daterange(null, cast(:day as date), '[]'))
            or exists (
              select from office_held held
              join organization_period unit on unit.organization_id = held.organization_id
                and unit.period && held.period
              where held.person_id = p.id and unit.kind in ('cell', 'grassroots_cell')
                and held.period && daterange(null, cast(:day as date), '[]')) as experienced
        from office_held o
        join person p on p.id = o.person_id
        join organization_period op on op.organization_id = o.organization_id
          and op.period @> cast(:day as date)
        left join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
        where o.organization_id = :commune and o.period @> cast(:day as date) and o.role <> 'other'
          and op.path <@ any(cast(:scope as ltree[]))
        order by o.person_id, array_position(array['secretary', 'standing_deputy_secretary',
          'deputy_secretary', 'standing_board_member', 'committee_member'], o.role)) c
      order by c.given_name, c.other_names, c.id
      """;

  static final String CHARGES =
      """
      select c.cell_id as cell, c.person_id as person
      from charge c
      join below(:commune, cast(:day as date)) op on op.organization_id = c.cell_id
      where c.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      order by lower(c.period) nulls first, c.id
      """;

  static final String NAMES =
      """
      select n.id, n.name, n.mark
      from (
        select unit.organization_id as id, unit.name, records.code || '/' || o.code as mark
        from below(:commune, cast(:day as date)) unit
        join organization o on o.id = unit.organization_id
        join organization records on records.id = o.commune_id
        union all
        select vp.village_id, vp.name, records.code || '/' || v.code
        from village_period vp
        join village v on v.id = vp.village_id
        join organization records on records.id = v.commune_id
        where vp.commune_id = :commune and vp.period @> cast(:day as date)
        union all
        select p.id, p.name, p.born
        from person p
        where p.id in (select person_id from office_held where organization_id = :commune)
          or p.id in (
            select c.person_id from charge c
            join below(:commune, cast(:day as date)) unit on unit.organization_id = c.cell_id)) n
      where exists (
        select from organization_period op
        where op.organization_id = :commune and op.period @> cast(:day as date)
          and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String LEADING =
      """
      select v.village_id as village, unit.name as cell
      from village_period v
      join organization_period unit on unit.organization_id = v.cell_id
        and unit.period @> cast(:day as date)
      join organization_period op on op.organization_id = v.commune_id
        and op.period @> cast(:day as date)
      where v.commune_id = :commune and v.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      """;

  private final JdbcClient jdbc;

  PlanFactsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Cell> cells(Scope scope, UUID commune, LocalDate day) {
    return asked(CELLS, scope, commune, day).query(Cell.class).list();
  }

  List<Village> villages(Scope scope, UUID commune, LocalDate day) {
    return asked(VILLAGES, scope, commune, day).query(Village.class).list();
  }

  Map<UUID, UUID> homes(Scope scope, UUID commune, LocalDate day) {
    return asked(HOMES, scope, commune, day).query(Home.class).list().stream()
        .collect(Collectors.toMap(Home::person, Home::village, (one, _) -> one));
  }

  List<Member> committee(Scope scope, UUID commune, LocalDate day) {
    return asked(COMMITTEE, scope, commune, day).query(Member.class).list();
  }

  /// Who is in charge of each cell.
  Map<UUID, List<UUID>> charges(Scope scope, UUID commune, LocalDate day) {
    return asked(CHARGES, scope, commune, day).query(Charge.class).list().stream()
        .collect(
            Collectors.groupingBy(
                Charge::cell, Collectors.mapping(Charge::person, Collectors.toList())));
  }

  /// What the cell is called that leads each village.
  Map<UUID, String> leading(Scope scope, UUID commune, LocalDate day) {
    return asked(LEADING, scope, commune, day).query(Leading.class).list().stream()
        .collect(Collectors.toMap(Leading::village, Leading::cell));
  }

  /// Of all that a plan of the commune can name, told apart where two have the same.
  Map<UUID, String> names(Scope scope, UUID commune, LocalDate day) {
    return Apart.names(
        asked(NAMES, scope, commune, day).query(Name.class).list(),
        Name::id,
        Name::name,
        Name::mark);
  }

  private JdbcClient.StatementSpec asked(
      String statement, Scope scope, UUID commune, LocalDate day) {
    return jdbc.sql(statement)
        .param("commune", commune)
        .param("day", day)
        .param("scope", scope.sql());
  }
}
