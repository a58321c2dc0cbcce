package vn.nenmong.quality;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.quality.Merging.Part;
import vn.nenmong.quality.Merging.Side;

@Repository
class MergeRepository {

  static final String SIDE =
      """
      select p.id, p.commune_id, p.name, p.born, p.sex, p.ethnicity, p.languages,
        m.admitted, m.recognised, m.card_number, cell.name as cell, village.name as village
      from person p
      left join lateral (
        select * from membership where person_id = p.id order by period desc limit 1) m on true
      left join lateral (
        select op.name, op.path, s.village_id
        from member_state s
        join organization_period op on op.organization_id = s.cell_id
        where s.person_id = p.id
        order by s.period desc, op.period desc
        limit 1) cell on true
      left join lateral (
        select name from village_period
        where village_id = cell.village_id
        order by period desc
        limit 1) village on true
      where p.id = :id
        and coalesce(cell.path, (
          select op.path from organization_period op
          where op.organization_id = p.commune_id
          order by op.period desc
          limit 1)) <@ any(cast(:scope as ltree[]))
      """;

  static final String MERGE = "select cast(merge_people(:keep, :gone) as text)";

  static final String KEY_FOLLOWS = "select cast(key_follows(:gone, :keep) as text)";

  @Unscoped("tells what this very transaction has done")
  static final String PARTS =
      """
      select register, count(*) filter (where after is not null) as moved,
        count(*) filter (where after is null) as dropped
      from row_change
      where change = change_id() and register <> 'person'
      group by register
      order by register
      """;

  private final JdbcClient jdbc;

  MergeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Side> side(Scope scope, UUID id) {
    return jdbc.sql(SIDE).param("id", id).param("scope", scope.sql()).query(Side.class).optional();
  }

  void merge(UUID keep, UUID gone) {
    jdbc.sql(MERGE).param("keep", keep).param("gone", gone).query((row, n) -> "").list();
    jdbc.sql(KEY_FOLLOWS).param("keep", keep).param("gone", gone).query((row, n) -> "").list();
  }

  /// What this transaction has done so far.
  List<Part> parts() {
    return jdbc.sql(PARTS).query(Part.class).list();
  }
}
