package vn.nenmong.figures;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.figures.Counting.Way;

/// The rows that figures are counted from. A source is one `from … where`; a figure is a condition
/// on it. Its value is an aggregate over the rows that meet the condition and its list is those
/// very rows, so that the two can't disagree; and all figures of a source cost one pass.
///
/// Parameters: arrays of ids of the subtree (`:organizations` at the last day, `:within` at any day
/// of the period; see [Subtree]), `:from` and `:to`, `:year` and `:fromYear`, `:topGrade`.
enum Source {
  MEMBERS(
      "members",
      """
      from member_state s
      """,
      """
      left join person p on p.id = s.person_id
      left join membership m on m.person_id = s.person_id and m.period @> cast(:to as date)
      left join organization_period cell
        on cell.organization_id = s.cell_id and cell.period @> cast(:to as date)
      left join village_period home
        on home.village_id = s.village_id and home.period @> cast(:to as date)
      """,
      """
      where s.cell_id = any(cast(:organizations as uuid[])) and s.period @> cast(:to as date)
      """,
      """
      s.person_id as id, p.name, cell.name as cell, home.name as village, s.standing,
      m.admitted, m.recognised
      """,
      "p.given_name, p.other_names, s.person_id",
      "name cell village word:standing date:admitted date:recognised"),

  ADMISSIONS(
      "members",
      """
      from membership m
      """,
      joinsOfCell("admitted_from"),
      """
      where m.commune_id = any(cast(:communesOfAll as uuid[]))
        and m.admitted_from between :from and :to and m.begun_by is null
      """
          + isWithin("admitted_from"),
      """
      m.person_id as id, p.name, s.cell_id, cell.name as cell, m.admitted
      """,
      "m.admitted_from, p.given_name, p.other_names, m.id",
      "name key:cell_id cell date:admitted"),

  RECOGNITIONS(
      "members",
      """
      from membership m
      """,
      joinsOfCell("official_from"),
      """
      where m.commune_id = any(cast(:communesOfAll as uuid[]))
        and m.official_from between :from and :to
      """
          + isWithin("official_from"),
      """
      m.person_id as id, p.name, cell.name as cell, m.admitted, m.recognised
      """,
      "m.official_from, p.given_name, p.other_names, m.id",
      "name cell date:admitted date:recognised"),

  CANDIDATES(
      null,
      """
      from candidate c
      """,
      """
      left join person p on p.id = c.person_id
      left join organization_period cell
        on cell.organization_id = c.cell_id and cell.period @> cast(:to as date)
      left join village_period home
        on home.village_id = c.village_id and home.period @> cast(:to as date)
      """,
      """
      where c.cell_id = any(cast(:organizations as uuid[])) and c.listed @> cast(:to as date)
      """,
      """
      c.id, p.name, cell.name as cell, home.name as village, c.class_taken, c.dossier_completed
      """,
      "p.given_name, p.other_names, c.id",
      "name cell village date:class_taken date:dossier_completed"),

  CELLS(
      "organizations",
      """
      from organization o
      join organization_period op on op.organization_id = o.id and op.period @> cast(:to as date)
      left join organization_review r on r.organization_id = o.id and r.year = :year
      """,
      """
      left join lateral (
        select string_agg(p.name, ', ' order by p.given_name, p.other_names) as names
        from charge ch
        join person p on p.id = ch.person_id
        where ch.cell_id = o.id and ch.period @> cast(:to as date)) ch on true
      """,
      """
      where o.id = any(cast(:organizations as uuid[])) and op.kind in ('cell', 'grassroots_cell')
      """,
      """
      o.id, o.code, op.name, o.founded, ch.names as in_charge, r.label as grade
      """,
      "o.code collate vi, o.id",
      "code name date:founded in_charge grade"),

  ORGANIZATION(
      "organizations",
      """
      from organization o
      """,
      """
      left join organization_period op
        on op.organization_id = o.id and op.period @> cast(:to as date)
      """,
      """
      where o.id = cast(:top as uuid)
      """,
      """
      o.id, o.code, op.name, o.founded, o.founding_decision
      """,
      "o.id",
      "code name date:founded founding_decision"),

