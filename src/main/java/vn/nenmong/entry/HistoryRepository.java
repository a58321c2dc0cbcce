package vn.nenmong.entry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// What was done to someone or something, and what one change did.
@Repository
class HistoryRepository {

  /// One row that a change touched.
  ///
  /// @param before as JSON, or null for a new row
  /// @param after as JSON, or null for a new or taken row
  record Row(
      UUID change,
      OffsetDateTime at,
      String account,
      String action,
      @Nullable String reason,
      boolean undone,
      String register,
      @Nullable String before,
      @Nullable String after) {}

  private static final int MOST = 300;

  /// Whether a person, an organization, a village or an agency has a place in the scope.
  private static final String WITHIN_FRAGMENT =
      """
      exists (
        select from organization_period op
        where op.path <@ any(cast(:scope as ltree[]))
          and op.organization_id in (
            select :id
            union all
            select s.cell_id from member_state s where s.person_id = :id
            union all
            select v.cell_id from village_period v where v.village_id = :id
            union all
            select v.commune_id from village_period v where v.village_id = :id
            union all
            select a.commune_id from agency a where a.id = :id
            union all
            select p.commune_id from person p
            where p.id = :id and not exists (select from member_state s where s.person_id = p.id)))
      """;

  static final String COMMUNE =
      """
      select commune_id from (
        select id, commune_id from person
        union all
        select id, commune_id from organization
        union all
        select id, commune_id from village
        union all
        select id, commune_id from agency) known
      where id = :id and
      """
          + WITHIN_FRAGMENT
          + "limit 1";

  /// The rows of a person, with those of their memberships; of an organization; of a village; of an
  /// agency.
  static final String OF =
      """
      with mine as (
        select cast(:id as uuid) as id
        union all
        select m.id from membership m where m.person_id = :id)
      select r.change, a.at, coalesce(who.display_name, a.account) as account, a.action,
        coalesce(a.detail ->> 'reason', a.detail ->> 'file') as reason,
        exists (select from undone_change u where u.change = r.change) as undone,
        r.register, cast(opened(r.before, r.person_id) as text) as before,
        cast(opened(r.after, r.person_id) as text) as after
      from row_change r
      join lateral (
        select * from audit_line a where a.change = r.change order by a.id desc limit 1) a on true
      left join account who on who.username = a.account
      where r.subject in (select id from mine) and
      """
          + WITHIN_FRAGMENT
          + """
          order by r.id desc
          limit :limit
          """;

  static final String TOLD =
      """
      select a.change, a.at, coalesce(who.display_name, a.account) as account, a.action,
        exists (select from undone_change u where u.change = a.change) as undone
      from audit_line a
      left join account who on who.username = a.account
      where a.change = :change and exists (
        select from organization_period op
        where op.organization_id = a.commune_id and op.path <@ any(cast(:scope as ltree[])))
      order by a.id desc
      limit 1
      """;

  static final String TOUCHED =
      """
      select register, count(*) as rows
      from row_change
      where change = :change and :scope <> '{}'
      group by register
      order by count(*) desc
      """;

  private final JdbcClient jdbc;

  HistoryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The commune of a person, an organization, a village or an agency that the scope reaches.
  Optional<UUID> commune(Scope scope, UUID id) {
    return jdbc.sql(COMMUNE)
        .param("id", id)
        .param("scope", scope.sql())
        .query(UUID.class)
        .optional();
  }

  /// Newest first, a limited number.
  List<Row> of(Scope scope, UUID id) {
    return jdbc.sql(OF)
        .param("id", id)
        .param("scope", scope.sql())
        .param("limit", MOST)
        .query(Row.class)
        .list();
  }

  Optional<History.Told> told(Scope scope, UUID change) {
    return jdbc.sql(TOLD)
        .param("change", change)
        .param("scope", scope.sql())
        .query(History.Told.class)
        .optional();
  }

  /// @param change one that [#told] tells of
  List<History.Touched> touched(Scope scope, UUID change) {
    return jdbc.sql(TOUCHED)
        .param("change", change)
        .param("scope", scope.sql())
        .query(History.Touched.class)
        .list();
  }
}
