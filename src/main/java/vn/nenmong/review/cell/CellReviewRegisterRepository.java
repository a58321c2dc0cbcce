package vn.nenmong.review.cell;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
class CellReviewRegisterRepository {

  record Choice(@Nullable String grade) {}

  record Row(UUID id, UUID recordId, String code, String name, String grade, String label)
      implements RegisterRow {
    private Value gradeTag() {
      return new Value.Tag(
          label,
          switch (grade) {
            case "clean_and_strong", "excellent" -> Value.Tone.OK;
            case "good" -> Value.Tone.PLAIN;
            case "completed" -> Value.Tone.WARN;
            default -> Value.Tone.BAD;
          });
    }
  }

  static final String ROWS =
      """
      select r.organization_id as id,
        cast(md5(cast(r.organization_id as text) || cast(r.year as text)) as uuid) as record_id, o.code, op.name, r.grade, r.label,
        array_position(array['clean_and_strong', 'excellent', 'good', 'completed', 'weak'], r.grade)
          as rank
      from organization_review r
      join organization o on o.id = r.organization_id
      join lateral (
        select last.organization_id, last.name, last.path
        from organization_period last
        where last.organization_id = r.organization_id
          and last.period && daterange(make_date(:year, 1, 1), make_date(:year, 12, 31), '[]')
        order by last.period desc
        limit 1) op on true
      where r.year = :year
        and op.path <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:grade as text), '') in ('', r.grade)
        and fold(concat_ws(' ', o.code, op.name, r.label)) like :q
      """;

  static final String TOTALS =
      """
      select r.grade, count(*) as count from (%s) r group by r.grade, r.rank order by r.rank
      """
          .formatted(ROWS);

  static final String SCHEME =
      """
      select document_number, document_body, document_date, evidence
      from rule_on('review.top_grade.organization', cast(:on as date), cast(:commune as uuid))
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "code", "review.cell.code", row -> Value.text(row.code()), "code collate vi"),
          RegisterColumn.of(
              "name",
              "review.cell.name",
              row -> Value.link(row.name(), "/organizations/", row.id()),
              "name collate vi"),
          RegisterColumn.of(
              "grade", "review.cell.grade", Row::gradeTag, "rank", "code collate vi"));

  private final JdbcClient jdbc;

  CellReviewRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("grade", choice.grade());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Grade(String grade, int count) {}

  /// How many have each grade, the best first, over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, Value> words = new LinkedHashMap<>();
    jdbc.sql(TOTALS)
        .params(query(scope, period, asked, choice).arguments())
        .query(Grade.class)
        .list()
        .forEach(
            grade -> words.put("review.cell.grade." + grade.grade(), Value.count(grade.count())));
    return words;
  }

  /// The rule that gives the grades.
  ///
  /// @param evidence `A` where the text of the instrument was seen
  record Scheme(
      String documentNumber,
      String documentBody,
      @Nullable LocalDate documentDate,
      String evidence) {

    boolean isSecondary() {
      return !evidence.equals("A");
    }
  }

  /// The rule of the day.
  ///
  /// @param commune where it is one alone
  Optional<Scheme> scheme(@Nullable UUID commune, LocalDate on) {
    return jdbc.sql(SCHEME)
        .param("on", on)
        .param("commune", commune)
        .query(Scheme.class)
        .optional();
  }
}
