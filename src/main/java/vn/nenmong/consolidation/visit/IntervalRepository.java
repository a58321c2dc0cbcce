package vn.nenmong.consolidation.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class IntervalRepository {

  record Row(UUID id, String commune, int months, LocalDate since, @Nullable LocalDate last)
      implements RegisterRow {}

  /// Also for who sees only a cell of the commune.
  static final String ROWS =
      """
      select i.id, root.name as commune, i.months, lower(i.period) as since,
        upper(i.period) - 1 as last
      from visit_interval i
      join lateral (
        select o.name from organization_period o
        where o.organization_id = i.commune_id and o.period && i.period
        order by o.period desc limit 1) root on true
      where exists (
          select from organization_period op
          where op.commune_id = i.commune_id and op.path <@ any(cast(:scope as ltree[])))
        and fold(root.name) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "since", "consolidation.interval.since", row -> Value.day(row.since()), "since"),
          RegisterColumn.of(
              "last",
              "consolidation.decision.last",
              row -> Value.day(row.last()),
              "coalesce(last, 'infinity')"),
          RegisterColumn.number(
              "months",
              "consolidation.interval.months",
              row -> Value.count(row.months()),
              "months"),
          RegisterColumn.of(
              "commune",
              "consolidation.decision.commune",
              row -> Value.text(row.commune()),
              "commune collate vi"));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked) {
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, asked.arguments(period, scope.sql()));
  }
}
