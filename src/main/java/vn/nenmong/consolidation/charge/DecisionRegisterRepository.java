package vn.nenmong.consolidation.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
class DecisionRegisterRepository {

  record Row(
      UUID id,
      String number,
      LocalDate day,
      String body,
      int people,
      int cells,
      int holding,
      @Nullable String note)
      implements RegisterRow {

    private Value state() {
      return holding == 0
          ? new Value.WordTag("consolidation.decision.over", Value.Tone.PLAIN)
          : Value.count(holding);
    }
  }

  /// The decisions of communes in the scope, and those that name a cell of it; of their lines,
  /// those of the scope.
  static final String ROWS =
      """
      select d.id, d.number, d.day, d.body, d.note,
        count(distinct c.person_id) as people, count(distinct c.cell_id) as cells,
        count(c.id) filter (where c.period @> cast(:on as date)) as holding
      from charge_decision d
      left join charge c on c.decision_id = d.id and exists (
        select from organization_period op
        where op.organization_id = c.cell_id and op.path <@ any(cast(:scope as ltree[])))
      where d.day <= cast(:on as date)
        and (c.id is not null or exists (
          select from organization_period op
          where op.organization_id = d.commune_id and op.path <@ any(cast(:scope as ltree[]))))
        and fold(concat_ws(' ', d.number, d.body, d.note)) like :q
      group by d.id
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "number",
              "consolidation.decision.number",
              row -> Value.link(row.number(), "/charges/decisions/", row.id()),
              "number collate vi"),
          RegisterColumn.of(
              "day", "consolidation.decision.day", row -> Value.day(row.day()), "day"),
          RegisterColumn.of(
              "body",
              "consolidation.decision.body",
              row -> Value.text(row.body()),
              "body collate vi"),
          RegisterColumn.number(
              "people",
              "consolidation.decision.people",
              row -> Value.count(row.people()),
              "people"),
          RegisterColumn.number(
              "cells", "consolidation.decision.cells", row -> Value.count(row.cells()), "cells"),
          RegisterColumn.number("holding", "consolidation.decision.holding", Row::state, "holding"),
          RegisterColumn.of("note", "consolidation.decision.note", row -> Value.text(row.note())));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }
}
