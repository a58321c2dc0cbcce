package vn.nenmong.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// Asks the database for figures and for the rows behind them. The statements of the sources are
/// put together from [Source] and [Figure]; a test runs every one of them.
@Repository
class FigureRepository {

  /// Where an organization stood last within the period counts.
  static final String SUBTREE =
      """
      select op.organization_id as id, op.commune_id, op.kind,
        op.period @> cast(:to as date) as open
      from organization_period op
      where op.path ~ cast(:inside as lquery)
        and op.path <@ any(cast(:scope as ltree[]))
        and op.period && daterange(:from, :to, '[]')
        and not exists (
          select from organization_period later
          where later.organization_id = op.organization_id and later.period >> op.period
            and later.period && daterange(:from, :to, '[]'))
      """;

  /// The same of all that an organization of today is made of.
  static final String SUBTREE_NOW =
      """
      select op.organization_id as id, op.commune_id, op.kind,
        op.period @> cast(:to as date) as open
      from made_of(cast(:path as ltree), cast(:scope as ltree[]), cast(:today as date)) unit
      join organization_period op on op.organization_id = unit
      where op.path <@ any(cast(:scope as ltree[]))
        and op.period && daterange(:from, :to, '[]')
        and not exists (
          select from organization_period later
          where later.organization_id = op.organization_id and later.period >> op.period
            and later.period && daterange(:from, :to, '[]'))
      """;

  /// What a commune hands in counts for those that it came of too, and what these handed in before
  /// counts for it.
  @Unscoped("asked of a commune that was found in the scope")
  static final String HANDED_IN =
      """
      select commune_id, register, year
      from register_year
      where commune_id = any(cast(:communes as uuid[]))
      union
      select s.predecessor_id, r.register, r.year
      from succession s
      join register_year r
        on r.commune_id = heir_on(s.successor_id, make_date(r.year, 12, 31))
        and r.year >= extract(year from s.day)
      where s.heir and s.predecessor_id = any(cast(:communes as uuid[]))
      union
      select s.successor_id, r.register, r.year
      from succession s
      join register_year r
        on r.commune_id = s.predecessor_id and r.year < extract(year from s.day)
      where s.heir and s.successor_id = any(cast(:communes as uuid[]))
      """;

  static final String TOP_GRADE =
      """
      select value, document_number as document, evidence
      from rule_on('review.top_grade.organization', cast(:day as date), cast(:commune as uuid))
      """;

  private static final int FETCH = 1_000;

  private final JdbcClient jdbc;

  FigureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a source gives to a figure.
  ///
  /// @param part a number, or the text of a figure that is one
  record Counted(long rows, @Nullable Object part, @Nullable BigDecimal whole) {}

  Subtree subtree(Scope scope, OrganizationRef top, ReportPeriod period) {
    return new Subtree(
        top,
        jdbc.sql(SUBTREE)
            .param("inside", "*." + top.path().substring(top.path().lastIndexOf('.') + 1) + ".*")
            .param("scope", scope.sql())
            .param("from", period.from())
            .param("to", period.to())
            .query(Subtree.Part.class)
            .list());
  }

  /// @param top as it is today
  Subtree subtreeNow(Scope scope, OrganizationRef top, ReportPeriod period, LocalDate today) {
    return new Subtree(
        top,
        jdbc.sql(SUBTREE_NOW)
            .param("path", top.path())
            .param("scope", scope.sql())
            .param("today", today)
            .param("from", period.from())
            .param("to", period.to())
            .query(Subtree.Part.class)
            .list());
  }

  HandedIn handedIn(List<UUID> communes) {
    HandedIn handedIn = new HandedIn(communes);
    jdbc.sql(HANDED_IN)
        .param("communes", Subtree.array(communes))
        .query(row -> {
          handedIn.add(
              row.getObject("commune_id", UUID.class),
              row.getString("register"),
              row.getInt("year"));
        });
    return handedIn;
  }

  Optional<Question.TopGrade> topGrade(UUID commune, LocalDate day) {
    return jdbc.sql(TOP_GRADE)
        .param("day", day)
        .param("commune", commune)
        .query(Question.TopGrade.class)
        .optional();
  }

  /// All figures of a source.
  Map<Figure, Counted> values(Source source, Question question) {
    List<Figure> figures = source.figures();
    return jdbc.sql(source.valuesSql())
        .params(question.parameters())
        .query((row, number) -> {
          Map<Figure, Counted> values = new LinkedHashMap<>();
          for (int i = 0; i < figures.size(); i++) {
            values.put(
                figures.get(i),
                new Counted(
                    row.getLong("n" + i),
                    row.getObject("part" + i),
                    row.getBigDecimal("whole" + i)));
          }
          return values;
        })
        .single();
  }

  /// The rows behind a figure.
  ///
  /// @param limit how many at most
  List<FigureRows.Row> rows(Figure figure, Question question, int limit, int offset) {
    Source source = figure.source();
    return jdbc.sql(source.rowsSql(figure.counting()))
        .params(question.parameters())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, number) -> row(source, row))
        .list();
  }

  /// All rows behind a figure, read some at a time within a transaction. To be closed.
  Stream<FigureRows.Row> stream(Figure figure, Question question) {
    Source source = figure.source();
    return jdbc
        .sql(source.rowsSql(figure.counting()))
        .withFetchSize(FETCH)
        .params(question.parameters())
        .param("limit", null, Types.BIGINT)
        .param("offset", 0)
        .query((row, number) -> row(source, row))
        .stream();
  }

  private static FigureRows.Row row(Source source, ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RowColumn column : source.columns()) {
      values.put(
          column.name(),
          switch (column.look()) {
            case DAY, MONTH -> row.getObject(column.name(), LocalDate.class);
            default -> row.getObject(column.name());
          });
    }
    return new FigureRows.Row(
        row.getObject("id", UUID.class),
        values,
        row.getBigDecimal("part"),
        row.getBigDecimal("whole"));
  }
}
