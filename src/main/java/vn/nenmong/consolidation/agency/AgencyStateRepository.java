package vn.nenmong.consolidation.agency;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.Values;

/// Writes agencies and what is true of them for a while.
@Repository
@Unscoped("asked of an agency that was found in the scope")
class AgencyStateRepository {

  static final String FIND =
      """
      select s.commune_id, s.name as title, s.name, s.kind, cast(s.commune_id as text) as commune,
        cast(s.cell_id as text) as cell,
        (select cast(nullif(min(lower(a.period)), lower(c.life)) as text)
          from agency a where a.id = s.id) as since
      from agency s
      join organization c on c.id = s.commune_id
      where s.id = :id and exists (
        select from organization_period op
        where op.organization_id in (s.commune_id, s.cell_id)
          and op.path <@ any(cast(:scope as ltree[])))
      order by s.period desc
      limit 1
      """;

  static final String INSERT =
      """
      insert into agency (period, commune_id, name, kind, cell_id)
      select daterange(coalesce(cast(:since as date), lower(c.life)), null), c.id, :name, :kind,
        cast(:cell as uuid)
      from organization c
      where c.id = :commune
      returning id
      """;

  static final String HELD =
      """
      select commune_id as commune, upper(period) as until
      from agency where id = :id and period @> cast(:from as date)
      """;

  static final String LATER =
      "select exists (select from agency where id = :id and lower(period) > cast(:from as date))";

  static final String STOP_AT =
      """
      update agency set period = daterange(lower(period), cast(:from as date))
      where id = :id and period @> cast(:from as date)
      """;

  static final String DROP_AT =
      "delete from agency where id = :id and lower(period) = cast(:from as date)";

  static final String BEGIN =
      """
      insert into agency (id, period, commune_id, name, kind, cell_id)
      values (:id, daterange(cast(:from as date), cast(:until as date)), :commune, :name, :kind,
        cast(:cell as uuid))
      """;

  static final String CORRECT =
      """
      update agency set name = :name, kind = :kind, cell_id = cast(:cell as uuid)
      where id = :id and period = (
        select period from agency where id = :id order by period desc limit 1)
      """;

  static final String BEGIN_AT =
      """
      update agency a
      set period = daterange(coalesce(cast(:since as date), lower(c.life)), upper(a.period))
      from organization c
      where c.id = a.commune_id and a.id = :id
        and a.period = (select period from agency where id = :id order by period limit 1)
        and (upper_inf(a.period)
          or coalesce(cast(:since as date), lower(c.life), '-infinity') < upper(a.period))
      """;

  static final String END =
      """
      update agency set period = daterange(lower(period), cast(:last as date) + 1)
      where id = :id and upper_inf(period) and period @> cast(:last as date)
      """;

  static final String DELETE = "delete from agency where id = :id";

  /// What is changed: of which commune it is, and the day from which it is no longer so.
  private record Held(UUID commune, @Nullable LocalDate until) {}

  private static final List<String> FIELDS = List.of("name", "kind", "commune", "cell", "since");

  private final JdbcClient jdbc;

  AgencyStateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Kept> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query((row, n) -> {
          Map<String, String> values = new HashMap<>();
          for (String field : FIELDS) {
            String value = row.getString(field);
            if (value != null) {
              values.put(field, value);
            }
          }
          return new Kept(row.getObject("commune_id", UUID.class), row.getString("title"), values);
        })
        .optional();
  }

  UUID insert(UUID commune, Values values) {
    return with(INSERT, values)
        .param("commune", commune)
        .param("since", values.day("since"))
        .query(UUID.class)
        .single();
  }

  /// @throws Rejected where the agency was not there, or something is recorded of a later day
  void change(UUID id, Values values, LocalDate from) {
    Held held =
        of(HELD, id, from)
            .query(Held.class)
            .optional()
            .orElseThrow(() -> new Rejected("from", "consolidation.unit.problem.outside"));
    if (of(LATER, id, from).query(Boolean.class).single()) {
      throw new Rejected("from", "membership.problem.laterState");
    }
    of(DROP_AT, id, from).update();
    of(STOP_AT, id, from).update();
    with(BEGIN, values)
        .param("id", id)
        .param("from", from)
        .param("until", held.until())
        .param("commune", held.commune())
        .update();
  }

  void correct(UUID id, Values values) {
    with(CORRECT, values).param("id", id).update();
    LocalDate since = values.day("since");
    if (jdbc.sql(BEGIN_AT).param("id", id).param("since", since).update() == 0) {
      throw new Rejected("since", "consolidation.unit.problem.outside");
    }
  }

  void end(UUID id, LocalDate last) {
    if (jdbc.sql(END).param("id", id).param("last", last).update() == 0) {
      throw new Rejected("last", "entry.problem.endOutside");
    }
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  private JdbcClient.StatementSpec of(String statement, UUID id, LocalDate from) {
    return jdbc.sql(statement).param("id", id).param("from", from);
  }

  private JdbcClient.StatementSpec with(String statement, Values values) {
    return jdbc.sql(statement)
        .param("name", values.needed("name"))
        .param("kind", values.needed("kind"))
        .param("cell", values.text("cell"));
  }
}
