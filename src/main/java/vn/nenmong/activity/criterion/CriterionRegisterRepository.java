package vn.nenmong.activity.criterion;

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
class CriterionRegisterRepository {

  record Row(
      UUID id,
      int position,
      String text,
      int most,
      LocalDate since,
      @Nullable LocalDate last,
      String commune)
      implements RegisterRow {}

  /// Those of a day and those to come; also for who sees only a cell of the commune.
  static final String ROWS =
      """
      select c.id, c.position, c.text, c.most, lower(c.period) as since,
        upper(c.period) - 1 as last, root.name as commune, c.commune_id,
        c.period @> cast(:on as date) as holds
      from meeting_criterion c
      join lateral (
        select o.name from organization_period o
        where o.organization_id = c.commune_id order by o.period desc limit 1) root on true
      where coalesce(upper(c.period) > cast(:on as date), true)
        and exists (
          select from organization_period op
          where lies_in(op.path, op.commune_id) = c.commune_id
            and op.path <@ any(cast(:scope as ltree[])))
        and fold(c.text) like :q
      """;

  /// The most that can be reached on a day in each commune.
  static final String SUMS =
      """
      select sum(c.most)
      from meeting_criterion c
      where c.period @> cast(:on as date) and exists (
        select from organization_period op
        where lies_in(op.path, op.commune_id) = c.commune_id
          and op.path <@ any(cast(:scope as ltree[])))
      group by c.commune_id
      order by c.commune_id
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "position",
              "activity.criterion.position",
              row -> Value.count(row.position()),
              "commune collate vi",
              "position",
              "since"),
          RegisterColumn.of(
              "text", "activity.kept.criterion", row -> Value.text(row.text()), "text collate vi"),
          RegisterColumn.number(
              "most", "activity.kept.most", row -> Value.count(row.most()), "most"),
          RegisterColumn.of(
              "since", "activity.criterion.since", row -> Value.day(row.since()), "since"),
          RegisterColumn.of(
              "last",
              "activity.criterion.last",
              row -> Value.day(row.last()),
              "coalesce(last, 'infinity')"),
          RegisterColumn.of(
              "commune",
              "activity.frame.commune",
              row -> Value.text(row.commune()),
              "commune collate vi"));

  private final JdbcClient jdbc;

  CriterionRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked) {
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, asked.arguments(period, scope.sql()));
  }

  List<Integer> sums(Scope scope, LocalDate on) {
    return jdbc.sql(SUMS).param("scope", scope.sql()).param("on", on).query(Integer.class).list();
  }

  /// Where one commune alone is looked at.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked) {
    List<Integer> sums = sums(scope, period.to());
    Map<String, Value> words = new LinkedHashMap<>();
    if (sums.size() == 1) {
      words.put("activity.criterion.sum", Value.count(sums.getFirst()));
    }
    return words;
  }
}
