package vn.nenmong.consolidation.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.text.Apart;

@Repository
class RegulationRepository {

  /// Those without a regulation first.
  static final String UNITS =
      """
      select op.organization_id as id, op.name, full_code(op.commune_id, o.code) as code, w.number,
        lower(w.period) as since
      from below(:commune, cast(:on as date)) op
      join organization o on o.id = op.organization_id
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

  private record Row(
      UUID id, String name, String code, @Nullable String number, @Nullable LocalDate since) {}

  private final JdbcClient jdbc;

  RegulationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return those of one name told apart
  List<RegulationUnit> units(Scope scope, UUID commune, LocalDate on) {
    List<Row> rows =
        jdbc.sql(UNITS)
            .param("scope", scope.sql())
            .param("commune", commune)
            .param("on", on)
            .query(Row.class)
            .list();
    Map<UUID, String> names = Apart.names(rows, Row::id, Row::name, Row::code);
    return rows.stream()
        .map(row ->
            new RegulationUnit(
                row.id(), names.getOrDefault(row.id(), row.name()), row.number(), row.since()))
        .toList();
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
