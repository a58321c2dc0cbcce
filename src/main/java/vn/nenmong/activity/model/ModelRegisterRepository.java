package vn.nenmong.activity.model;

import java.math.BigDecimal;
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

@Repository
class ModelRegisterRepository {

  record Choice(@Nullable String stage) {}

  record Row(
      UUID id,
      UUID recordId,
      String name,
      @Nullable String kind,
      @Nullable UUID memberId,
      String person,
      @Nullable UUID villageId,
      @Nullable String village,
      @Nullable Integer sinceYear,
      @Nullable String stage,
      @Nullable BigDecimal income)
      implements RegisterRow {}

  /// Within the scope by the member's own cell; where they are in none of its records, by the
  /// commune.
  static final String ROWS =
      """
      select em.id,
        cast(md5(cast(em.id as text) || cast(y.year as text)) as uuid) as record_id, em.name, em.kind, case when mp.path is not null then p.id end as member_id,
        p.name as person, p.given_name, p.other_names, em.village_id, vp.name as village,
        em.since_year, y.stage, y.income_million_vnd as income
      from economic_model em
      join economic_model_year y on y.model_id = em.id and y.year = :year
      join organization_period op
        on op.organization_id = heir_on(em.commune_id, cast(:on as date))
        and op.period @> cast(:on as date)
      join person p on p.id = em.person_id
      left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
        and mp.path <@ any(cast(:scope as ltree[]))
      left join village_period vp
        on vp.village_id = village_heir_on(em.village_id, cast(:on as date))
        and vp.period @> cast(:on as date)
      where case when ms.commune_id = em.commune_id and ms.cell_id is not null
          then mp.path is not null
          else op.path <@ any(cast(:scope as ltree[])) end
        and coalesce(cast(:stage as text), '') in ('', y.stage)
        and fold(concat_ws(' ', em.name, em.kind, p.name, vp.name)) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "name", "activity.model.name", row -> Value.text(row.name()), "name collate vi"),
          RegisterColumn.of(
              "kind",
              "activity.model.kind",
              row -> Value.text(row.kind()),
              "coalesce(kind, '') collate vi"),
          RegisterColumn.of(
              "person",
              "activity.model.person",
              row -> Value.link(row.person(), "/members/", row.memberId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "village",
              "activity.model.village",
              row -> Value.link(row.village(), "/villages/", row.villageId()),
              "coalesce(village, '') collate vi"),
          RegisterColumn.of(
              "since",
              "activity.model.since",
              row -> Value.text(row.sinceYear() == null ? null : row.sinceYear().toString()),
              "coalesce(since_year, 0)"),
          RegisterColumn.of(
              "stage",
              "activity.model.stage",
              row ->
                  row.stage() == null
                      ? Value.none()
                      : new Value.Word("activity.model.stage." + row.stage()),
              "coalesce(stage, '')"),
          RegisterColumn.number(
              "income",
              "activity.model.income",
              row -> Value.count(row.income() == null ? null : row.income().stripTrailingZeros()),
              "coalesce(income, -1)"));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("stage", choice.stage());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }
}
