package vn.nenmong.activity.study;

import java.math.BigDecimal;
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
class StudyRegisterRepository {

  record Choice(@Nullable String of) {}

  record Row(
      UUID id,
      String document,
      LocalDate heldOn,
      UUID organizationId,
      String organization,
      int due,
      int present,
      @Nullable BigDecimal rate)
      implements RegisterRow {}

  static final String ROWS =
      """
      select s.id, s.document, s.held_on, s.organization_id, op.name as organization, s.due, s.present,
        round(100.0 * s.present / nullif(s.due, 0), 1) as rate
      from study_session s
      join organization_period op
        on op.organization_id = s.organization_id and op.period @> s.held_on
      where s.held_on between cast(:from as date) and cast(:to as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:organization as text), '') in ('', op.name)
        and fold(concat_ws(' ', s.document, op.name)) like :q
      """;

  static final String TOTALS =
      """
      select sum(r.due) as due, sum(r.present) as present,
        round(100.0 * sum(r.present) / nullif(sum(r.due), 0), 1) as rate
      from (%s) r
      """
          .formatted(ROWS);

  static final String ORGANIZATIONS =
      """
      select distinct r.organization collate vi as organization from (%s) r
      order by organization limit 200
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "heldOn", "activity.study.heldOn", row -> Value.day(row.heldOn()), "held_on"),
          RegisterColumn.of(
              "document",
              "activity.study.document",
              row -> Value.text(row.document()),
              "document collate vi"),
          RegisterColumn.of(
              "organization",
              "activity.study.organization",
              row -> Value.link(row.organization(), "/organizations/", row.organizationId()),
              "organization collate vi"),
          RegisterColumn.number("due", "activity.study.due", row -> Value.count(row.due()), "due"),
          RegisterColumn.number(
              "present", "activity.study.present", row -> Value.count(row.present()), "present"),
          RegisterColumn.number(
              "rate", "activity.study.rate", row -> Value.rate(row.rate()), "coalesce(rate, -1)"));

  private final JdbcClient jdbc;

  StudyRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("organization", choice.of());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(@Nullable Long due, @Nullable Long present, @Nullable BigDecimal rate) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("activity.study.due", Value.count(totals.due()));
    words.put("activity.study.present", Value.count(totals.present()));
    words.put("activity.study.rate", Value.rate(totals.rate()));
    return words;
  }

  /// Those that held one in the period.
  List<String> organizations(Scope scope, ReportPeriod period) {
    return jdbc.sql(ORGANIZATIONS)
        .params(query(scope, period, Asked.NOTHING, new Choice(null)).arguments())
        .query(String.class)
        .list();
  }
}
