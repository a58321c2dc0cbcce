package vn.nenmong.consolidation.regulation;

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

/// Every organization of a day, with the regulation that it works by.
@Repository
class RegulationRegisterRepository {

  record Choice(@Nullable String state, @Nullable String kind) {}

  record Row(
      UUID id,
      String organization,
      boolean issued,
      @Nullable UUID regulationId,
      @Nullable String number,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate since,
      @Nullable String title,
      @Nullable String changed)
      implements RegisterRow {
    @Override
    public @Nullable UUID recordId() {
      return regulationId;
    }

    private Value state() {
      return issued
          ? new Value.WordTag("consolidation.regulation.state.with", Value.Tone.OK)
          : new Value.WordTag("consolidation.regulation.state.without", Value.Tone.WARN);
    }
  }

  static final String ROWS =
      """
      select op.organization_id as id, op.name as organization, nlevel(op.path) as depth,
        op.kind like '%cell' as cell, w.id is not null as issued, w.id as regulation_id, w.number,
        w.issued_on, lower(w.period) as since, w.title, w.changed
      from organization_period op
      left join working_regulation w
        on w.organization_id = op.organization_id and w.period @> cast(:on as date)
      where op.period @> cast(:on as date) and op.kind not in ('province', 'district')
        and op.path <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:state as text), '')
          in ('', case when w.id is null then 'without' else 'with' end)
        and coalesce(cast(:kind as text), '')
          in ('', case when op.kind like '%cell' then 'cell' else 'committee' end)
        and fold(concat_ws(' ', op.name, w.number, w.title, w.changed)) like :q
      """;

  static final String TOTALS =
      """
      select count(*) filter (where r.cell) as cells,
        count(*) filter (where r.cell and r.issued) as cells_with,
        count(*) filter (where not r.cell) as committees,
        count(*) filter (where not r.cell and r.issued) as committees_with
      from (%s) r
      """
          .replace("%s", ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "organization",
              "consolidation.regulation.organization",
              row -> Value.link(row.organization(), "/organizations/", row.id()),
              "organization collate vi"),
          RegisterColumn.of(
              "state",
              "consolidation.regulation.state",
              Row::state,
              "issued",
              "depth",
              "organization collate vi"),
          RegisterColumn.of(
              "number",
              "consolidation.regulation.number",
              row -> Value.text(row.number()),
              "coalesce(number, '') collate vi"),
          RegisterColumn.of(
              "issuedOn",
              "consolidation.regulation.issuedOn",
              row -> Value.day(row.issuedOn()),
              "coalesce(issued_on, 'infinity')"),
          RegisterColumn.of(
              "since",
              "consolidation.regulation.since",
              row -> Value.day(row.since()),
              "coalesce(since, 'infinity')"),
          RegisterColumn.of(
              "title", "consolidation.regulation.title", row -> Value.text(row.title())),
          RegisterColumn.of(
              "changed", "consolidation.regulation.changed", row -> Value.text(row.changed())));

  private final JdbcClient jdbc;

  RegulationRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("state", choice.state());
    arguments.put("kind", choice.kind());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int cells, int cellsWith, int committees, int committeesWith) {}

  /// Over all rows that were asked for: how many have one, of how many.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put(
        "consolidation.regulation.total.cells",
        Value.text(totals.cellsWith() + "/" + totals.cells()));
    if (totals.committees() > 0) {
      words.put(
          "consolidation.regulation.total.committees",
          Value.text(totals.committeesWith() + "/" + totals.committees()));
    }
    return words;
  }
}
