package vn.nenmong.cadre.planning;

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
class PlanningRegisterRepository {

  record Choice(@Nullable String post, @Nullable String term) {}

  record Row(
      UUID id,
      String post,
      int fromYear,
      int toYear,
      @Nullable UUID memberId,
      String person,
      @Nullable Integer enteredYear,
      @Nullable String trainingNeed,
      @Nullable String exception)
      implements RegisterRow {}

  static final String ROWS =
      """
      select pe.id, pe.post, pe.from_year, pe.to_year, pe.from_year || ' - ' || pe.to_year as term,
        case when mp.path is not null then p.id end as member_id,
        p.name as person, p.given_name, p.other_names, pe.entered_year, pe.training_need,
        pe.exception
      from planning_entry pe
      join organization_period op
        on op.organization_id = pe.commune_id and op.period @> cast(:on as date)
      join person p on p.id = pe.person_id
      left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
        and mp.path <@ any(cast(:scope as ltree[]))
      where coalesce(pe.entered_year, pe.from_year) <= :year
        and pe.to_year >= :year
        and op.path <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:post as text), '') in ('', pe.post)
        and coalesce(cast(:term as text), '') in ('', pe.from_year || ' - ' || pe.to_year)
        and concat_ws(' ', p.folded, fold(concat_ws(' ', pe.post, pe.training_need))) like :q
      """;

  static final String CHOICES =
      """
      select distinct r.post collate vi as post, r.term from (%s) r order by post, r.term limit 400
      """
          .formatted(ROWS);

  static final String TOTALS =
      """
      select count(*) filter (where r.entered_year = :year) as entered,
        count(*) filter (where r.training_need is not null) as to_train
      from (%s) r
      """
          .formatted(ROWS);

  /// The last discipline that holds and by the rule of its day keeps out of planning.
  static final String DISCIPLINED =
      """
      with said as (
        select array['REPRIMAND', 'WARNING', 'REMOVAL', 'EXPULSION'] as forms)
      select d.day, rule.document_number as document, rule.evidence
      from said, step d
      join lateral rule_on('discipline.removes_from_planning', d.day, d.commune_id) rule on true
      where d.person_id = :person and d.kind = 'discipline_decision' and d.taken_back is null
        and d.day <= make_date(:toYear, 12, 31)
        and array_position(said.forms, upper(d.form)) >= array_position(said.forms, rule.value)
        and (
          select count(*) filter (where s.kind = 'discipline_decision')
            > count(*) filter (where s.kind = 'discipline_lifted')
          from step s
          where s.person_id = d.person_id and s.taken_back is null and (s.day, s.id) >= (d.day, d.id))
        and exists (
          select from organization_period op
          where op.organization_id = d.commune_id
            and (op.path <@ any(cast(:scope as ltree[])) or op.path @> any(cast(:scope as ltree[]))))
      order by d.day desc, d.id desc
      limit 1
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "post",
              "cadre.planning.post",
              row -> Value.text(row.post()),
              "post collate vi",
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "term",
              "cadre.planning.term",
              row -> Value.text(row.fromYear() + " - " + row.toYear()),
              "from_year",
              "to_year"),
          RegisterColumn.of(
              "person",
              "cadre.planning.person",
              row -> Value.link(row.person(), "/members/", row.memberId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "entered",
              "cadre.planning.entered",
              row -> Value.text(row.enteredYear() == null ? null : row.enteredYear().toString()),
              "coalesce(entered_year, 0)"),
          RegisterColumn.of(
              "need",
              "cadre.planning.need",
              row -> Value.text(row.trainingNeed()),
              "coalesce(training_need, '') collate vi"),
          RegisterColumn.of(
              "exception",
              "cadre.planning.exception",
              row -> Value.text(row.exception()),
              "coalesce(exception, '') collate vi"));

  private final JdbcClient jdbc;

  PlanningRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("post", choice.post());
    arguments.put("term", choice.term());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  /// A post that is planned for, and a term.
  record PostAndTerm(String post, String term) {}

  private record Totals(int entered, int toTrain) {}

  /// @param document of the rule
  record Discipline(LocalDate day, String document, String evidence) {}

  /// What keeps someone out of planning for a term.
  Optional<Discipline> discipline(Scope scope, UUID person, int toYear) {
    return jdbc.sql(DISCIPLINED)
        .param("scope", scope.sql())
        .param("person", person)
        .param("toYear", toYear)
        .query(Discipline.class)
        .optional();
  }

  /// What the entries in force can be narrowed to.
  List<PostAndTerm> choices(Scope scope, ReportPeriod period) {
    return jdbc.sql(CHOICES)
        .params(query(scope, period, Asked.NOTHING, new Choice(null, null)).arguments())
        .query(PostAndTerm.class)
        .list();
  }

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("cadre.planning.total.entered", Value.count(totals.entered()));
    words.put("cadre.planning.total.toTrain", Value.count(totals.toTrain()));
    return words;
  }
}
