package vn.nenmong.activity.frame;

import java.time.LocalDate;
import java.util.List;
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
class FrameRegisterRepository {

  /// @param cells of the scope in the month, of which `met` have met
  record Row(
      UUID id,
      LocalDate month,
      String kind,
      String title,
      @Nullable Integer items,
      @Nullable Integer papers,
      int cells,
      int met,
      String by)
      implements RegisterRow {

    private Value monthWord() {
      return new Value.Word("activity.meeting.month." + month.getMonthValue());
    }
  }

  /// Also for who sees only a cell of the commune.
  static final String ROWS =
      """
      select f.id, f.month, f.kind, f.title, array_length(f.agenda, 1) as items,
        array_length(f.documents, 1) as papers, c.cells, c.met,
        coalesce(who.display_name, f.account) as by
      from meeting_frame f
      left join account who on who.username = f.account
      cross join lateral (
        select count(distinct op.organization_id) as cells,
          count(distinct op.organization_id) filter (where exists (
            select from counted_meeting m
            where m.cell_id = op.organization_id and m.month = f.month and m.kind = f.kind)) as met
        from organization_period op
        where lies_in(op.path, op.commune_id) = f.commune_id and op.kind in ('cell', 'grassroots_cell')
          and op.period && daterange(f.month, cast(f.month + interval '1 month' as date))
          and op.path <@ any(cast(:scope as ltree[]))) c
      where extract(year from f.month) = :year
        and exists (
          select from organization_period op
          where lies_in(op.path, op.commune_id) = f.commune_id and op.path <@ any(cast(:scope as ltree[])))
        and fold(concat_ws(' ', f.title, f.text, array_to_string(f.documents, ' '))) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of("month", "activity.meeting.month", Row::monthWord, "month", "kind"),
          RegisterColumn.of(
              "kind",
              "activity.meeting.kind",
              row -> new Value.Word("activity.meeting.kind." + row.kind()),
              "kind",
              "month"),
          RegisterColumn.of(
              "title",
              "activity.frame.title",
              row -> Value.link(row.title(), "/meetings/frames/", row.id()),
              "title collate vi"),
          RegisterColumn.number(
              "items",
              "activity.frame.items",
              row -> Value.count(row.items()),
              "coalesce(items, 0)"),
          RegisterColumn.number(
              "papers",
              "activity.frame.papers",
              row -> Value.count(row.papers()),
              "coalesce(papers, 0)"),
          RegisterColumn.number("met", "activity.frame.met", row -> Value.count(row.met()), "met"),
          RegisterColumn.number(
              "cells", "activity.frame.cells", row -> Value.count(row.cells()), "cells"),
          RegisterColumn.of("by", "activity.frame.by", row -> Value.text(row.by()), "by"));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked) {
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, asked.arguments(period, scope.sql()));
  }
}
