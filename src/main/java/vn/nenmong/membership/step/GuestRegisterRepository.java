package vn.nenmong.membership.step;

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
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.ReportPeriod;

/// Members of other organizations who are in a cell for a time.
@Repository
class GuestRegisterRepository {

  record Choice(@Nullable UUID cell) {}

  record Row(
      UUID id,
      UUID personId,
      String name,
      @Nullable PartialDate born,
      UUID cellId,
      String cell,
      @Nullable String place,
      LocalDate since,
      LocalDate until)
      implements RegisterRow {}

  static final String ROWS =
      """
      select t.id, t.person_id, p.name, p.given_name, p.other_names, p.born, t.cell_id,
        op.name as cell, t.place, lower(t.period) as since, upper(t.period) - 1 as until
      from temporary_standing t
      join person p on p.id = t.person_id
      join organization_period op
        on op.organization_id = t.cell_id and op.period @> cast(:on as date)
      where t.kind = 'guest' and t.period @> cast(:on as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or t.cell_id = cast(:cell as uuid))
        and concat_ws(' ', p.folded, fold(t.place)) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "name",
              "membership.guest.name",
              row -> new Value.Text(row.name(), "/people/" + row.personId() + "/way"),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "born",
              "membership.guest.born",
              row -> Value.known(row.born()),
              "coalesce(born, '')"),
          RegisterColumn.of(
              "cell",
              "membership.guest.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi"),
          RegisterColumn.of(
              "place",
              "membership.guest.place",
              row -> Value.text(row.place()),
              "coalesce(place, '') collate vi"),
          RegisterColumn.of(
              "since", "membership.guest.since", row -> Value.day(row.since()), "since"),
          RegisterColumn.of(
              "until", "membership.guest.until", row -> Value.day(row.until()), "until"));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }
}
