package vn.nenmong.review.member;

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
class MemberReviewRegisterRepository {

  record Choice(@Nullable UUID cell, @Nullable String grade) {}

  record Row(
      UUID id,
      UUID recordId,
      UUID personId,
      String person,
      UUID cellId,
      String cell,
      @Nullable String cardNumber,
      String grade,
      String label)
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
      select r.membership_id as id,
        cast(md5(cast(r.membership_id as text) || cast(r.year as text)) as uuid) as record_id, p.id as person_id, p.name as person, p.given_name, p.other_names,
        r.cell_id, op.name as cell, ms.card_number, r.grade, r.label,
        array_position(array['excellent', 'good', 'completed', 'failed'], r.grade) as rank
      from member_review r
      join membership ms on ms.id = r.membership_id
      join person p on p.id = ms.person_id
      join lateral (
        select last.organization_id, last.name, last.path
        from organization_period last
        where last.organization_id = r.cell_id
          and last.period && daterange(make_date(:year, 1, 1), make_date(:year, 12, 31), '[]')
        order by last.period desc
        limit 1) op on true
      where r.year = :year
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or r.cell_id = cast(:cell as uuid))
        and coalesce(cast(:grade as text), '') in ('', r.grade)
        and concat_ws(' ', p.folded, ms.card_number) like :q
      """;

  static final String TOTALS =
      """
      select r.grade, count(*) as count from (%s) r group by r.grade, r.rank order by r.rank
      """
          .formatted(ROWS);

  static final String WAS_MEMBER =
      """
      select exists (
        select from member_state s
        join organization_period op
          on op.organization_id = s.cell_id and op.path <@ any(cast(:scope as ltree[]))
        where s.person_id = :person
          and s.period && daterange(make_date(:year, 1, 1), make_date(:year, 12, 31), '[]'))
      """;

  /// A discipline of the year that rules the top grade out, by the rule of the year's last day.
  static final String DISCIPLINED =
      """
      select d.day, rule.document_number as document, rule.evidence
      from step d
      join lateral rule_on(
        'discipline.blocks_excellent', make_date(:year, 12, 31), d.commune_id) rule
        on rule.value = 'YES'
      where d.person_id = :person and d.kind = 'discipline_decision' and d.taken_back is null
        and d.day between make_date(:year, 1, 1) and make_date(:year, 12, 31)
        and exists (
          select from organization_period op
          where op.organization_id = d.commune_id
            and (op.path <@ any(cast(:scope as ltree[])) or op.path @> any(cast(:scope as ltree[]))))
      order by d.day
      limit 1
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "name",
              "review.member.name",
              row -> Value.link(row.person(), "/members/", row.personId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "cell",
              "review.member.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi",
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "card",
              "review.member.card",
              row -> Value.text(row.cardNumber()),
              "coalesce(card_number, '')"),
          RegisterColumn.of(
              "grade", "review.member.grade", Row::gradeTag, "rank", "given_name", "other_names"));

  private final JdbcClient jdbc;

  MemberReviewRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
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
            grade -> words.put("review.member.grade." + grade.grade(), Value.count(grade.count())));
    return words;
  }

  /// @param document number of the rule's
  record Discipline(LocalDate day, String document, String evidence) {}

  /// What rules the top grade out for someone in a year.
  Optional<Discipline> discipline(Scope scope, UUID person, int year) {
    return jdbc.sql(DISCIPLINED)
        .param("scope", scope.sql())
        .param("person", person)
        .param("year", year)
        .query(Discipline.class)
        .optional();
  }

  /// Whether someone was a member of a cell of the scope in a year.
  boolean wasMember(Scope scope, UUID person, int year) {
    return jdbc.sql(WAS_MEMBER)
        .param("scope", scope.sql())
        .param("person", person)
        .param("year", year)
        .query(Boolean.class)
        .single();
  }
}
