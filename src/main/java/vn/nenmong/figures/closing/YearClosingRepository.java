package vn.nenmong.figures.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;

/// The years that communes have closed.
@Repository
class YearClosingRepository {

  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  static final String FIND =
      """
      select c.at, coalesce(who.display_name, c.account) as account, c.note,
        cast(c.figures as text) as figures
      from year_closing c
      left join account who on who.username = c.account
      where c.commune_id = :commune and c.year = :year and exists (
        select from organization_period op
        where op.organization_id = c.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String ALL =
      """
      select c.commune_id, c.at, coalesce(who.display_name, c.account) as account, c.note,
        cast(c.figures as text) as figures
      from year_closing c
      left join account who on who.username = c.account
      where c.year = :year and exists (
        select from organization_period op
        where op.organization_id = c.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  /// The registers of a year that do not count as complete yet.
  static final String INCOMPLETE =
      """
      select wanted.register
      from unnest(cast(:registers as text[])) with ordinality as wanted (register, place)
      where not exists (
          select from register_year r
          where r.commune_id = :commune and r.year = :year and r.register = wanted.register)
        and exists (
          select from organization_period op
          where op.organization_id = :commune and op.path <@ any(cast(:scope as ltree[])))
      order by wanted.place
      """;

  static final String INSERT =
      """
      insert into year_closing (commune_id, year, at, account, note, figures)
      values (:commune, :year, :at, :account, :note, cast(:figures as jsonb))
      on conflict do nothing
      """;

  static final String DELETE =
      "delete from year_closing where commune_id = :commune and year = :year";

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  YearClosingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<YearClosing> find(Scope scope, UUID commune, int year) {
    return jdbc.sql(FIND)
        .param("commune", commune)
        .param("year", year)
        .param("scope", scope.sql())
        .query((row, n) -> closing(row))
        .optional();
  }

  /// By commune, of those that have closed the year.
  Map<UUID, YearClosing> all(Scope scope, int year) {
    Map<UUID, YearClosing> closings = new HashMap<>();
    jdbc.sql(ALL)
        .param("year", year)
        .param("scope", scope.sql())
        .query(row -> {
          closings.put(row.getObject("commune_id", UUID.class), closing(row));
        });
    return closings;
  }

  private YearClosing closing(ResultSet row) throws SQLException {
    return new YearClosing(
        row.getTimestamp("at").toInstant(),
        row.getString("account"),
        row.getString("note"),
        json.readValue(row.getString("figures"), VALUES));
  }

  List<String> incomplete(Scope scope, UUID commune, int year, List<String> registers) {
    return jdbc.sql(INCOMPLETE)
        .param("commune", commune)
        .param("year", year)
        .param("registers", "{" + String.join(",", registers) + "}")
        .param("scope", scope.sql())
        .query(String.class)
        .list();
  }

  void insert(
      UUID commune,
      int year,
      Instant at,
      String account,
      @Nullable String note,
      Map<String, String> values) {
    jdbc.sql(INSERT)
        .param("commune", commune)
        .param("year", year)
        .param("at", Timestamp.from(at))
        .param("account", account)
        .param("note", note)
        .param("figures", json.writeValueAsString(values))
        .update();
  }

  void delete(UUID commune, int year) {
    jdbc.sql(DELETE).param("commune", commune).param("year", year).update();
  }
}
