package vn.nenmong.resolution.indicator;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.entry.Values;

/// The indicators that results are entered for.
@Repository
class IndicatorFormRepository {

  static final String KEEP =
      """
      insert into indicator as i (commune_id, code, name, unit, kind, direction)
      values (:commune, :code, :name, :unit, :kind, :direction)
      on conflict (commune_id, code) do update
        set name = excluded.name, unit = excluded.unit,
          kind = case when :whole then excluded.kind else coalesce(excluded.kind, i.kind) end,
          direction = excluded.direction
      """;

  /// One that no year tells of any more.
  static final String TIDY =
      """
      delete from indicator i
      where i.id = :id and not exists (select from indicator_year y where y.indicator_id = i.id)
      """;

  static final String OF_KIND =
      """
      select i.code || ' ' || i.name
      from indicator i
      join organization_period op
        on op.organization_id = i.commune_id and op.path <@ any(cast(:scope as ltree[]))
      where i.commune_id = :commune and i.kind = :kind and i.code <> :code
      limit 1
      """;

  private final JdbcClient jdbc;

  IndicatorFormRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param whole whether what is not filled in is to be forgotten, and not left as it was
  void keep(UUID commune, Values values, boolean whole) {
    jdbc.sql(KEEP)
        .param("commune", commune)
        .param("whole", whole)
        .param("code", values.text("code"))
        .param("name", values.text("name"))
        .param("unit", values.text("unit"))
        .param("kind", values.text("kind"))
        .param("direction", values.text("direction"))
        .update();
  }

  /// Another indicator that the figures of a kind are taken from.
  Optional<String> other(Scope scope, UUID commune, String kind, String code) {
    return jdbc.sql(OF_KIND)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("kind", kind)
        .param("code", code)
        .query(String.class)
        .optional();
  }

  void tidy(UUID id) {
    jdbc.sql(TIDY).param("id", id).update();
  }
}
