package vn.nenmong.resolution.register;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.entry.Values;

@Repository
class ResolutionRepository {

  record Resolution(
      UUID communeId,
      UUID organizationId,
      String number,
      String kind,
      String subject,
      LocalDate issuedOn,
      boolean thematic) {}

  static final String FIND =
      """
      select r.commune_id, r.organization_id, r.number, r.kind, r.subject, r.issued_on, r.thematic
      from resolution r
      where r.id = :id and exists (
        select from organization_period op
        where op.organization_id = r.organization_id and op.period @> r.issued_on
          and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String INSERT =
      """
      insert into resolution (commune_id, organization_id, number, kind, subject, issued_on, thematic)
      values (:commune, :organization, :number, :kind, :subject, :issuedOn, :thematic)
      returning id
      """;

  static final String UPDATE =
      """
      update resolution
      set organization_id = :organization, number = :number, kind = :kind, subject = :subject,
        issued_on = :issuedOn, thematic = :thematic
      where id = :id
      """;

  static final String DELETE = "delete from resolution where id = :id";

  private final JdbcClient jdbc;

  ResolutionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Resolution> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query(Resolution.class)
        .optional();
  }

  UUID insert(UUID commune, Values values) {
    return with(INSERT, values).param("commune", commune).query(UUID.class).single();
  }

  void update(UUID id, Values values) {
    with(UPDATE, values).param("id", id).update();
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  private JdbcClient.StatementSpec with(String sql, Values values) {
    return jdbc.sql(sql)
        .param("organization", values.id("organization"))
        .param("number", values.needed("number"))
        .param("kind", values.needed("kind"))
        .param("subject", values.needed("subject"))
        .param("issuedOn", values.day("issuedOn"))
        .param("thematic", values.yes("thematic"));
  }
}
