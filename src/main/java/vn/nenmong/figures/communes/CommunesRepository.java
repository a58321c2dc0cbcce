package vn.nenmong.figures.communes;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

@Repository
class CommunesRepository {

  /// @param superior name of the body right above, or null
  /// @param registers that count as complete for the year
  /// @param takenIn as of when its archive was that was taken in, or null where it works here
  record Sent(
      OrganizationRef commune,
      @Nullable String superior,
      List<String> registers,
      @Nullable Instant takenIn) {}

  static final String SENT =
      """
      select o.id, o.code, op.name, op.kind, op.path::text as path,
        (select above.name from organization_period above
          where above.organization_id = op.parent_id and above.period @> cast(:day as date))
          as superior,
        array(select r.register from register_year r
          where r.commune_id = o.id and r.year = :year) as registers,
        t.moment as taken_in
      from organization_period op
      join organization o on o.id = op.organization_id
      left join taken_in t on t.commune_id = o.id
      where o.id = o.commune_id and op.kind not in ('province', 'district')
        and op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:top as ltree) is null or op.path <@ cast(:top as ltree))
      order by superior collate vi nulls first, op.name collate vi, o.code
      """;

  private final JdbcClient jdbc;

  CommunesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The communes of a scope as they were at the end of a period, by the body above and by name.
  ///
  /// @param top a body above communes to narrow to, or null
  List<Sent> sent(Scope scope, @Nullable OrganizationRef top, ReportPeriod period) {
    return jdbc.sql(SENT)
        .param("scope", scope.sql())
        .param("top", top == null ? null : top.path())
        .param("day", period.to())
        .param("year", period.year())
        .query((row, n) -> {
          UUID id = row.getObject("id", UUID.class);
          String code = row.getString("code");
          Array registers = row.getArray("registers");
          Timestamp takenIn = row.getTimestamp("taken_in");
          return new Sent(
              new OrganizationRef(
                  id,
                  id,
                  code,
                  code,
                  row.getString("name"),
                  row.getString("kind"),
                  row.getString("path")),
              row.getString("superior"),
              List.of((String[]) registers.getArray()),
              takenIn == null ? null : takenIn.toInstant());
        })
        .list();
  }
}
