package vn.nenmong.cadre.mass;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.entry.Values;

/// The mass organizations that years are entered for.
@Repository
class MassOrganizationFormRepository {

  static final String KEEP =
      """
      insert into mass_organization (commune_id, name) values (:commune, :name)
      on conflict (commune_id, name) do nothing
      """;

  /// One that no year tells of any more.
  static final String TIDY =
      """
      delete from mass_organization m
      where m.id = :id and not exists (select from mass_organization_year y where y.mass_organization_id = m.id)
      """;

  private final JdbcClient jdbc;

  MassOrganizationFormRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID commune, Values values) {
    jdbc.sql(KEEP).param("commune", commune).param("name", values.text("name")).update();
  }

  void tidy(UUID id) {
    jdbc.sql(TIDY).param("id", id).update();
  }
}
