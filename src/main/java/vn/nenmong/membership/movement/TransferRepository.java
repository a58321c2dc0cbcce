package vn.nenmong.membership.movement;

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

/// Transfers with what the other side says of them.
@Repository
class TransferRepository {

  /// @param direction `out`, `in` or `within`
  /// @param state what is known of the other side
  record Choice(@Nullable String direction, @Nullable String state) {}

  record Row(
      UUID id,
      UUID personId,
      String name,
      String direction,
      LocalDate day,
      @Nullable String number,
      UUID cellId,
      String cell,
      @Nullable String other,
      String state,
      @Nullable LocalDate otherDay)
      implements RegisterRow {

    private Value stateTag() {
      return new Value.WordTag(
          "membership.transfer.state." + state,
          switch (state) {
            case "open" -> Value.Tone.WARN;
            case "outside" -> Value.Tone.PLAIN;
            default -> Value.Tone.OK;
          });
    }
  }

  /// The other side of a transfer is in another commune of the scope: someone with the same card,
  /// or the same name and birth, who left or came within a year. Of who came to a commune outside
  /// the scope only the day is told, as its receipt would.
  static final String ROWS =
      """
      with place as (
        select op.organization_id, op.period, op.name
        from organization_period op
        where op.path <@ any(cast(:scope as ltree[]))),
      member as (
        select m.person_id, m.commune_id, m.card_number, m.begun_by, m.came_from, m.period, p.folded,
          p.born, here.name as commune
        from membership m
        join person p on p.id = m.person_id
        join place here on here.organization_id = m.commune_id and upper_inf(here.period)
        where m.begun_by = 'transfer_in' or m.left_by = 'transfer_out'),
      transfer as (
        select d.id, d.person_id, 'out' as direction, d.day, d.number, d.day - 1 as inside,
          coalesce(d.place, there.commune) as other,
          case
            when there.day is not null then 'matched'
            when coalesce(a.day, elsewhere.day) is not null then 'confirmed'
            else 'open' end as state,
          coalesce(there.day, a.day, elsewhere.day) as other_day
        from step d
        left join lateral (
          select a.day from step a
          where a.person_id = d.person_id and a.kind = 'transfer_arrived' and a.taken_back is null
            and a.id > d.id
          order by a.id
          limit 1) a on true
        left join lateral (
          select lower(b.period) as day, b.commune
          from member mine
          join member b on b.commune_id <> mine.commune_id and b.begun_by = 'transfer_in'
            and (b.card_number = mine.card_number or b.folded = mine.folded and b.born = mine.born)
            and lower(b.period) between d.day and d.day + 366
          where mine.person_id = d.person_id and upper(mine.period) = d.day
          order by lower(b.period)
          limit 1) there on true
        left join lateral (
          select taken_in_elsewhere(d.person_id, d.day) as day
          where there.day is null and a.day is null) elsewhere on true
        where d.kind = 'transfer_out' and d.taken_back is null and d.day between :from and :to
        union all
        select m.id, m.person_id, 'in', lower(m.period), null, lower(m.period),
          coalesce(m.came_from, there.commune),
          case when there.day is not null then 'matched' else 'outside' end, there.day
        from membership m
        left join lateral (
          select upper(a.period) as day, a.commune
          from member mine
          join member a on a.commune_id <> mine.commune_id and upper(a.period) is not null
            and (a.card_number = mine.card_number or a.folded = mine.folded and a.born = mine.born)
            and upper(a.period) between lower(m.period) - 366 and lower(m.period)
          where mine.person_id = m.person_id and mine.period = m.period
          order by upper(a.period) desc
          limit 1) there on true
        where m.begun_by = 'transfer_in' and lower(m.period) between :from and :to
        union all
        select d.id, d.person_id, 'within', d.day, d.number, d.day - 1, gone.name, 'matched', d.day
        from step d
        left join organization_period gone
          on gone.organization_id = d.cell_id and gone.period @> d.day
        where d.kind = 'transfer_within' and d.taken_back is null and d.day between :from and :to)
      select t.id, t.person_id, p.name, p.given_name, p.other_names, t.direction, t.day, t.number,
        s.cell_id, place.name as cell, t.other, t.state, t.other_day
      from transfer t
      join person p on p.id = t.person_id
      join member_state s on s.person_id = t.person_id and s.period @> t.inside
      join place on place.organization_id = s.cell_id and place.period @> t.inside
      where coalesce(cast(:direction as text), '') in ('', t.direction)
        and coalesce(cast(:state as text), '') in ('', t.state)
        and concat_ws(' ', p.folded, fold(t.other)) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "name",
              "membership.transfer.name",
              row -> new Value.Text(row.name(), "/people/" + row.personId() + "/way"),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "direction",
              "membership.transfer.direction",
              row -> new Value.Word("membership.transfer.direction." + row.direction()),
              "direction"),
          RegisterColumn.of("day", "membership.transfer.day", row -> Value.day(row.day()), "day"),
          RegisterColumn.of(
              "number", "membership.transfer.number", row -> Value.text(row.number())),
          RegisterColumn.of(
              "cell",
              "membership.transfer.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi"),
          RegisterColumn.of(
              "other",
              "membership.transfer.other",
              row -> Value.text(row.other()),
              "coalesce(other, '') collate vi"),
          RegisterColumn.of("state", "membership.transfer.state", Row::stateTag, "state"),
          RegisterColumn.of(
              "otherDay", "membership.transfer.otherDay", row -> Value.day(row.otherDay())));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("direction", choice.direction());
    arguments.put("state", choice.state());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }
}
