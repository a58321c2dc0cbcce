package vn.nenmong.membership.candidate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

/// Outstanding people on a day, in the order of their ids, through all communes of a scope.
@Repository
class CandidatesApiRepository {

  static final String CANDIDATES =
      """
      select ca.id, ca.person_id as person, p.name, p.sex, p.born, p.ethnicity,
        ca.cell_id as cell,
        case when o.id = c.id then o.code else c.code || '/' || o.code end as organization,
        op.name as cell_name, vp.name as village, lower(ca.listed) as listed, ca.class_taken,
        ca.dossier_completed, ca.status
      from candidate ca
      join person p on p.id = ca.person_id
      join organization_period op
        on op.organization_id = ca.cell_id and op.period @> cast(:on as date)
      join organization o on o.id = ca.cell_id
      join organization c on c.id = o.commune_id
      left join village_period vp
        on vp.village_id = ca.village_id and vp.period @> cast(:on as date)
      where ca.listed @> cast(:on as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:status as text), ca.status) = ca.status
        and (cast(:after as uuid) is null or ca.id > cast(:after as uuid))
      order by ca.id
      limit :limit
      """;

  private final JdbcClient jdbc;

  CandidatesApiRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<CandidatesApi.Candidate> candidates(
      Scope scope, LocalDate on, @Nullable String status, @Nullable UUID after, int limit) {
    return jdbc.sql(CANDIDATES)
        .param("scope", scope.sql())
        .param("on", on)
        .param("status", status)
        .param("after", after)
        .param("limit", limit)
        .query(CandidatesApi.Candidate.class)
        .list();
  }
}
