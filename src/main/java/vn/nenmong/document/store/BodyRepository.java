package vn.nenmong.document.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// The commune and the cell of a paper.
@Repository
@Unscoped("asked of the commune and cell of what was found in the scope")
public class BodyRepository {

  /// Of the day, or of the nearest day on which it was there.
  static final String BODY =
      """
      select op.name, op.superior, parent.name as parent, (
          select string_agg(p.name, ', ')
          from office_held h
          join person p on p.id = h.person_id
          where h.organization_id = op.organization_id and h.role = 'secretary'
            and h.period @> cast(:day as date)) as secretary
      from organization_period op
      left join organization_period parent on parent.organization_id = op.parent_id
        and parent.period && op.period
      where op.organization_id = :organization
      order by op.period @> cast(:day as date) desc, parent.period @> cast(:day as date) desc,
        op.period desc, parent.period desc
      limit 1
      """;

  /// @param superior as papers head it; null for a cell
  /// @param parent name of the body above in the tree
  public record Body(
      String name,
      @Nullable String superior,
      @Nullable String parent,
      @Nullable String secretary) {}

  private final JdbcClient jdbc;

  BodyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Body> find(UUID organization, LocalDate day) {
    return jdbc.sql(BODY)
        .param("organization", organization)
        .param("day", day)
        .query(Body.class)
        .optional();
  }
}
