package vn.nenmong.figures;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
class TermRepository {

  /// The terms of an organization, and before those of what it came of, as one where their
  /// congresses lay within a year of each other: each commune holds its own on a day of its own.
  static final String TERMS =
      """
      with recursive chosen as (
        select o.id, upper(o.life) as ended
        from organization c
        join organization o on o.commune_id = c.id and o.code = :code
        where c.id = c.commune_id and c.code = :commune
          and exists (
            select from organization_period op
            where op.organization_id = o.id and op.path <@ any(cast(:scope as ltree[])))),
      mine as (
        select id, date 'infinity' as until from chosen
        union
        select s.predecessor_id, least(mine.until, s.day)
        from mine join succession s on s.successor_id = mine.id),
      begun as (
        select t.began, t.organization_id in (select id from chosen) as own,
          t.began - lag(t.began) over (order by t.began) > 365 as apart
        from mine
        join committee_term t on t.organization_id = mine.id and t.began < mine.until
        where t.began <= cast(:today as date)),
      congress as (
        select began, own, count(*) filter (where apart) over (order by began) as number
        from begun),
      term as (
        select coalesce(min(began) filter (where own), min(began)) as began
        from congress group by number),
      ending as (
        select began, coalesce(lead(began) over (order by began), (select ended from chosen)) as next
        from term)
      select began as from, least(next - 1, cast(:today as date)) as to,
        coalesce(next <= cast(:today as date), false) as over
      from ending
      where began < coalesce(next, 'infinity')
      order by began desc
      """;

  private final JdbcClient jdbc;

  TermRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest first; none of an organization that the scope does not reach.
  ///
  /// @param organization `NATONG`, or `NATONG/CB01` for what lies in a commune
  List<Term> terms(Scope scope, String organization, LocalDate today) {
    int slash = organization.indexOf('/');
    return jdbc.sql(TERMS)
        .param("commune", slash < 0 ? organization : organization.substring(0, slash))
        .param("code", organization.substring(slash + 1))
        .param("scope", scope.sql())
        .param("today", today)
        .query(Term.class)
        .list();
  }
}
