package vn.nenmong.membership.record;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// Members on a day, in the order of their ids, through all communes of a scope.
@Repository
class MembersApiRepository {

  static final String MEMBERS =
      """
      select p.id, p.name, p.sex, p.born, p.ethnicity, s.cell_id as cell,
        case when o.id = c.id then o.code else c.code || '/' || o.code end as organization,
        op.name as cell_name, vp.name as village, s.standing, s.exempt, m.admitted, m.recognised,
        m.card_number, s.education, s.qualification, s.theory, s.occupation
      from member_state s
      join person p on p.id = s.person_id
      join membership m on m.person_id = s.person_id and m.period @> cast(:on as date)
      join organization_period op
        on op.organization_id = s.cell_id and op.period @> cast(:on as date)
      join organization o on o.id = s.cell_id
      join organization c on c.id = o.commune_id
      left join village_period vp
        on vp.village_id = s.village_id and vp.period @> cast(:on as date)
      where s.period @> cast(:on as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:standing as text), s.standing) = s.standing
        and (cast(:after as uuid) is null or s.person_id > cast(:after as uuid))
      order by s.person_id
      limit :limit
      """;

  private final JdbcClient jdbc;

  MembersApiRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<MembersApi.Member> members(
      Scope scope, LocalDate on, @Nullable String standing, @Nullable UUID after, int limit) {
    return jdbc.sql(MEMBERS)
        .param("scope", scope.sql())
        .param("on", on)
        .param("standing", standing)
        .param("after", after)
        .param("limit", limit)
        .query(MembersApi.Member.class)
        .list();
  }
}
