package vn.nenmong.membership.candidate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.Values;

@Repository
class CandidateRepository {

  static final String FIND =
      """
      select c.commune_id as commune, p.name as title, p.name, p.born, p.sex, p.ethnicity,
        cast(c.cell_id as text) as cell, cast(c.village_id as text) as village,
        cast(lower(c.listed) as text) as since, cast(c.first_helper_id as text) as "firstHelper",
        cast(c.second_helper_id as text) as "secondHelper", c.class_taken as class,
        c.dossier_completed as dossier, c.status
      from candidate c
      join person p on p.id = c.person_id
      where c.id = :id and exists (
        select from organization_period op
        where op.organization_id = c.cell_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  @Unscoped("asked of a candidate who was found in the scope")
  static final String PERSON = "select person_id from candidate where id = :id";

  static final String INSERT =
      """
      insert into candidate (person_id, commune_id, cell_id, village_id, listed, first_helper_id,
        second_helper_id, class_taken, dossier_completed, status)
      values (:person, :commune, cast(:cell as uuid), cast(:village as uuid),
        daterange(cast(:since as date), null), cast(:firstHelper as uuid),
        cast(:secondHelper as uuid), :class, :dossier, :status)
      returning id
      """;

  static final String UPDATE =
      """
      update candidate
      set cell_id = cast(:cell as uuid), village_id = cast(:village as uuid),
        listed = daterange(cast(:since as date), upper(listed)),
        first_helper_id = cast(:firstHelper as uuid),
        second_helper_id = cast(:secondHelper as uuid), class_taken = :class,
        dossier_completed = :dossier, status = :status
      where id = :id
      """;

  static final String WITHDRAW =
      """
      update candidate
      set listed = daterange(lower(listed), cast(:last as date) + 1), status = 'withdrawn',
        status_text = :reason
      where id = :id and listed @> cast(:last as date)
      """;

  static final String DELETE = "delete from candidate where id = :id";

  private final JdbcClient jdbc;

  CandidateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Kept> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query((row, n) -> {
          Map<String, String> values = new HashMap<>();
          for (int i = 3; i <= row.getMetaData().getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null) {
              values.put(row.getMetaData().getColumnLabel(i), value);
            }
          }
          return new Kept(row.getObject("commune", UUID.class), row.getString("title"), values);
        })
        .optional();
  }

  UUID person(UUID id) {
    return jdbc.sql(PERSON).param("id", id).query(UUID.class).single();
  }

  UUID insert(UUID commune, UUID person, Values values) {
    return with(INSERT, values)
        .param("commune", commune)
        .param("person", person)
        .query(UUID.class)
        .single();
  }

  void update(UUID id, Values values) {
    with(UPDATE, values).param("id", id).update();
  }

  void withdraw(UUID id, LocalDate last, String reason) {
    int withdrawn =
        jdbc.sql(WITHDRAW).param("id", id).param("last", last).param("reason", reason).update();
    if (withdrawn == 0) {
      throw new Rejected("last", "entry.problem.endOutside");
    }
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  private JdbcClient.StatementSpec with(String sql, Values values) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    for (String field :
        new String[] {
          "cell", "village", "since", "firstHelper", "secondHelper", "class", "dossier", "status"
        }) {
      statement = statement.param(field, values.text(field));
    }
    return statement;
  }
}
