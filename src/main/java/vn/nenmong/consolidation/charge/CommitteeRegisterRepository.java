package vn.nenmong.consolidation.charge;

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
class CommitteeRegisterRepository {

  record Choice(@Nullable String state) {}

  /// @param memberId of the page of the person, where the scope reaches it
  record Row(
      UUID id,
      String name,
      @Nullable UUID memberId,
      @Nullable String title,
      int cells,
      @Nullable String names,
      @Nullable String documents)
      implements RegisterRow {

    private Value charge() {
      return names == null
          ? new Value.WordTag("consolidation.committee.without", Value.Tone.WARN)
          : Value.text(names);
    }
  }

  /// Those of the committee on a day, with their cells, and who else is in charge of one. Who sees
  /// only cells sees only those in charge of them.
  static final String ROWS =
      """
      select p.id, p.name, p.given_name, p.other_names, held.title, ch.names, ch.documents,
        coalesce(ch.cells, 0) as cells, coalesce(held.rank, 9) as rank,
        case when mp.path is not null then p.id end as member_id
      from person p
      left join lateral (
        select h.title, array_position(array['secretary', 'standing_deputy_secretary',
          'deputy_secretary', 'standing_board_member', 'committee_member'], h.role) as rank
        from office_held h
        join organization commune
          on commune.id = h.organization_id and commune.id = commune.commune_id
        join organization_period op
          on op.organization_id = h.organization_id and op.period @> cast(:on as date)
          and op.path <@ any(cast(:scope as ltree[]))
        where h.person_id = p.id and h.role <> 'other'
          and op.kind not in ('province', 'district')
          and h.period @> cast(:on as date)
        order by 2 limit 1) held on true
      left join lateral (
        select count(*) as cells, string_agg(op.name, ', ' order by op.name collate vi) as names,
          string_agg(distinct c.document_number, ', ') as documents
        from charge c
        join organization_period op
          on op.organization_id = c.cell_id and op.period @> cast(:on as date)
          and op.path <@ any(cast(:scope as ltree[]))
        where c.person_id = p.id and c.period @> cast(:on as date)) ch on true
      left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
      left join organization_period mp
        on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
        and mp.path <@ any(cast(:scope as ltree[]))
      where p.id in (
          select h.person_id from office_held h
          join organization commune
            on commune.id = h.organization_id and commune.id = commune.commune_id
          where h.period @> cast(:on as date)
          union
          select person_id from charge where period @> cast(:on as date))
        and (held.rank is not null or ch.cells > 0)
        and coalesce(cast(:state as text), '')
          in ('', case when ch.cells > 0 then 'with' else 'without' end)
        and concat_ws(' ', p.folded, fold(held.title), fold(ch.names), lower(ch.documents)) like :q
      """;

  static final String TOTALS =
      """
      select count(*) filter (where r.cells > 0) as charged,
        count(*) filter (where r.cells = 0) as without
      from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "person",
              "consolidation.charge.person",
              row -> Value.link(row.name(), "/members/", row.memberId()),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "title", "consolidation.committee.title", row -> Value.text(row.title()), "rank"),
          RegisterColumn.number(
              "cells", "consolidation.committee.cells", row -> Value.count(row.cells()), "cells"),
          RegisterColumn.of("names", "consolidation.committee.names", Row::charge),
          RegisterColumn.of(
              "documents",
              "consolidation.charge.document",
              row -> Value.text(row.documents()),
              "coalesce(documents, '') collate vi"));

  private final JdbcClient jdbc;

  CommitteeRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  private record Totals(int charged, int without) {}

  /// Over all rows that were asked for.
  Map<String, Value> totals(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Totals totals =
        jdbc.sql(TOTALS)
            .params(query(scope, period, asked, choice).arguments())
            .query(Totals.class)
            .single();
    Map<String, Value> words = new LinkedHashMap<>();
    words.put("consolidation.committee.with", Value.count(totals.charged()));
    words.put("consolidation.committee.without", Value.count(totals.without()));
    return words;
  }
}
