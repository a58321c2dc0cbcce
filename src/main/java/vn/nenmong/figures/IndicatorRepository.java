package vn.nenmong.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;

/// Indicators of communes.
@Repository
class IndicatorRepository {

  /// What a year told of the year before counts for that one, where it told nothing itself.
  static final String OF_YEAR =
      """
      select i.code, i.name, i.unit, i.direction, c.code as organization, y.plan,
        coalesce(y.previous, earlier.actual) as previous,
        coalesce(y.actual, later.previous) as actual,
        y.actual is null and later.previous is not null as told_later
      from organization c
      join indicator i on i.commune_id = c.id
      left join indicator_year y on y.indicator_id = i.id and y.year = :year
      left join indicator_year later on later.indicator_id = i.id and later.year = :year + 1
      left join indicator_year earlier on earlier.indicator_id = i.id and earlier.year = :year - 1
      where exists (
          select from organization_period op
          where op.organization_id = c.id and op.period && daterange(:from, :to, '[]')
            and op.path <@ any(cast(:scope as ltree[])))
        and (y.indicator_id is not null or later.previous is not null)
      order by c.code collate vi, i.code collate vi
      """;

  private final JdbcClient jdbc;

  IndicatorRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of the communes that the scope reaches.
  List<Indicator.Told> ofYear(Scope scope, ReportPeriod period) {
    return jdbc.sql(OF_YEAR)
        .param("year", period.year())
        .param("from", period.from())
        .param("to", period.to())
        .param("scope", scope.sql())
        .query(Indicator.Told.class)
        .list();
  }
}
