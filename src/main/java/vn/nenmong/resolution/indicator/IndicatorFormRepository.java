package vn.nenmong.resolution.indicator;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.entry.Values;

/// The indicators that results are entered for.
@Repository
class IndicatorFormRepository {

  static final String KEEP =
      """
      insert into indicator (commune_id, code, name, unit, kind, direction)
      values (:commune, :code, :name, :unit, :kind, :direction)
      on conflict (commune_id, code) do update
        set name = excluded.name, unit = excluded.unit, kind = excluded.kind,
          direction = excluded.direction
      """;

  /// A correction may leave one behind that no year tells of.
  static final String TIDY =
      """
      delete from indicator i
      where not exists (select from indicator_year y where y.indicator_id = i.id)
      """;

  private final JdbcClient jdbc;

  IndicatorFormRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID commune, Values values) {
    jdbc.sql(KEEP)
        .param("commune", commune)
        .param("code", values.text("code"))
        .param("name", values.text("name"))
        .param("unit", values.text("unit"))
        .param("kind", values.text("kind"))
        .param("direction", values.text("direction"))
        .update();
  }

  void tidy() {
    jdbc.sql(TIDY).update();
  }
}
