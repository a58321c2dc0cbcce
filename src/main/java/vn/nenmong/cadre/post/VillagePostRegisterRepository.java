package vn.nenmong.cadre.post;

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
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class VillagePostRegisterRepository {

  record Choice(@Nullable String role, @Nullable String member) {}

  record Row(
      UUID id,
      UUID villageId,
      String village,
      String title,
      @Nullable UUID memberId,
      String person,
      @Nullable PartialDate since,
      boolean member)
      implements RegisterRow {}

  /// Within the scope by the commune or by the cell that leads the village.
  static final String ROWS =
      """
      select po.id, po.village_id, vp.name as village, po.title, po.role,
        case when mp.path is not null then p.id end as member_id,
        p.name as person, p.given_name, p.other_names, po.since, ms.person_id is not null as member
      from village_post po
      join village_period vp on vp.village_id = po.village_id and vp.period @> cast(:on as date)
      join organization_period op
        on op.organization_id = vp.commune_id and op.period @> cast(:on as date)
      left join organization_period cp
        on cp.organization_id = vp.cell_id and cp.period @> cast(:on as date)
      join person p on p.id = po.person_id
      left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
        and mp.path <@ any(cast(:scope as ltree[]))
      where po.period @> cast(:on as date)
        and (op.path <@ any(cast(:scope as ltree[])) or cp.path <@ any(cast(:scope as ltree[])))
        and coalesce(cast(:role as text), '') in ('', po.role)
        and coalesce(cast(:member as text), '')
          in ('', case when ms.person_id is null then 'no' else 'yes' end)
        and concat_ws(' ', vp.folded, p.folded, fold(po.title)) like :q
      """;

  static final String TOTALS =
      """
      select count(*) filter (where r.role = 'village_head') as heads,
        count(*) filter (where r.role = 'village_head' and r.member) as heads_members
      from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "village",
              "cadre.post.village",
              row -> Value.link(row.village(), "/villages/", row.villageId()),
              "village collate vi",
              "title collate vi"),
          RegisterColumn.of(
              "title",
              "cadre.post.title",
              row -> Value.text(row.title()),
              "title collate vi",
              "village collate vi"),
          RegisterColumn.of(
              "person",
              "cadre.post.person",
              row -> Value.link(row.person(), "/members/", row.memberId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "since", "cadre.post.since", row -> Value.known(row.since()), "coalesce(since, '')"),
          RegisterColumn.of(
              "member",
              "cadre.post.member",
              row ->
                  row.member()
                      ? new Value.WordTag("cadre.post.member.yes", Value.Tone.OK)
                      : Value.none(),
              "member"));

  private final JdbcClient jdbc;

  VillagePostRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("role", choice.role());
    arguments.put("member", choice.member());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int heads, int headsMembers) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("cadre.post.role.village_head", Value.count(totals.heads()));
    words.put("cadre.post.total.headsMembers", Value.count(totals.headsMembers()));
    return words;
  }
}
