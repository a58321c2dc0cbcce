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

/// The next visit of every charge that holds on a day.
@Repository
class DueVisitRepository {

  record Choice(@Nullable UUID cell, @Nullable String state) {}

  /// @param memberId of the page of the person, where the scope reaches it
  record Row(
      UUID id,
      UUID cellId,
      String cell,
      String person,
      @Nullable UUID memberId,
      @Nullable LocalDate last,
      @Nullable LocalDate due,
      String state)
      implements RegisterRow {

    private Value lastVisit() {
      return last == null ? new Value.Word("consolidation.visit.never") : Value.day(last);
    }
  }

  private static final String CHARGES_FRAGMENT =
      """
      select ch.id, ch.cell_id, op.name as cell, p.name as person, p.given_name, p.other_names,
        p.folded, case when mp.path is not null then p.id end as member_id, v.day as last,\
      """
          + " "
          + NextVisit.DUE_FRAGMENT
          + """
           as due
          from charge ch
          join organization_period op
            on op.organization_id = ch.cell_id and op.period @> cast(:on as date)
          join person p on p.id = ch.person_id
          left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
          left join organization_period mp
            on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
            and mp.path <@ any(cast(:scope as ltree[]))
          """
          + NextVisit.JOIN_FRAGMENT
          + """
          where ch.period @> cast(:on as date) and op.path <@ any(cast(:scope as ltree[]))
          """;

  static final String ROWS =
      "select c.* from (select due.*, "
          + NextVisit.STATE_FRAGMENT
          + " as state from ("
          + CHARGES_FRAGMENT
          + """
          ) due) c
          where (cast(:cell as uuid) is null or c.cell_id = cast(:cell as uuid))
            and coalesce(cast(:state as text), '') in ('', c.state)
            and concat_ws(' ', fold(c.cell), c.folded) like :q
          """;

  static final String TOTALS =
      """
      select count(*) filter (where r.state = 'overdue') as overdue,
        count(*) filter (where r.state = 'soon') as soon,
        count(*) filter (where r.state = 'open') as open
      from (%s) r
      """
          .formatted(ROWS);

  static final String OVERDUE =
      "select count(*) from (" + CHARGES_FRAGMENT + ") due where due < cast(:on as date)";

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "cell",
              "consolidation.charge.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi"),
          RegisterColumn.of(
              "person",
              "consolidation.charge.person",
              row -> Value.link(row.person(), "/members/", row.memberId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "last", "consolidation.visit.last", Row::lastVisit, "coalesce(last, '-infinity')"),
          RegisterColumn.of(
              "due",
              "consolidation.visit.due",
              row -> NextVisit.value(row.due(), row.state()),
              "coalesce(due, 'infinity')"));

  private final JdbcClient jdbc;

  DueVisitRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int overdue, int soon, int open) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("consolidation.visit.state.overdue", Value.count(totals.overdue()));
    words.put("consolidation.visit.state.soon", Value.count(totals.soon()));
    words.put("consolidation.visit.state.open", Value.count(totals.open()));
    return words;
  }

  int overdue(Scope scope, LocalDate on) {
    return jdbc.sql(OVERDUE)
        .param("scope", scope.sql())
        .param("on", on)
        .query(Integer.class)
        .single();
  }
}
