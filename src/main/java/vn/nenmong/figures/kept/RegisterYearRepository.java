package vn.nenmong.figures.kept;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.entry.Values;

@Repository
class RegisterYearRepository {

  record RegisterYear(UUID communeId, String commune, String register, int year) {}

  /// Rows are told apart by commune, register and year: an address needs one id.
  static final String ID_FRAGMENT =
      "cast(md5(cast(r.commune_id as text) || r.register || cast(r.year as text)) as uuid)";

  static final String FIND =
      """
      select r.commune_id, op.name as commune, r.register, r.year
      from register_year r
      join lateral (
        select last.name
        from organization_period last
        where last.organization_id = r.commune_id
          and last.path <@ any(cast(:scope as ltree[]))
        order by last.period desc
        limit 1) op on true
      where %s = :id
      """
          .formatted(ID_FRAGMENT);

  static final String INSERT =
      """
      insert into register_year as r (commune_id, register, year)
      values (:commune, :register, :year)
      returning %s
      """
          .formatted(ID_FRAGMENT);

  static final String UPDATE =
      """
      update register_year r
      set commune_id = :commune, register = :register, year = :year
      where %s = :id
      """
          .formatted(ID_FRAGMENT);

  static final String DELETE = "delete from register_year r where %s = :id".formatted(ID_FRAGMENT);

  private final JdbcClient jdbc;

  RegisterYearRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<RegisterYear> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query(RegisterYear.class)
        .optional();
  }

  UUID insert(Values values) {
    return with(INSERT, values).query(UUID.class).single();
  }

  void update(UUID id, Values values) {
    with(UPDATE, values).param("id", id).update();
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  private JdbcClient.StatementSpec with(String sql, Values values) {
    return jdbc.sql(sql)
        .param("commune", values.id("commune"))
        .param("register", values.needed("register"))
        .param("year", values.integer("year"));
  }
}
