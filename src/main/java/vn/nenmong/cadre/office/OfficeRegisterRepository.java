package vn.nenmong.cadre.office;

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

@Repository
class OfficeRegisterRepository {

  record Choice(@Nullable UUID cell, @Nullable String role) {}

  record Row(
      UUID id,
      @Nullable UUID memberId,
      String person,
      String title,
      UUID organizationId,
      String organization,
      @Nullable PartialDate since,
      @Nullable PartialDate until)
      implements RegisterRow {}

  static final String ROWS =
      """
      select oh.id, case when mp.path is not null then p.id end as member_id, p.name as person,
        p.given_name, p.other_names, oh.title, oh.organization_id, op.name as organization,
        nlevel(op.path) as level, oh.since, oh.until,
        array_position(array['secretary', 'standing_deputy_secretary', 'deputy_secretary',
          'standing_board_member', 'committee_member', 'other'], oh.role) as rank
      from office_held oh
      join organization_period op
        on op.organization_id = oh.organization_id and op.period @> cast(:on as date)
      join person p on p.id = oh.person_id
      left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
        and mp.path <@ any(cast(:scope as ltree[]))
      where oh.period @> cast(:on as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or oh.organization_id = cast(:cell as uuid))
        and coalesce(cast(:role as text), '') in ('', oh.role)
        and concat_ws(' ', p.folded, fold(oh.title), fold(op.name)) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "organization",
              "cadre.office.organization",
              row -> Value.link(row.organization(), "/organizations/", row.organizationId()),
              "level",
              "organization collate vi",
              "rank"),
          RegisterColumn.of(
              "person",
              "cadre.office.person",
              row -> Value.link(row.person(), "/members/", row.memberId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "title",
              "cadre.office.title",
              row -> Value.text(row.title()),
              "rank",
              "level",
              "title collate vi"),
          RegisterColumn.of(
              "since",
              "cadre.office.since",
              row -> Value.known(row.since()),
              "coalesce(since, '')"),
          RegisterColumn.of(
              "until",
              "cadre.office.until",
              row -> Value.known(row.until()),
              "coalesce(until, '')"));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("role", choice.role());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }
}
