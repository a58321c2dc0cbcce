package vn.nenmong.figures.kept;

import java.util.Collection;
import java.util.LinkedHashMap;
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

  record Choice(@Nullable String state) {}

  record Row(UUID id, @Nullable UUID recordId, String register, UUID communeId, String commune)
      implements RegisterRow {

    private Value state() {
      return recordId == null
          ? new Value.WordTag("figures.kept.state.missing", Value.Tone.WARN)
          : new Value.WordTag("figures.kept.state.complete", Value.Tone.OK);
    }
  }

  /// Every register of every commune that there was in the year.
  static final String ROWS =
      """
      select cast(md5(cast(op.organization_id as text) || wanted.register) as uuid) as id,
        %s as record_id, wanted.register, wanted.place, op.organization_id as commune_id,
        op.name as commune
      from unnest(cast(:registers as text[])) with ordinality as wanted (register, place)
      cross join lateral (
        select distinct on (last.organization_id) last.organization_id, last.name, last.path
        from organization_period last
        where last.organization_id = last.commune_id
          and last.path <@ any(cast(:scope as ltree[]))
          and last.kind not in ('province', 'district')
          and last.period && daterange(make_date(:year, 1, 1), make_date(:year, 12, 31), '[]')
        order by last.organization_id, last.period desc) op
      left join register_year r
        on r.commune_id = op.organization_id and r.register = wanted.register and r.year = :year
      where coalesce(cast(:state as text), '')
          in ('', case when r.year is null then 'missing' else 'complete' end)
        and (wanted.register = any(cast(:named as text[])) or fold(op.name) like :q)
      """
          .formatted(RegisterYearRepository.ID_FRAGMENT);

  static final String TOTALS =
      """
      select count(r.record_id) as complete, count(*) - count(r.record_id) as missing from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "register",
              "figures.kept.register",
              row -> new Value.Word("figures.register." + row.register()),
              "place",
              "commune collate vi"),
          RegisterColumn.of(
              "state", "figures.kept.state", Row::state, "record_id is not null", "place"),
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
      Scope scope, ReportPeriod period, Asked asked, Choice choice, Collection<String> named) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("registers", array(Registers.ALL));
    arguments.put("named", array(named));
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int complete, int missing) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(RegisterQuery<Row> query) {
    Totals totals = jdbc.sql(TOTALS).params(query.arguments()).query(Totals.class).single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("figures.kept.state.complete", Value.count(totals.complete()));
    words.put("figures.kept.state.missing", Value.count(totals.missing()));
    return words;
  }

  private static String array(Collection<String> codes) {
    return "{" + String.join(",", codes) + "}";
  }
}
