package vn.nenmong.consolidation.charge;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.visit.NextVisit;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class ChargeRegisterRepository {

  record Choice(@Nullable UUID cell, @Nullable String state) {}

  record Row(
      UUID id,
      UUID cellId,
      String cell,
      @Nullable UUID chargeId,
      @Nullable UUID memberId,
      @Nullable String person,
      @Nullable PartialDate since,
      @Nullable String documentNumber,
      @Nullable UUID decisionId,
      boolean known,
      @Nullable LocalDate last,
      @Nullable LocalDate due,
      String state)
      implements RegisterRow {
    @Override
    public @Nullable UUID recordId() {
      return chargeId;
    }

    private Value nextVisit() {
      return chargeId == null ? Value.none() : NextVisit.value(due, state);
    }

    private Value who() {
      if (person != null) {
        return Value.link(person, "/members/", memberId);
      }
      return known
          ? new Value.WordTag("consolidation.charge.without", Value.Tone.WARN)
          : new Value.Word("consolidation.charge.unknown");
    }
  }

  /// Where no charge at all is known by the day, that of a cell is not known either.
  private static final String CELLS_FRAGMENT =
      """
      select coalesce(ch.id, op.organization_id) as id, ch.id as charge_id,
        op.organization_id as cell_id, op.name as cell,
        case when mp.path is not null then p.id end as member_id, p.name as person,
        coalesce(p.given_name, '') as given_name, coalesce(p.other_names, '') as other_names,
        ch.since, ch.document_number, ch.decision_id, v.day as last,
        exists (
          select from charge c
          where c.commune_id = op.commune_id and lower(c.period) <= cast(:on as date)) as known,\
      """
          + " "
          + NextVisit.DUE_FRAGMENT
          + """
           as due
          from organization_period op
          left join charge ch
            on ch.cell_id = op.organization_id and ch.period @> cast(:on as date)
          left join person p on p.id = ch.person_id
          left join member_state ms on ms.person_id = p.id and ms.period @> cast(:on as date)
          left join organization_period mp
            on mp.organization_id = ms.cell_id and mp.period @> cast(:on as date)
            and mp.path <@ any(cast(:scope as ltree[]))
          """
          + NextVisit.JOIN_FRAGMENT
          + """
          where op.period @> cast(:on as date)
            and op.kind = 'cell'
            and op.path <@ any(cast(:scope as ltree[]))
            and (cast(:cell as uuid) is null or op.organization_id = cast(:cell as uuid))
            and coalesce(cast(:state as text), '')
              in ('', case when ch.id is null then 'without' else 'with' end)
            and concat_ws(' ', fold(op.name), p.folded, lower(ch.document_number)) like :q
          """;

  static final String ROWS =
      "select charged.*, "
          + NextVisit.STATE_FRAGMENT
          + " as state from ("
          + CELLS_FRAGMENT
          + ") charged";

  static final String TOTALS =
      """
      select count(*) filter (where r.charge_id is not null) as charged,
        count(*) filter (where r.charge_id is null and r.known) as without
      from (%s) r
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "cell",
              "consolidation.charge.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi"),
          RegisterColumn.of(
              "person",
              "consolidation.charge.person",
              Row::who,
              "given_name collate vi",
              "other_names collate vi"),
          RegisterColumn.of(
              "since",
              "consolidation.charge.since",
              row -> Value.known(row.since()),
              "coalesce(since, '')"),
          RegisterColumn.of(
              "document",
              "consolidation.charge.document",
              row -> Value.link(row.documentNumber(), "/charges/decisions/", row.decisionId()),
              "coalesce(document_number, '') collate vi"),
          RegisterColumn.of(
              "last",
              "consolidation.visit.last",
              row -> Value.day(row.last()),
              "coalesce(last, '-infinity')"),
          RegisterColumn.of(
              "due", "consolidation.visit.due", Row::nextVisit, "coalesce(due, 'infinity')"));

  private final JdbcClient jdbc;

  ChargeRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
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
    words.put("consolidation.charge.total.with", Value.count(totals.charged()));
    words.put("consolidation.charge.total.without", Value.count(totals.without()));
    return words;
  }
}
