package vn.nenmong.consolidation.reorganization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// What organizations and villages came of and what came of them, one event back and one forth.
@Repository
public class Kinship {

  private static final String KIN_FRAGMENT =
      """
      from (
        select predecessor_id as id, day - 1 as day, true as before, reorganization_id
        from %1$s where successor_id = :id and day <= cast(:day as date)
        union all
        select successor_id, day, false, reorganization_id
        from %1$s where predecessor_id = :id) kin
      join reorganization r on r.id = kin.reorganization_id
      """;

  static final String OF_UNIT =
      "select kin.id, op.name, kin.day, kin.before, r.kind, r.id as event "
          + KIN_FRAGMENT.formatted("succession")
          + """
          join organization_period op on op.organization_id = kin.id and op.period @> kin.day
          where op.path <@ any(cast(:scope as ltree[]))
          order by kin.before, kin.day desc, op.name collate vi
          """;

  /// A village is within the scope as the cell that leads it is, or the commune that it lies in.
  static final String OF_VILLAGE =
      "select kin.id, vp.name, kin.day, kin.before, r.kind, r.id as event "
          + KIN_FRAGMENT.formatted("village_succession")
          + """
          join village_period vp on vp.village_id = kin.id and vp.period @> kin.day
          join organization_period op on op.organization_id = coalesce(vp.cell_id, vp.commune_id)
            and op.period @> kin.day
          where op.path <@ any(cast(:scope as ltree[]))
          order by kin.before, kin.day desc, vp.name collate vi
          """;

  private final JdbcClient jdbc;

  Kinship(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What came of an organization, also later than the day; then what it came of by the day; each
  /// the latest first.
  public List<Kin> ofUnit(Scope scope, UUID unit, LocalDate day) {
    return of(OF_UNIT, scope, unit, day);
  }

  /// The same of a village.
  public List<Kin> ofVillage(Scope scope, UUID village, LocalDate day) {
    return of(OF_VILLAGE, scope, village, day);
  }

  private List<Kin> of(String sql, Scope scope, UUID id, LocalDate day) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("day", day)
        .param("scope", scope.sql())
        .query(Kin.class)
        .list();
  }
}
