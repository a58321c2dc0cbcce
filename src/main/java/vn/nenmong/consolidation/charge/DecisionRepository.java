package vn.nenmong.consolidation.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
class DecisionRepository {

  /// @param serving whether they are of the committee on the day
  record Someone(UUID id, String name, @Nullable String title, boolean serving) {}

  /// Charges that hold on a day or later, and those that bear a number.
  static final String CHARGES =
      """
      select c.id, c.cell_id as cell, c.person_id as person, lower(c.period) as since,
        upper(c.period) as until, c.decision_id as decision, c.document_number as document
      from charge c
      where c.commune_id in (select commune_id from below(:commune, cast(:day as date)))
        and heir_on(c.cell_id, cast(:day as date)) in (
          select organization_id from below(:commune, cast(:day as date)))
        and (c.period && daterange(cast(:day as date), null) or c.document_number = :number)
        and exists (
          select from organization_period op
          where op.organization_id = :commune and op.path <@ any(cast(:scope as ltree[])))
      order by c.cell_id, lower(c.period) nulls first, c.person_id
      """;

  /// Those of the committee on a day first, then who was of it or in charge of a cell some other
  /// time.
  static final String PEOPLE =
      """
      select p.id, p.name, held.title, coalesce(held.serving, false) as serving
      from person p
      left join lateral (
        select h.title, h.period @> cast(:day as date) as serving
        from office_held h
        where h.person_id = p.id and h.organization_id in (select inherited(:commune))
          and h.role <> 'other'
        order by h.period @> cast(:day as date) desc, h.period desc
        limit 1) held on true
      where p.commune_id in (select commune_id from below(:commune, cast(:day as date)))
        and (held.serving is not null or exists (
          select from charge c
          where c.person_id = p.id and heir_on(c.cell_id, cast(:day as date)) in (
            select organization_id from below(:commune, cast(:day as date)))))
        and exists (
          select from organization_period op
          where op.organization_id = :commune and op.path <@ any(cast(:scope as ltree[])))
      order by coalesce(held.serving, false) desc, p.given_name, p.other_names, p.id
      """;

  static final String FIND =
      """
      select d.id, d.number, d.body, d.day, d.replaces, d.note,
        (select r.change from row_change r
         where r.subject = d.commune_id and r.register = 'charge_decision'
           and r.former_key is null and r.key ->> 'id' = cast(d.id as text)
         limit 1) as change
      from charge_decision d
      where d.id = :id and exists (
        select from organization_period op
        where op.path <@ any(cast(:scope as ltree[]))
          and (op.organization_id = d.commune_id
            or op.organization_id in (
              select c.cell_id from charge c where d.id in (c.decision_id, c.replaced_by))))
      """;

  private static final String LINES_FRAGMENT =
      """
      select op.organization_id as cell_id, op.name as cell, p.name as person,
        case when mp.path is not null then p.id end as member_id, c.since,
        upper(c.period) - 1 as last
      from charge c
      join person p on p.id = c.person_id
      join lateral (
        select o.organization_id, o.name, o.path from organization_period o
        where o.organization_id = c.cell_id and o.period && c.period
        order by o.period limit 1) op on true
      left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
        and mp.path <@ any(cast(:scope as ltree[]))
      where op.path <@ any(cast(:scope as ltree[])) and c.\
      """;

  private static final String IN_ORDER_FRAGMENT =
      " = :id order by p.given_name, p.other_names, p.id, op.name collate vi";

  static final String LINES = LINES_FRAGMENT + "decision_id" + IN_ORDER_FRAGMENT;

  static final String REPLACED = LINES_FRAGMENT + "replaced_by" + IN_ORDER_FRAGMENT;

  /// Numbers of papers that charges were entered with, and no decision.
  static final String LOOSE =
      """
      select c.document_number
      from charge c
      where c.decision_id is null and c.document_number is not null
        and c.period @> cast(:on as date)
        and exists (
          select from organization_period op
          where op.organization_id = c.cell_id and op.path <@ any(cast(:scope as ltree[])))
      group by c.document_number
      order by min(lower(c.period)) nulls first, c.document_number collate vi
      limit 20
      """;

  static final String INSERT =
      """
      insert into charge_decision (id, commune_id, number, body, day, replaces, note)
      values (:id, :commune, :number, :body, :day, :replaces, :note)
      """;

  static final String ADOPT =
      """
      update charge set decision_id = :decision, document_number = :number
      where id = any(cast(:charges as uuid[]))
      """;

  static final String END =
      """
      update charge set period = daterange(lower(period), cast(:day as date)),
        replaced_by = :decision
      where id = any(cast(:charges as uuid[]))
      """;

  static final String BEGIN =
      """
      insert into charge (commune_id, person_id, cell_id, since, document_number, decision_id, period)
      select b.commune_id, cast(:person as uuid), b.id, cast(cast(:day as date) as text),
        cast(:number as text), cast(:decision as uuid),
        daterange(cast(:day as date), least(cast(:until as date), upper(b.life)))
      from organization b where b.id = :cell
      """;

  /// What charges tell of their decision follows it.
  static final String RENUMBER =
      """
      update charge c set document_number = d.number
      from charge_decision d
      where d.id = :id and c.decision_id = d.id and c.document_number is distinct from d.number
      """;

  private final JdbcClient jdbc;

  DecisionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Charge> charges(Scope scope, UUID commune, LocalDate day, String number) {
    return jdbc.sql(CHARGES)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("day", day)
        .param("number", number)
        .query(Charge.class)
        .list();
  }

  List<Someone> people(Scope scope, UUID commune, LocalDate day) {
    return jdbc.sql(PEOPLE)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("day", day)
        .query(Someone.class)
        .list();
  }

  Optional<DecisionFacts> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query(DecisionFacts.class)
        .optional();
  }

  List<DecisionLine> lines(Scope scope, UUID decision, LocalDate on) {
    return lines(LINES, scope, decision, on);
  }

  /// The charges that ended with a decision.
  List<DecisionLine> replaced(Scope scope, UUID decision, LocalDate on) {
    return lines(REPLACED, scope, decision, on);
  }

  private List<DecisionLine> lines(String statement, Scope scope, UUID decision, LocalDate on) {
    return jdbc.sql(statement)
        .param("id", decision)
        .param("scope", scope.sql())
        .param("on", on)
        .query(DecisionLine.class)
        .list();
  }

  List<String> loose(Scope scope, LocalDate on) {
    return jdbc.sql(LOOSE).param("scope", scope.sql()).param("on", on).query(String.class).list();
  }

  void insert(UUID id, UUID commune, Decision decision, ChargePlan plan) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("commune", commune)
        .param("number", decision.number())
        .param("body", decision.body())
        .param("day", decision.day())
        .param("replaces", decision.replaces().code())
        .param("note", decision.note())
        .update();
    of(ADOPT, plan.adopted()).param("decision", id).param("number", decision.number()).update();
    of(END, plan.ended()).param("decision", id).param("day", decision.day()).update();
    for (ChargePlan.Begun begun : plan.begun()) {
      jdbc.sql(BEGIN)
          .param("person", begun.line().person())
          .param("cell", begun.line().cell())
          .param("day", decision.day())
          .param("until", begun.until())
          .param("number", decision.number())
          .param("decision", id)
          .update();
    }
  }

  private JdbcClient.StatementSpec of(String statement, List<Charge> charges) {
    return jdbc.sql(statement)
        .param("charges", new SqlArrayValue("uuid", charges.stream().map(Charge::id).toArray()));
  }

  void renumber(UUID decision) {
    jdbc.sql(RENUMBER).param("id", decision).update();
  }
}
