package vn.nenmong.activity.minutes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;

@Repository
class OpenChoiceRepository {

  /// The meeting is the one that has waited longest.
  static final String COUNT =
      """
      select count(*) as choices, (array_agg(m.id order by c.received_at))[1] as meeting
      from meeting_change c
      join cell_meeting m on m.id = c.meeting_id
      where c.outcome in ('beside', 'proposed') and c.settled is null
        and exists (
          select from organization_period op
          where op.organization_id = m.cell_id and op.path <@ any(cast(:scope as ltree[]))
            and op.period && daterange(m.month, cast(m.month + interval '1 month' as date)))
      """;

  /// @param meeting where the first of them is, or null
  record Open(int choices, @Nullable UUID meeting) {}

  private final JdbcClient jdbc;

  OpenChoiceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Open count(Scope scope) {
    return jdbc.sql(COUNT).param("scope", scope.sql()).query(Open.class).single();
  }
}
