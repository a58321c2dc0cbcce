package vn.nenmong.document.minutes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

@Repository
@Unscoped("asked of the cell of a meeting that was found in the scope")
class IssuerRepository {

  static final String ISSUER =
      """
      select parent.name as parent, commune.name as commune
      from organization_period op
      join organization_period commune on commune.organization_id = op.commune_id
      left join organization_period parent on parent.organization_id = op.parent_id
        and parent.period && op.period
      where op.organization_id = :cell
      order by op.period @> cast(:day as date) desc, parent.period @> cast(:day as date) desc,
        commune.period @> cast(:day as date) desc, op.period desc
      limit 1
      """;

  /// @param parent name of the body above the cell
  record Issuer(@Nullable String parent, String commune) {}

  private final JdbcClient jdbc;

  IssuerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// As they were on a day.
  Optional<Issuer> of(UUID cell, LocalDate day) {
    return jdbc.sql(ISSUER).param("cell", cell).param("day", day).query(Issuer.class).optional();
  }
}
