package vn.nenmong.finding;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// Finds within a scope. What is spelt as it was typed comes first.
@Repository
class FindRepository {

  /// Someone belongs to the cell they were last in, or to their commune.
  private static final String PERSON_FRAGMENT =
      """
      select case
          when member.card is not null or member.id is not null then 'members'
          when exists (select from candidate c where c.person_id = p.id) then 'candidates'
          when exists (select from village_post v where v.person_id = p.id) then 'village-posts'
          else 'people' end as kind,
        p.id, p.name, cell.name as about, member.card as number, p.born as day
      from person p
      left join lateral (
        select m.id, m.card_number as card
        from membership m
        where m.person_id = p.id
        order by m.period desc
        limit 1) member on true
      left join lateral (
        select op.name, op.path
        from member_state s
        join organization_period op on op.organization_id = s.cell_id
        where s.person_id = p.id
        order by s.period desc, op.period desc
        limit 1) cell on true
      where coalesce(cell.path, (
          select op.path from organization_period op
          where op.organization_id = p.commune_id
          order by op.period desc
          limit 1)) <@ any(cast(:scope as ltree[]))
      """;

  private static final String ORGANIZATION_FRAGMENT =
      """
      select 'organizations' as kind, o.id, op.name, above.name as about, o.code as number,
        o.founded as day
      from organization o
      join lateral (
        select * from organization_period op
        where op.organization_id = o.id
        order by op.period desc
        limit 1) op on true
      left join lateral (
        select name from organization_period
        where organization_id = op.parent_id
        order by period desc
        limit 1) above on true
      where op.path <@ any(cast(:scope as ltree[]))
      """;

  /// A village is seen by those who see its commune, or the cell that its members meet in.
  private static final String VILLAGE_FRAGMENT =
      """
      select 'villages' as kind, v.id, vp.name, cell.name as about, v.code as number,
        cast(null as text) as day
      from village v
      join lateral (
        select * from village_period vp
        where vp.village_id = v.id
        order by vp.period desc
        limit 1) vp on true
      left join lateral (
        select name from organization_period
        where organization_id = vp.cell_id
        order by period desc
        limit 1) cell on true
      where exists (
        select from organization_period op
        where op.organization_id in (vp.cell_id, vp.commune_id)
          and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String PEOPLE =
      PERSON_FRAGMENT
          + """
            and p.id in (
              select id from person where folded like :folded
              union all
              select person_id from membership where card_number like :number
              union all
              select id from person where born like :dates
              union all
              select person_id from membership where admitted like :dates or recognised like :dates)
          order by lower(p.name) like :asWritten desc, p.given_name, p.other_names, p.id
          limit :limit
          """;

  static final String ORGANIZATIONS =
      ORGANIZATION_FRAGMENT
          + """
            and (upper(o.code) like :number or o.founded like :dates or exists (
              select from organization_period named
              where named.organization_id = o.id and fold(named.name) like :folded))
          order by lower(op.name) like :asWritten desc, op.name collate vi, o.id
          limit :limit
          """;

  /// By former names too.
  static final String VILLAGES =
      VILLAGE_FRAGMENT
          + """
            and (upper(v.code) like :number or exists (
              select from village_period named
              where named.village_id = v.id and named.folded like :folded))
          order by lower(vp.name) like :asWritten desc, vp.name collate vi, v.id
          limit :limit
          """;

  static final String RESOLUTIONS =
      """
      select 'resolutions' as kind, r.id, r.subject as name, op.name as about, r.number,
        cast(r.issued_on as text) as day
      from resolution r
      join lateral (
        select * from organization_period op
        where op.organization_id = r.organization_id
        order by op.period desc
        limit 1) op on true
      where op.path <@ any(cast(:scope as ltree[]))
        and (fold(r.subject) like :folded or upper(r.number) like :number
          or cast(r.issued_on as text) like :dates)
      order by lower(r.subject) like :asWritten desc, r.issued_on desc, r.id
      limit :limit
      """;

  static final String SEEN_PEOPLE =
      "select seen.*, a.at from account_visit a join lateral ("
          + PERSON_FRAGMENT
          + " and p.id = a.thing) seen on true where a.account = :account";

  static final String SEEN_ORGANIZATIONS =
      "select seen.*, a.at from account_visit a join lateral ("
          + ORGANIZATION_FRAGMENT
          + " and o.id = a.thing) seen on true where a.account = :account";

  static final String SEEN_VILLAGES =
      "select seen.*, a.at from account_visit a join lateral ("
          + VILLAGE_FRAGMENT
          + " and v.id = a.thing) seen on true where a.account = :account";

  static final String SEEN =
      "select kind, id, name, about, number, day from ("
          + SEEN_PEOPLE
          + " union all "
          + SEEN_ORGANIZATIONS
          + " union all "
          + SEEN_VILLAGES
          + ") things order by at desc";

  /// Keeps no more than the last few of an account.
  @Unscoped("what the account itself looked at")
  static final String VISIT =
      """
      with old as (
        delete from account_visit
        where account = :account and thing <> :thing and at <= (
          select at from account_visit
          where account = :account and thing <> :thing
          order by at desc
          offset :others limit 1))
      insert into account_visit (account, thing, at)
      select username, :thing, clock_timestamp() from account where username = :account
      on conflict (account, thing) do update set at = excluded.at
      """;

  private final JdbcClient jdbc;

  FindRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param statement one of those above that look for what is wanted
  List<Thing> find(String statement, Scope scope, Wanted wanted, int limit) {
    return jdbc.sql(statement)
        .param("scope", scope.sql())
        .param("folded", wanted.folded())
        .param("asWritten", wanted.asWritten())
        .param("number", wanted.number())
        .param("dates", wanted.dates())
        .param("limit", limit)
        .query(Thing.class)
        .list();
  }

  /// What an account looked at, the last first, as far as the scope still has it.
  List<Thing> seen(Scope scope, String account) {
    return jdbc.sql(SEEN)
        .param("scope", scope.sql())
        .param("account", account)
        .query(Thing.class)
        .list();
  }

  void visit(String account, UUID thing, int most) {
    jdbc.sql(VISIT)
        .param("account", account)
        .param("thing", thing)
        .param("others", most - 1)
        .update();
  }
}
