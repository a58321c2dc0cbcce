package vn.nenmong.consolidation.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
class RegulationRepository {

  /// Those without a regulation first.
  static final String UNITS =
      """
      select op.organization_id as id, op.name, w.number, lower(w.period) as since
      from below(:commune, cast(:on as date)) op
      left join working_regulation w
        on w.organization_id = op.organization_id and w.period @> cast(:on as date)
      where op.kind not in ('province', 'district') and op.path <@ any(cast(:scope as ltree[]))
      order by w.id is not null, nlevel(op.path), op.name collate vi, op.organization_id
      """;

  static final String INSERT =
      """
      insert into working_regulation
        (commune_id, organization_id, number, issued_on, title, changed, period)
      values ((select commune_id from organization where id = :organization), :organization, :number,
        :issuedOn, :title, :changed, %s)
      """
          .formatted(RegulationForm.VERSIONS.period("organization", "since"));

  private final JdbcClient jdbc;

  RegulationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<RegulationUnit> units(Scope scope, UUID commune, LocalDate on) {
    return jdbc.sql(UNITS)
        .param("scope", scope.sql())
        .param("commune", commune)
        .param("on", on)
        .query(RegulationUnit.class)
        .list();
  }

  void insert(Issue issue, UUID organization, String number) {
    jdbc.sql(INSERT)
        .param("organization", organization)
        .param("number", number)
        .param("issuedOn", issue.issuedOn())
        .param("since", issue.since())
        .param("title", issue.title())
        .param("changed", issue.changed())
        .update();
  }
}
