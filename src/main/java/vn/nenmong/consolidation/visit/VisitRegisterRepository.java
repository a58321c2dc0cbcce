package vn.nenmong.consolidation.visit;

import java.time.LocalDate;
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
class VisitRegisterRepository {

  /// @param person who visited, by name
  record Choice(@Nullable UUID cell, @Nullable String person) {}

  record Row(
      UUID id,
      UUID cellId,
      String cell,
      String person,
      LocalDate day,
      @Nullable String found,
      @Nullable String agreed,
      @Nullable LocalDate nextDay)
      implements RegisterRow {}

  static final String ROWS =
      """
      select v.id, v.cell_id, op.name as cell, p.name as person, p.given_name, p.other_names,
        v.day, v.found, v.agreed, v.next_day
      from cell_visit v
      join organization_period op on op.organization_id = v.cell_id and op.period @> v.day
      join person p on p.id = v.person_id
      where v.day between cast(:from as date) and cast(:to as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or v.cell_id = cast(:cell as uuid))
        and coalesce(cast(:person as text), '') in ('', p.name)
        and concat_ws(' ', fold(op.name), p.folded, fold(v.found), fold(v.agreed)) like :q
      """;

  static final String TOTALS =
      """
      select count(distinct r.cell_id) as cells, count(distinct r.person) as people
      from (%s) r
      """
          .formatted(ROWS);

  static final String PEOPLE =
      """
      select person from (
        select distinct r.person, r.given_name, r.other_names from (%s) r) named
      order by given_name, other_names limit 200
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "cell",
              "consolidation.charge.cell",
              row -> Value.link(row.cell(), "/visits/", row.id()),
              "cell collate vi",
              "day"),
          RegisterColumn.of("day", "consolidation.visit.day", row -> Value.day(row.day()), "day"),
          RegisterColumn.of(
              "person",
              "consolidation.visit.person",
              row -> Value.text(row.person()),
              "given_name",
              "other_names"),
          RegisterColumn.of("found", "consolidation.visit.found", row -> Value.text(row.found())),
          RegisterColumn.of(
              "agreed", "consolidation.visit.agreed", row -> Value.text(row.agreed())),
          RegisterColumn.of(
              "next",
              "consolidation.visit.next",
              row -> Value.day(row.nextDay()),
              "coalesce(next_day, 'infinity')"));

  private final JdbcClient jdbc;

  VisitRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("person", choice.person());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int cells, int people) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("consolidation.visit.total.cells", Value.count(totals.cells()));
    words.put("consolidation.visit.total.people", Value.count(totals.people()));
    return words;
  }

  /// Those who visited in the period.
  List<String> people(Scope scope, ReportPeriod period) {
    return jdbc.sql(PEOPLE)
        .params(query(scope, period, Asked.NOTHING, new Choice(null, null)).arguments())
        .query(String.class)
        .list();
  }
}
