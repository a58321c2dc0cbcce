package vn.nenmong.consolidation.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.entry.Field;
import vn.nenmong.kernel.text.Apart;

@Repository
class VisitRepository {

  static final String FIND =
      """
      select v.id, v.commune_id, v.cell_id, op.name as cell, v.person_id, p.name as person, v.day,
        v.found, v.agreed, v.next_day, v.account
      from cell_visit v
      join organization_period op on op.organization_id = v.cell_id and op.period @> v.day
      join person p on p.id = v.person_id
      where v.id = :id and op.path <@ any(cast(:scope as ltree[]))
      """;

  /// Who can have visited which cell: those in charge on a day or in the year before it, each with
  /// the cell, and the ones of a visit that is corrected.
  static final String IN_CHARGE =
      """
      select pair.cell_id, pair.cell, pair.code, pair.person_id, p.name || case
          when upper(pair.period) <= cast(:on as date)
          then to_char(upper(pair.period) - 1, '" (… – "DD/MM/YYYY")"') else '' end as person
      from (
        select distinct on (c.cell_id, c.person_id) c.cell_id, c.person_id, c.period,
          op.name as cell, records.code || '/' || o.code as code
        from charge c
        join organization o on o.id = c.cell_id
        join organization records on records.id = o.commune_id
        join organization_period op on op.organization_id = c.cell_id and op.period && c.period
          and op.path <@ any(cast(:scope as ltree[]))
        where c.period && daterange(cast(:on as date) - 366, cast(:on as date), '[]')
          or (c.cell_id = cast(:cell as uuid) and c.person_id = cast(:person as uuid))
        order by c.cell_id, c.person_id, c.period desc, op.period desc) pair
      join person p on p.id = pair.person_id
      order by coalesce(upper(pair.period) <= cast(:on as date), false), pair.cell collate vi, pair.code, p.given_name,
        p.other_names, p.id
      """;

  /// The commune of a cell of the scope that someone was in charge of on a day.
  static final String COMMUNE =
      """
      select c.commune_id
      from charge c
      join organization_period op on op.organization_id = c.cell_id
        and op.period @> cast(:day as date) and op.path <@ any(cast(:scope as ltree[]))
      where c.cell_id = :cell and c.person_id = :person and c.period @> cast(:day as date)
      """;

  static final String INSERT =
      """
      insert into cell_visit
        (id, commune_id, cell_id, person_id, day, found, agreed, next_day, account)
      values (:id, :commune, :cell, :person, :day, :found, :agreed, :next, :account)
      """;

  static final String UPDATE =
      """
      update cell_visit set cell_id = :cell, person_id = :person, day = :day, found = :found,
        agreed = :agreed, next_day = :next
      where id = :id
      """;

  static final String DELETE = "delete from cell_visit where id = :id";

  private record InCharge(UUID cellId, String cell, String code, UUID personId, String person) {}

  private final JdbcClient jdbc;

  VisitRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Visit> find(Scope scope, UUID id) {
    return jdbc.sql(FIND).param("id", id).param("scope", scope.sql()).query(Visit.class).optional();
  }

  /// @param corrected a visit whose cell and person are offered too, or null
  List<Field.Choice> inCharge(Scope scope, LocalDate on, @Nullable Visit corrected) {
    List<InCharge> pairs =
        jdbc.sql(IN_CHARGE)
            .param("scope", scope.sql())
            .param("on", on)
            .param("cell", corrected == null ? null : corrected.cellId())
            .param("person", corrected == null ? null : corrected.personId())
            .query(InCharge.class)
            .list();
    Map<UUID, String> cells = Apart.names(pairs, InCharge::cellId, InCharge::cell, InCharge::code);
    return pairs.stream()
        .map(pair ->
            Field.Choice.of(
                pair.cellId() + "_" + pair.personId(),
                cells.get(pair.cellId()) + " – " + pair.person()))
        .toList();
  }

  Optional<UUID> commune(Scope scope, Visit.Told told) {
    return jdbc.sql(COMMUNE)
        .param("scope", scope.sql())
        .param("cell", told.cell())
        .param("person", told.person())
        .param("day", told.day())
        .query(UUID.class)
        .optional();
  }

  void insert(UUID id, UUID commune, Visit.Told told, String account) {
    of(INSERT, id, told).param("commune", commune).param("account", account).update();
  }

  void update(UUID id, Visit.Told told) {
    of(UPDATE, id, told).update();
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  private JdbcClient.StatementSpec of(String statement, UUID id, Visit.Told told) {
    return jdbc.sql(statement)
        .param("id", id)
        .param("cell", told.cell())
        .param("person", told.person())
        .param("day", told.day())
        .param("found", told.found())
        .param("agreed", told.agreed())
        .param("next", told.nextDay());
  }
}
