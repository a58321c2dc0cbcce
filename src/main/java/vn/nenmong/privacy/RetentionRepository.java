package vn.nenmong.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

@Repository
public class RetentionRepository {

  /// A rule on how long something is kept.
  ///
  /// @param months after which it need not be kept
  /// @param evidence how well the rule is known, as in `rule_value`
  public record Rule(
      String code, int months, String document, String body, String evidence, LocalDate since) {}

  /// Someone whose time is over.
  ///
  /// @param why `candidate`, who has not applied, or `left`
  /// @param since first listed, or the last day of the membership
  public record Due(UUID id, String name, String why, @Nullable String cell, LocalDate since) {}

  /// What keeps a person from being erased, as a message key below `privacy.erase.`; none for
  /// nothing.
  @Unscoped("asked of a person who was found in the scope")
  static final String STANDS_IN_THE_WAY =
      """
      select case
        when exists (select from membership m where m.person_id = :id and upper_inf(m.period))
          then 'member'
        when exists (select from office_held o where o.person_id = :id and upper_inf(o.period))
          then 'office'
        when exists (select from village_post v where v.person_id = :id and upper_inf(v.period))
          then 'post'
        end
      """;

  static final String RULES =
      """
      select code, cast(value as int) as months, document_number as document,
        document_body as body, evidence, coalesce(lower(valid), '-infinity') as since
      from rule_value
      where code in ('retention.candidate.months', 'retention.left.months')
        and valid @> cast(:day as date)
      order by code
      """;

  /// The rule of the day on which the time began.
  static final String DUE =
      """
      select p.id, p.name, 'candidate' as why, op.name as cell, lower(c.listed) as since
      from candidate c
      join person p on p.id = c.person_id
      join organization_period op on op.organization_id = c.cell_id
        and op.period @> greatest(lower(c.listed), lower(op.period))
      join lateral rule_on(
        'retention.candidate.months', coalesce(c.listed_first, lower(c.listed)), c.commune_id) r on true
      where op.path <@ any(cast(:scope as ltree[])) and op.period @> cast(:day as date)
        and c.status in ('listed', 'class_taken', 'withdrawn')
        and not exists (
          select from step a
          where a.person_id = p.id and a.kind = 'application' and a.taken_back is null)
        and lower(c.listed) + make_interval(months => cast(r.value as int)) < cast(:day as date)
        and not exists (select from membership m where m.person_id = p.id)
        and not exists (
          select from village_post v where v.person_id = p.id and v.period @> cast(:day as date))
        and not exists (
          select from kept_person k where k.person_id = p.id and k.until >= cast(:day as date))
      union all
      select p.id, p.name, 'left', op.name, upper(m.period) - 1
      from membership m
      join person p on p.id = m.person_id
      join member_state s on s.person_id = p.id and upper(s.period) = upper(m.period)
      join organization_period op on op.organization_id = s.cell_id
        and op.period @> upper(m.period) - 1
      join lateral rule_on('retention.left.months', upper(m.period) - 1, m.commune_id) r on true
      where op.path <@ any(cast(:scope as ltree[]))
        and upper(m.period) - 1 + make_interval(months => cast(r.value as int)) < cast(:day as date)
        and not exists (
          select from membership n where n.person_id = p.id and n.period >> m.period)
        and p.born is not null
        and not exists (
          select from kept_person k where k.person_id = p.id and k.until >= cast(:day as date))
      order by 5, 2
      """;

  static final String KEEP =
      """
      insert into kept_person (person_id, commune_id, reason, until)
      select id, commune_id, :reason, cast(:until as date) from person where id = :id
      on conflict (person_id) do update set reason = excluded.reason, until = excluded.until
      """;

  private final JdbcClient jdbc;

  RetentionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> standsInTheWay(UUID id) {
    return jdbc.sql(STANDS_IN_THE_WAY)
        .param("id", id)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  List<Rule> rules(LocalDate day) {
    return jdbc.sql(RULES).param("day", day).query(Rule.class).list();
  }

  List<Due> due(Scope scope, LocalDate day) {
    return jdbc.sql(DUE).param("scope", scope.sql()).param("day", day).query(Due.class).list();
  }

  void keep(UUID id, String reason, LocalDate until) {
    jdbc.sql(KEEP).param("id", id).param("reason", reason).param("until", until).update();
  }
}
