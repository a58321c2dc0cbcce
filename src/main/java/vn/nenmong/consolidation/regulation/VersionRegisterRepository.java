package vn.nenmong.consolidation.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

/// Every version of every working regulation.
@Repository
class VersionRegisterRepository {

  /// @param cell an organization of which to show the versions
  record Choice(@Nullable UUID cell) {}

  record Row(
      UUID id,
      UUID organizationId,
      String organization,
      String number,
      LocalDate issuedOn,
      LocalDate since,
      @Nullable LocalDate last,
      String title,
      @Nullable String changed)
      implements RegisterRow {

    private Value until() {
      return last == null
          ? new Value.WordTag("consolidation.regulation.inForce", Value.Tone.OK)
          : Value.day(last);
    }
  }

  static final String ROWS =
      """
      select w.id, w.organization_id, op.name as organization, w.number, w.issued_on,
        lower(w.period) as since, upper(w.period) - 1 as last, w.title, w.changed
      from working_regulation w
      join lateral (
        select o.name, o.path from organization_period o
        where o.organization_id = w.organization_id and o.period && w.period
        order by o.period desc limit 1) op on true
      where op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or w.organization_id = cast(:cell as uuid))
        and fold(concat_ws(' ', op.name, w.number, w.title, w.changed)) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "organization",
              "consolidation.regulation.organization",
              row -> Value.link(row.organization(), "/organizations/", row.organizationId()),
              "organization collate vi",
              "since"),
          RegisterColumn.of(
              "number",
              "consolidation.regulation.number",
              row -> Value.text(row.number()),
              "number collate vi"),
          RegisterColumn.of(
              "issuedOn",
              "consolidation.regulation.issuedOn",
              row -> Value.day(row.issuedOn()),
              "issued_on"),
          RegisterColumn.of(
              "since", "consolidation.regulation.since", row -> Value.day(row.since()), "since"),
          RegisterColumn.of(
              "last", "consolidation.regulation.last", Row::until, "coalesce(last, 'infinity')"),
          RegisterColumn.of(
              "title", "consolidation.regulation.title", row -> Value.text(row.title())),
          RegisterColumn.of(
              "changed", "consolidation.regulation.changed", row -> Value.text(row.changed())));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }
}
