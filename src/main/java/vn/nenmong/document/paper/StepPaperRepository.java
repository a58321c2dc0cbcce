package vn.nenmong.document.paper;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// What the paper of a step says of its person and of the bodies around them.
@Repository
@Unscoped("asked of the person, commune and cell of a step that was found in the scope")
class StepPaperRepository {

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

  static final String PERSON =
      """
      select p.sex, p.born, p.ethnicity, s.occupation, m.card_number as card,
        m.admitted, m.recognised,
        (select v.name from village_period v
         where v.village_id = coalesce(s.village_id, c.village_id)
         order by v.period @> cast(:day as date) desc, v.period desc
         limit 1) as village
      from person p
      left join lateral (
        select * from member_state where person_id = p.id
        order by period @> cast(:day as date) desc, period desc limit 1) s on true
      left join lateral (
        select * from membership where person_id = p.id
        order by period @> cast(:day as date) desc, period desc limit 1) m on true
      left join lateral (
        select * from candidate where person_id = p.id
        order by listed @> cast(:day as date) desc, listed desc limit 1) c on true
      where p.id = :person
      """;

  /// @param superior as papers head it; null for a cell
  /// @param parent name of the body above in the tree
  record Body(
      String name,
      @Nullable String superior,
      @Nullable String parent,
      @Nullable String secretary) {}

  /// Dates as they are kept.
  record Someone(
      @Nullable String sex,
      @Nullable String born,
      @Nullable String ethnicity,
      @Nullable String occupation,
      @Nullable String card,
      @Nullable String admitted,
      @Nullable String recognised,
      @Nullable String village) {}

  private final JdbcClient jdbc;

  StepPaperRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Body> body(UUID organization, LocalDate day) {
    return jdbc.sql(BODY)
        .param("organization", organization)
        .param("day", day)
        .query(Body.class)
        .optional();
  }

  Someone person(UUID person, LocalDate day) {
    return jdbc.sql(PERSON).param("person", person).param("day", day).query(Someone.class).single();
  }
}
