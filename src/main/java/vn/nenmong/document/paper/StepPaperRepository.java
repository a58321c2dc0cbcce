package vn.nenmong.document.paper;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// What the paper of a step says of its person.
@Repository
@Unscoped("asked of the person of a step that was found in the scope")
class StepPaperRepository {

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

  Someone person(UUID person, LocalDate day) {
    return jdbc.sql(PERSON).param("person", person).param("day", day).query(Someone.class).single();
  }
}