  VILLAGES(
      "villages",
      """
      from village_period v
      left join village_year y on y.village_id = v.village_id and y.year = :year
      """,
      """
      left join village village on village.id = v.village_id
      left join organization_period cell
        on cell.organization_id = v.cell_id and cell.period @> cast(:to as date)
      """,
      """
      where v.period @> cast(:to as date)
        and (v.commune_id = any(cast(:communes as uuid[]))
          or v.cell_id = any(cast(:organizations as uuid[])))
      """,
      """
      v.village_id as id, village.code, v.name, cell.name as cell, v.meeting_form, y.households,
      y.poor_households, y.cultural
      """,
      "village.code collate vi, v.village_id",
      "code name cell word:meeting_form households poor_households yes:cultural"),

  RESOLUTIONS(
      null,
      """
      from resolution r
      """,
      """
      left join organization_period op
        on op.organization_id = r.organization_id and op.period @> r.issued_on
      """,
      """
      where r.organization_id = any(cast(:committeesWithin as uuid[]))
        and r.issued_on between :from and :to
      """,
      """
      r.id, r.number, r.kind, r.subject, r.issued_on, op.name as organization
      """,
      "r.issued_on, r.number, r.id",
      "number kind subject day:issued_on organization"),

  INDICATORS(
      null,
      """
      from indicator i
      left join indicator_year y on y.indicator_id = i.id and y.year = :year
      left join indicator_year later on later.indicator_id = i.id and later.year = :year + 1
      left join indicator_year earlier on earlier.indicator_id = i.id and earlier.year = :year - 1
      cross join lateral (
        select coalesce(y.actual, later.previous) as actual, y.plan,
          coalesce(y.previous, earlier.actual) as previous) told
      """,
      "",
      """
      where i.commune_id = any(cast(:communes as uuid[])) and i.kind is not null
      """,
      """
      i.id, i.code, i.name, i.unit, told.previous, told.plan, told.actual
      """,
      "i.code collate vi, i.id",
      "code name unit previous plan actual"),

  MEMBER_REVIEWS(
      "members",
      """
      from member_review r
      """,
      """
      left join membership m on m.id = r.membership_id
      left join person p on p.id = m.person_id
      left join lateral (
        select c.name from organization_period c
        where c.organization_id = r.cell_id and c.period && daterange(:from, :to, '[]')
        order by lower(c.period) desc nulls last
        limit 1) cell on true
      """,
      """
      where r.commune_id = any(cast(:communesOfAll as uuid[])) and r.year = :year
        and r.cell_id = any(cast(:within as uuid[]))
      """,
      """
      m.person_id as id, p.name, cell.name as cell, r.label as grade
      """,
      "p.given_name, p.other_names, r.membership_id",
      "name cell grade"),

  TRAINED_SECRETARIES(
      "members",
      """
      from (
        select a.person_id, string_agg(distinct c.name, '; ') as courses,
          min(c.from_day) as from_day, string_agg(distinct cell.name, '; ') as cell
        from course c
        join course_attendance a on a.course_id = c.id
        join office_held h on h.person_id = a.person_id and h.role = 'secretary'
          and h.period @> c.from_day
        join organization_period cell on cell.organization_id = h.organization_id
          and cell.period @> c.from_day and cell.kind in ('cell', 'grassroots_cell')
        where c.commune_id = any(cast(:communesOfAll as uuid[])) and c.from_day between :from and :to
          and h.organization_id = any(cast(:within as uuid[]))
        group by a.person_id) t
      """,
      """
      left join person p on p.id = t.person_id
      """,
      "where true",
      """
      t.person_id as id, p.name, t.cell, t.courses, t.from_day
      """,
      "p.given_name, p.other_names, t.person_id",
      "name cell courses day:from_day"),

  TRAINED_VILLAGE_HEADS(
      null,
      """
      from (
        select a.person_id, string_agg(distinct c.name, '; ') as courses,
          min(c.from_day) as from_day, string_agg(distinct v.name, '; ') as village
        from course c
        join course_attendance a on a.course_id = c.id
        join village_post h on h.person_id = a.person_id and h.role = 'village_head'
          and h.period @> c.from_day
        join village_period v on v.village_id = h.village_id and v.period @> c.from_day
        where c.commune_id = any(cast(:communesOfAll as uuid[])) and c.from_day between :from and :to
          and (v.commune_id = any(cast(:communes as uuid[]))
            or v.cell_id = any(cast(:within as uuid[])))
        group by a.person_id) t
      """,
      """
      left join person p on p.id = t.person_id
      """,
      "where true",
      """
      t.person_id as id, p.name, t.village, t.courses, t.from_day
      """,
      "p.given_name, p.other_names, t.person_id",
      "name village courses day:from_day"),

