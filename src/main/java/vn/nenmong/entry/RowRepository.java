package vn.nenmong.entry;

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

/// Reads and writes the rows of a [RowTable], and what forms offer to choose from.
@Repository
public class RowRepository {

  static final String VILLAGES =
      """
      select v.village_id as value,
        v.name || case when v.period @> cast(:on as date) then ''
          else to_char(upper(v.period) - 1, '" (… – "DD/MM/YYYY")"') end as text,
        false as key
      from village_period v
      where (v.period @> cast(:on as date) or upper(v.period) <= cast(:on as date)
          and not exists (
            select from village_period later
            where later.village_id = v.village_id and later.period >> v.period))
        and exists (
          select from organization_period op
          where op.organization_id in (v.commune_id, v.cell_id)
            and op.path <@ any(cast(:scope as ltree[])))
      order by v.period @> cast(:on as date) desc, v.name collate vi, v.village_id
      """;

  static final String COMMUNE_OF_VILLAGE =
      """
      select v.commune_id
      from village v
      where v.id = :id and exists (
        select from organization_period op
        where op.organization_id = v.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String COMMUNE_OF_PERSON =
      """
      select p.commune_id
      from person p
      where p.id = :id and exists (
        select from organization_period op
        where op.organization_id = p.commune_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  private final JdbcClient jdbc;

  RowRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The villages of a scope on a day, and after them those that ended before.
  public List<Field.Choice> villages(Scope scope, LocalDate on) {
    return jdbc.sql(VILLAGES)
        .param("scope", scope.sql())
        .param("on", on)
        .query(Field.Choice.class)
        .list();
  }

  /// @throws Rejected where there is no such village in the scope
  public UUID communeOfVillage(Scope scope, UUID village) {
    return commune(COMMUNE_OF_VILLAGE, scope, village);
  }

  /// @throws Rejected where there is no such person in the scope
  public UUID communeOfPerson(Scope scope, UUID person) {
    return commune(COMMUNE_OF_PERSON, scope, person);
  }

  private UUID commune(String statement, Scope scope, UUID id) {
    return jdbc.sql(statement)
        .param("id", id)
        .param("scope", scope.sql())
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new Rejected(null, "entry.problem.gone"));
  }

  Optional<Kept> find(RowTable table, Scope scope, UUID id) {
    return jdbc.sql(table.select())
        .param("id", id)
        .param("scope", scope.sql())
        .query((row, n) -> {
          Map<String, String> values = new HashMap<>();
          for (String field : table.fields()) {
            String value = row.getString(field);
            if (value != null) {
              values.put(field, value);
            }
          }
          return new Kept(row.getObject("commune", UUID.class), row.getString("title"), values);
        })
        .optional();
  }

  public UUID insert(RowTable table, UUID commune, Values values) {
    return with(table.insert(), table, values).param("commune", commune).query(UUID.class).single();
  }

  public void update(RowTable table, UUID id, Values values) {
    with(table.update(), table, values).param("id", id).update();
  }

  /// What a row belongs to.
  ///
  /// @param column that refers to it
  public UUID owner(RowTable table, UUID id, String column) {
    return jdbc.sql(table.owner(column)).param("id", id).query(UUID.class).single();
  }

  public void delete(RowTable table, UUID id) {
    jdbc.sql(table.delete()).param("id", id).update();
  }

  /// Shortens the time that a row is true for.
  ///
  /// @param column a `daterange`
  /// @param written a date column that holds its last day as it was given, or null
  /// @throws Rejected where it begins later, or is over already
  public void end(
      RowTable table, UUID id, String column, @Nullable String written, LocalDate last) {
    String also = written == null ? "" : ", " + written + " = cast(cast(:last as date) as text)";
    int ended =
        jdbc.sql(
                """
                update %1$s r set %2$s = daterange(lower(r.%2$s), cast(:last as date) + 1)%3$s
                where %4$s = :id
                  and cast(:last as date) >= coalesce(lower(r.%2$s), cast(:last as date))
                  and (upper_inf(r.%2$s) or cast(:last as date) < upper(r.%2$s) - 1)
                """
                    .formatted(table.name(), column, also, table.id()))
            .param("id", id)
            .param("last", last)
            .update();
    if (ended == 0) {
      throw new Rejected("last", "entry.problem.endOutside");
    }
  }

  private JdbcClient.StatementSpec with(String sql, RowTable table, Values values) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    for (String field : table.fields()) {
      statement = statement.param(field, values.text(field));
    }
    return statement;
  }
}
