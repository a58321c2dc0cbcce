package vn.nenmong.activity.model;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.entry.Values;

/// The economic models that years are entered for.
@Repository
class ModelFormRepository {

  static final String KEEP =
      """
      insert into economic_model (commune_id, person_id, village_id, name, kind, since_year)
      values (:commune, cast(:person as uuid), cast(:village as uuid), :name, :kind,
        cast(:since as int))
      on conflict (person_id, name) do update
        set village_id = excluded.village_id, kind = excluded.kind, since_year = excluded.since_year
      """;

  /// A correction may leave one behind that no year tells of.
  static final String TIDY =
      """
      delete from economic_model m
      where not exists (select from economic_model_year y where y.model_id = m.id)
      """;

  private final JdbcClient jdbc;

  ModelFormRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID commune, Values values) {
    jdbc.sql(KEEP)
        .param("commune", commune)
        .param("person", values.text("person"))
        .param("village", values.text("village"))
        .param("name", values.text("name"))
        .param("kind", values.text("kind"))
        .param("since", values.text("since"))
        .update();
  }

  void tidy() {
    jdbc.sql(TIDY).update();
  }
}