  PLANNING(
      null,
      """
      from planning_entry e
      """,
      """
      left join person p on p.id = e.person_id
      """,
      """
      where e.commune_id = any(cast(:communes as uuid[])) and e.entered_year between :fromYear and :year
      """,
      """
      e.id, p.name, e.post, e.from_year || '-' || e.to_year as term, e.training_need
      """,
      "e.post, p.given_name, p.other_names, e.id",
      "name post term training_need"),

  STUDIES(
      null,
      """
      from study_session t
      """,
      """
      left join organization_period op
        on op.organization_id = t.organization_id and op.period @> t.held_on
      """,
      """
      where t.organization_id = any(cast(:within as uuid[])) and t.held_on between :from and :to
      """,
      """
      t.id, t.document, t.held_on, op.name as organization, t.present, t.due
      """,
      "t.held_on, t.id",
      "document day:held_on organization"),

  /// A model lies where the cell of its member does; where they are in none of its records, it lies
  /// in the commune that has these.
  MODELS(
      null,
      """
      from economic_model e
      join lateral (
        select y.stage, y.income_million_vnd from economic_model_year y
        where y.model_id = e.id and y.year <= :year
        order by y.year desc
        limit 1) y on true
      """,
      """
      left join person p on p.id = e.person_id
      left join village_period home
        on home.village_id = village_heir_on(e.village_id, cast(:to as date))
        and home.period @> cast(:to as date)
      """,
      """
      where coalesce(
        (select s.cell_id = any(cast(:organizations as uuid[])) from member_state s
         where s.person_id = e.person_id and s.commune_id = e.commune_id
           and s.period @> cast(:to as date)),
        heir_on(e.commune_id, cast(:to as date)) = any(cast(:communes as uuid[])))
      """,
      """
      e.id, e.name, p.name as member, home.name as village, e.since_year as since, y.stage,
      y.income_million_vnd as income
      """,
      "y.income_million_vnd desc nulls last, e.id",
      "name member village text:since word:stage income"),

  MEETING_MONTHS(
      "organizations",
      """
      from organization o
      cross join (
        select day::date as month
        from generate_series(
          date_trunc('month', cast(:from as date)::timestamp), cast(:to as date)::timestamp,
          interval '1 month') as day) due
      left join (
        select cell_id, month, min(held_on) as held_on
        from counted_meeting
        where kind = 'regular' and held_on <= :to
          and month between date_trunc('month', cast(:from as date)::timestamp)::date and :to
          and commune_id = any(cast(:communesOfAll as uuid[]))
        group by cell_id, month) g on g.cell_id = o.id and g.month = due.month
      """,
      """
      left join lateral (
        select c.name from organization_period c
        where c.organization_id = o.id and c.period && daterange(:from, :to, '[]')
        order by lower(c.period) desc nulls last
        limit 1) op on true
      """,
      """
      where o.id = any(cast(:cellsWithin as uuid[]))
        and o.life && daterange(due.month, (due.month + interval '1 month')::date)
      """,
      """
      o.id, o.code, op.name, due.month, g.held_on
      """,
      "o.code collate vi, o.id, due.month",
      "code name month:month day:held_on");

  /// On the year's list of poor households, for [#MEMBERS].
  static final String POOR_FRAGMENT =
      """
      s.person_id in (
        select poor.person_id from member_poverty y
        join membership poor on poor.id = y.membership_id
        where y.year = :year and y.commune_id = any(cast(:communesOfAll as uuid[]))
          and poor.period @> cast(:to as date))
      """;

  /// A complete dossier and not yet admitted on the day, for [#CANDIDATES]. A person whose row was
  /// closed later was still on the way; one whose row stays open is judged by its state.
  static final String DOSSIER_COMPLETE_FRAGMENT =
      """
      coalesce(first_day(c.dossier_completed) <= :to, c.status = 'dossier_complete')
        and not (upper_inf(c.listed) and c.status in ('admitted', 'withdrawn'))
        and not exists (
          select from membership m where m.person_id = c.person_id and m.period @> cast(:to as date))
      """;

