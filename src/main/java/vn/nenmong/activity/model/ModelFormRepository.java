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
      insert into economic_model as m (commune_id, person_id, village_id, name, kind, since_year)
      values (:commune, cast(:person as uuid), cast(:village as uuid), :name, :kind,
        cast(:since as int))
      on conflict (person_id, name) do update
        set
          village_id = case when :whole then excluded.village_id
            else coalesce(excluded.village_id, m.village_id) end,
          kind = case when :whole then excluded.kind else coalesce(excluded.kind, m.kind) end,
          since_year = case when :whole then excluded.since_year
            else coalesce(excluded.since_year, m.since_year) end
      """;

  /// One that no year tells of any more.
  static final String TIDY =
      """
      delete from economic_model m
      where m.id = :id and not exists (select from economic_model_year y where y.model_id = m.id)
      """;

  private final JdbcClient jdbc;

  ModelFormRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param whole whether what is not filled in is to be forgotten, and not left as it was
  void keep(UUID commune, Values values, boolean whole) {
    jdbc.sql(KEEP)
        .param("commune", commune)
        .param("whole", whole)
        .param("person", values.text("person"))
        .param("village", values.text("village"))
        .param("name", values.text("name"))
        .param("kind", values.text("kind"))
        .param("since", values.text("since"))
        .update();
  }

  void tidy(UUID id) {
    jdbc.sql(TIDY).param("id", id).update();
  }
}
