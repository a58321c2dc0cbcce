package vn.nenmong.resolution.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
class IndicatorRegisterRepository {

  record Choice(@Nullable String state) {}

  record Row(
      UUID id,
      UUID recordId,
      String code,
      String name,
      String unit,
      String direction,
      @Nullable BigDecimal previous,
      @Nullable BigDecimal plan,
      @Nullable BigDecimal actual,
      @Nullable BigDecimal ofPlan,
      @Nullable BigDecimal growth,
      boolean points,
      @Nullable String state,
      @Nullable String resolutionNumber)
      implements RegisterRow {
    private Value change() {
      if (growth == null) {
        return Value.none();
      }
      return points ? new Value.Points(growth) : Value.rate(growth);
    }

    private Value stateTag() {
      Value.Tone tone =
          switch (Objects.requireNonNullElse(state, "open")) {
            case "reached" -> Value.Tone.OK;
            case "missed" -> Value.Tone.WARN;
            default -> Value.Tone.PLAIN;
          };
      return new Value.WordTag("resolution.indicator.state." + state, tone);
    }

    private static Value plain(@Nullable BigDecimal number) {
      return Value.count(number == null ? null : strip(number));
    }

    /// `510`, not `510.0000` as it is stored.
    private static BigDecimal strip(BigDecimal number) {
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }

  /// A rate is not set against its plan in per cent, and its change is in points; what should fall
  /// is reached at or below its plan. Those of a commune are its cells' too; those of one name are
  /// told apart by their communes.
  static final String ROWS =
      """
      select v.*,
        case
          when v.actual is null or v.plan is null then 'open'
          when v.direction = 'up' and v.actual >= v.plan then 'reached'
          when v.direction = 'down' and v.actual <= v.plan then 'reached'
          else 'missed' end as state
      from (
        select i.id,
          cast(md5(cast(i.id as text) || cast(y.year as text)) as uuid) as record_id, i.code,
          case when count(*) over (partition by i.name) > 1 then i.name || ' (' || op.name || ')'
            else i.name end as name,
          i.unit, i.direction, i.unit = '%' as points,
          y.previous, y.plan, y.actual, y.resolution_number,
          case when i.direction = 'up' and i.unit <> '%'
            then round(100 * y.actual / nullif(y.plan, 0), 1) end as of_plan,
          case when i.unit = '%' then round(y.actual - y.previous, 1)
            else round(100 * y.actual / nullif(y.previous, 0) - 100, 1) end as growth
        from indicator i
        join indicator_year y on y.indicator_id = i.id and y.year = :year
        join organization_period op
          on op.organization_id = i.commune_id and op.period @> cast(:on as date)
        where (op.path <@ any(cast(:scope as ltree[])) or op.path @> any(cast(:scope as ltree[])))
          and fold(concat_ws(' ', i.code, i.name, y.resolution_number)) like :q) v
      where coalesce(cast(:state as text), '') in ('',
        case
          when v.actual is null or v.plan is null then 'open'
          when v.direction = 'up' and v.actual >= v.plan then 'reached'
          when v.direction = 'down' and v.actual <= v.plan then 'reached'
          else 'missed' end)
      """;

  static final String TOTALS =
      """
      select count(*) filter (where r.state = 'reached') as reached,
        count(*) filter (where r.state <> 'open') as planned
      from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "code",
              "resolution.indicator.code",
              row -> Value.text(row.code()),
              "code collate vi"),
          RegisterColumn.of(
              "name",
              "resolution.indicator.name",
              row -> Value.text(row.name()),
              "name collate vi"),
          RegisterColumn.of(
              "unit",
              "resolution.indicator.unit",
              row -> Value.text(row.unit()),
              "unit collate vi"),
          RegisterColumn.number(
              "previous",
              "resolution.indicator.previous",
              row -> Row.plain(row.previous()),
              "coalesce(previous, -1)"),
          RegisterColumn.number(
              "plan",
              "resolution.indicator.plan",
              row -> Row.plain(row.plan()),
              "coalesce(plan, -1)"),
          RegisterColumn.number(
              "actual",
              "resolution.indicator.actual",
              row -> Row.plain(row.actual()),
              "coalesce(actual, -1)"),
          RegisterColumn.number(
              "ofPlan",
              "resolution.indicator.ofPlan",
              row -> Value.rate(row.ofPlan()),
              "coalesce(of_plan, -1)"),
          RegisterColumn.number(
              "growth", "resolution.indicator.growth", Row::change, "coalesce(growth, -100000)"),
          RegisterColumn.of("state", "resolution.indicator.state", Row::stateTag, "state"),
          RegisterColumn.of(
              "resolution",
              "resolution.indicator.resolution",
              row -> Value.text(row.resolutionNumber()),
              "coalesce(resolution_number, '') collate vi"));

  private final JdbcClient jdbc;

  IndicatorRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int reached, int planned) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("resolution.indicator.total.planned", Value.count(totals.planned()));
    words.put("resolution.indicator.total.reached", Value.count(totals.reached()));
    return words;
  }
}