  /// No member lives there, wherever they meet, for [#VILLAGES].
  static final String WITHOUT_MEMBERS_FRAGMENT =
      """
      not exists (
        select from member_state s
        where s.village_id = v.village_id and s.period @> cast(:to as date))
      """;

  /// Someone of the committee is in charge on the day, for [#CELLS].
  static final String IN_CHARGE_FRAGMENT =
      """
      exists (
        select from charge ch where ch.cell_id = o.id and ch.period @> cast(:to as date))
      """;

  private final @Nullable String pages;
  private final String from;
  private final String joins;
  private final String where;
  private final String select;
  private final String order;
  private final String columns;

  /// @param pages path of the pages that a row's id leads to, or null where it has none
  /// @param joins what only the list needs; left joins by key, so that no row is lost or doubled
  /// @param columns of the list, each with how it is shown
  Source(
      @Nullable String pages,
      String from,
      String joins,
      String where,
      String select,
      String order,
      String columns) {
    this.pages = pages;
    this.from = from;
    this.joins = joins;
    this.where = where;
    this.select = select;
    this.order = order;
    this.columns = columns;
  }

  @Nullable String pages() {
    return pages;
  }

  List<RowColumn> columns() {
    return RowColumn.all(columns);
  }

  /// The figures counted from it, in the order of their aggregates in [#valuesSql].
  List<Figure> figures() {
    return Figure.ALL.stream().filter(figure -> figure.source() == this).toList();
  }

  /// The statement of all its figures: `n0, part0, whole0, n1, …`.
  String valuesSql() {
    List<Figure> figures = figures();
    return "select "
        + IntStream.range(0, figures.size())
            .mapToObj(i -> aggregates(figures.get(i).counting(), i))
            .collect(Collectors.joining(",\n  "))
        + "\n"
        + from
        + where;
  }

  private static String aggregates(Counting counting, int i) {
    String rows = " filter (where " + counting.rows().strip() + ")";
    String part =
        switch (counting.way()) {
          case COUNT -> "null";
          case TOP, TEXT -> "max(" + counting.part() + ")" + rows;
          case SUM, RATE, GROWTH -> "sum(" + counting.part() + ")" + rows;
        };
    String whole = counting.whole() == null ? "null" : "sum(" + counting.whole() + ")" + rows;
    return "count(*)%s as n%d, %s as part%d, %s as whole%d".formatted(rows, i, part, i, whole, i);
  }

  /// The cell that a membership was in on one of its days, or where that is not known the first.
  private static String cellOn(String day) {
    return """
    select s.cell_id from member_state s
    where s.person_id = m.person_id and s.period <@ m.period
    order by s.period @> m.%s desc, lower(s.period)
    limit 1
    """
        .formatted(day);
  }

  private static String joinsOfCell(String day) {
    return """
    left join person p on p.id = m.person_id
    left join lateral (%s) s on true
    left join organization o on o.id = s.cell_id
    left join organization_period cell on cell.organization_id = s.cell_id
      and cell.period @> greatest(m.%s, lower(o.life))
    """
        .formatted(cellOn(day), day);
  }

  /// Whether a membership counts by a day of its: where the cell lies, in whose records it may have
  /// begun; by the records only where the cell lay nowhere in the period.
  private static String isWithin(String day) {
    return """
      and (
        select s.cell_id = any(cast(:within as uuid[]))
          or m.commune_id = any(cast(:communes as uuid[])) and not exists (
            select from organization_period elsewhere
            where elsewhere.organization_id = s.cell_id
              and elsewhere.period && daterange(:from, :to, '[]'))
        from (select (%s) as cell_id) s)
    """
        .formatted(cellOn(day));
  }

  /// The statement of a figure's rows, with what each gives to it as `part` and `whole`.
  String rowsSql(Counting counting) {
    return "select "
        + select.strip()
        + ",\n  "
        + (counting.way() == Way.TEXT ? "null" : String.valueOf(counting.part()))
        + " as part, "
        + counting.whole()
        + " as whole\n"
        + from
        + joins
        + where
        + " and ("
        + counting.rows().strip()
        + ")\norder by "
        + order
        + "\nlimit :limit offset :offset";
  }
}
