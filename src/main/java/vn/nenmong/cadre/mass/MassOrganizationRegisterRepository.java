package vn.nenmong.cadre.mass;

import java.util.LinkedHashMap;
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

@Repository
class MassOrganizationRegisterRepository {

  record Choice() {}

  record Row(
      UUID id,
      UUID recordId,
      String name,
      @Nullable UUID memberId,
      @Nullable String person,
      @Nullable Integer branches,
      @Nullable Integer members)
      implements RegisterRow {}

  static final String ROWS =
      """
      select mo.id,
        cast(md5(cast(mo.id as text) || cast(y.year as text)) as uuid) as record_id, mo.name, case when mp.path is not null then p.id end as member_id,
        p.name as person, coalesce(p.given_name, '') as given_name,
        coalesce(p.other_names, '') as other_names, y.branches, y.members
      from mass_organization mo
      join mass_organization_year y on y.mass_organization_id = mo.id and y.year = :year
      join organization_period op
        on op.organization_id = mo.commune_id and op.period @> cast(:on as date)
      left join person p on p.id = y.head_id
      left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
        and mp.path <@ any(cast(:scope as ltree[]))
      where op.path <@ any(cast(:scope as ltree[]))
        and concat_ws(' ', fold(mo.name), p.folded) like :q
      """;

  static final String TOTALS =
      """
      select sum(r.branches) as branches, sum(r.members) as members from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "name", "cadre.mass.name", row -> Value.text(row.name()), "name collate vi"),
          RegisterColumn.of(
              "head",
              "cadre.mass.head",
              row -> Value.link(row.person(), "/members/", row.memberId()),
              "given_name collate vi",
              "other_names collate vi"),
          RegisterColumn.number(
              "branches",
              "cadre.mass.branches",
              row -> Value.count(row.branches()),
              "coalesce(branches, -1)"),
          RegisterColumn.number(
              "members",
              "cadre.mass.members",
              row -> Value.count(row.members()),
              "coalesce(members, -1)"));

  private final JdbcClient jdbc;

  MassOrganizationRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(@Nullable Long branches, @Nullable Long members) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("cadre.mass.branches", Value.count(totals.branches()));
    words.put("cadre.mass.members", Value.count(totals.members()));
    return words;
  }
}
