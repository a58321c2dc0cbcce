package vn.nenmong.consolidation.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

/// Agencies on a day. One is within the scope when its cell is, or, where it has none, its commune.
@Repository
class AgencyRegisterRepository {

  record Choice(@Nullable String kind, @Nullable String state) {}

  record Row(
      UUID id,
      String name,
      String kind,
      @Nullable UUID cellId,
      @Nullable String cell,
      String commune,
      @Nullable LocalDate since)
      implements RegisterRow {

    private Value covered() {
      return cell == null
          ? new Value.WordTag("agency.without", Value.Tone.WARN)
          : Value.link(cell, "/organizations/", cellId);
    }
  }

  /// Since when is told where it came to be after its commune.
  static final String ROWS =
      """
      select a.id, a.name, a.kind, cell.organization_id as cell_id, cell.name as cell,
        commune.name as commune,
        (select nullif(min(lower(was.period)), lower(c.life)) from agency was where was.id = a.id)
          as since
      from agency a
      join organization c on c.id = a.commune_id
      join organization_period commune
        on commune.organization_id = a.commune_id and commune.period @> cast(:on as date)
      left join organization_period cell
        on cell.organization_id = a.cell_id and cell.period @> cast(:on as date)
      where a.period @> cast(:on as date)
        and coalesce(cell.path, commune.path) <@ any(cast(:scope as ltree[]))
        and coalesce(cast(:kind as text), '') in ('', a.kind)
        and coalesce(cast(:state as text), '')
          in ('', case when cell.organization_id is null then 'without' else 'with' end)
        and fold(concat_ws(' ', a.name, cell.name)) like :q
      """;

  static final String COUNTS =
      """
      select a.commune_id as commune, a.kind, count(*) as agencies,
        count(cell.organization_id) as covered
      from agency a
      join organization_period commune
        on commune.organization_id = a.commune_id and commune.period @> cast(:day as date)
      left join organization_period cell
        on cell.organization_id = a.cell_id and cell.period @> cast(:day as date)
      where a.period @> cast(:day as date)
        and coalesce(cell.path, commune.path) <@ any(cast(:scope as ltree[]))
      group by a.commune_id, a.kind
      """;

  private final JdbcClient jdbc;

  AgencyRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param told whether the viewer may open the history of an agency
  RegisterQuery<Row> query(
      Scope scope, ReportPeriod period, Asked asked, Choice choice, boolean told) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("kind", choice.kind());
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, columns(told), arguments);
  }

  private static List<RegisterColumn<Row>> columns(boolean told) {
    return List.of(
        RegisterColumn.of(
            "name",
            "agency.name",
            row -> Value.link(row.name(), "/history/", told ? row.id() : null),
            "name collate vi"),
        RegisterColumn.of(
            "kind", "agency.kind", row -> new Value.Word("agency.kind." + row.kind()), "kind"),
        RegisterColumn.of("cell", "agency.cell", Row::covered, "coalesce(cell, '') collate vi"),
        RegisterColumn.of(
            "since", "agency.since", row -> Value.day(row.since()), "coalesce(since, '-infinity')"),
        RegisterColumn.of(
            "commune",
            "agency.commune",
            row -> new Value.Text(row.commune()),
            "commune collate vi"));
  }

  List<AgencyCount> counts(Scope scope, LocalDate day) {
    return jdbc.sql(COUNTS)
        .param("scope", scope.sql())
        .param("day", day)
        .query((row, n) ->
            new AgencyCount(
                row.getObject("commune", UUID.class),
                AgencyKind.of(row.getString("kind")),
                row.getInt("agencies"),
                row.getInt("covered")))
        .list();
  }
}
