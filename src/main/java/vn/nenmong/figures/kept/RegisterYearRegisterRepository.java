package vn.nenmong.figures.kept;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class RegisterYearRegisterRepository {

  record Row(UUID id, String register, UUID communeId, String commune) implements RegisterRow {}

  static final String ROWS =
      """
      select %s as id, r.register, r.commune_id, op.name as commune,
        array_position(cast(:registers as text[]), r.register) as place
      from register_year r
      join lateral (
        select last.name, last.path
        from organization_period last
        where last.organization_id = r.commune_id
        order by last.period desc
        limit 1) op on true
      where r.year = :year
        and op.path <@ any(cast(:scope as ltree[]))
        and (r.register = any(cast(:named as text[])) or fold(op.name) like :q)
      """
          .formatted(RegisterYearRepository.ID_FRAGMENT);

  /// What a commune has not, where the scope reaches only one.
  static final String MISSING =
      """
      select wanted.register
      from unnest(cast(:registers as text[])) with ordinality as wanted (register, place)
      where 1 = (
          select count(*)
          from organization_period op
          where op.organization_id = op.commune_id and op.period @> cast(:on as date)
            and op.path <@ any(cast(:scope as ltree[])))
        and not exists (
          select from register_year r
          join organization_period op
            on op.organization_id = r.commune_id and op.period @> cast(:on as date)
          where r.register = wanted.register and r.year = :year
            and op.path <@ any(cast(:scope as ltree[])))
      order by wanted.place
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "register",
              "figures.kept.register",
              row -> new Value.Word("figures.register." + row.register()),
              "place",
              "commune collate vi"),
          RegisterColumn.of(
              "commune",
              "figures.kept.commune",
              row -> Value.link(row.commune(), "/organizations/", row.communeId()),
              "commune collate vi",
              "place"));

  private final JdbcClient jdbc;

  RegisterYearRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param named the registers whose names fit what is searched
  RegisterQuery<Row> query(
      Scope scope, ReportPeriod period, Asked asked, Collection<String> named) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("registers", array(RegisterYearForm.REGISTERS));
    arguments.put("named", array(named));
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  List<String> missing(Scope scope, ReportPeriod period) {
    return jdbc.sql(MISSING)
        .param("scope", scope.sql())
        .param("on", period.to())
        .param("year", period.year())
        .param("registers", array(RegisterYearForm.REGISTERS))
        .query(String.class)
        .list();
  }

  private static String array(Collection<String> codes) {
    return "{" + String.join(",", codes) + "}";
  }
}
