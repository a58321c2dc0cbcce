package vn.nenmong.membership.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class MovementRepository {

  /// Where an organization is, all that is below it is in it: by its path of each day, as units
  /// come to it and leave it. One of today is all that it is made of.
  private static final String INSIDE_FRAGMENT =
      """
      case when cast(:now as boolean) then op.organization_id = any(cast(:units as uuid[]))
        else op.path ~ cast(:within as lquery) end
      """;

  static final String COUNT =
      """
      select count(*)::int
      from organization_period op
      join member_state s on s.cell_id = op.organization_id and s.period @> cast(:day as date)
      where op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[])) and
      """
          + INSIDE_FRAGMENT;

  /// The days on which someone is in the organization; where these begin or end within the period
  /// they came or left. What the registers say of them on both sides of that tells how.
  static final String MOVEMENTS =
      """
      with place as (
        select op.organization_id as cell_id, op.period
        from organization_period op
        where op.path <@ any(cast(:scope as ltree[])) and %s
          and op.period && daterange(cast(:from as date) - 1, cast(:to as date), '[]')),
      present as (
        select s.person_id, range_agg(s.period * place.period) as days
        from place
        join member_state s on s.cell_id = place.cell_id and s.period && place.period
          and s.period && daterange(cast(:from as date) - 1, cast(:to as date), '[]')
        group by s.person_id),
      bound as (
        select person_id, lower(span) as day, lower(span) as inside, lower(span) - 1 as outside
        from present cross join unnest(days) as span
        where lower(span) between :from and :to
        union all
        select person_id, upper(span), upper(span) - 1, upper(span)
        from present cross join unnest(days) as span
        where upper(span) between :from and :to)
      select b.person_id as person, m.commune_id as commune, p.name, b.day,
        case
          when b.inside < b.outside then case
            when upper(m.period) = b.day then coalesce(m.left_by, 'left')
            when there.cell_id = here.cell_id then 'reorganized_out'
            when there.cell_id is not null then 'moved_out'
            else 'unrecorded' end
          when lower(m.period) = b.day and m.begun_by is not null then m.begun_by
          when there.cell_id = here.cell_id then 'reorganized_in'
          when there.cell_id is not null then 'moved_in'
          when m.admitted_from = b.day then case
            when exists (
              select from membership former
              where former.person_id = m.person_id and former.period << m.period) then 'readmitted'
            else 'admitted' end
          else 'recorded' end as kind,
        here.cell_id, cell.name as cell, other.name as other,
        case
          when b.inside < b.outside then case
            when upper(m.period) = b.day and m.left_by = 'transfer_out' then told.form end
          when lower(m.period) = b.day and m.begun_by = 'transfer_in' then
            coalesce(m.origin, told.form) end as place,
        case
          when upper(m.period) = b.day then m.end_reason
          when lower(m.period) = b.day then m.came_from end as reason
      from bound b
      join person p on p.id = b.person_id
      join member_state here on here.person_id = b.person_id and here.period @> b.inside
      join membership m on m.person_id = b.person_id and m.period @> b.inside
      join organization_period cell
        on cell.organization_id = here.cell_id and cell.period @> b.inside
      left join member_state there on there.person_id = b.person_id and there.period @> b.outside
      left join organization_period other
        on other.organization_id = there.cell_id and other.period @> b.outside
      left join lateral (
        select step.form
        from step
        where step.person_id = b.person_id and step.day = b.day and step.taken_back is null
          and step.kind = case when b.inside < b.outside then 'transfer_out' else 'transfer_in' end
        order by step.id desc
        limit 1) told on true
      order by p.given_name, p.other_names, p.id, b.day, b.inside desc
      """
          .formatted(INSIDE_FRAGMENT);

  private final JdbcClient jdbc;

  MovementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What movements are told.
  ///
  /// @param now whether it is one of today, with all that it came of
  /// @param units the one organization, none for all that the scope reaches; of one of today all
  ///   that it is made of
  record Extent(boolean now, List<UUID> units) {}

  /// Members of an organization on a day.
  int count(Scope scope, Extent extent, LocalDate day) {
    return about(COUNT, scope, extent).param("day", day).query(Integer.class).single();
  }

  /// Who came and left, by name.
  List<Movement> movements(Scope scope, Extent extent, ReportPeriod period) {
    return about(MOVEMENTS, scope, extent)
        .param("from", period.from())
        .param("to", period.to())
        .query((row, n) ->
            new Movement(
                row.getObject("person", UUID.class),
                row.getObject("commune", UUID.class),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                MovementKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("cell_id", UUID.class),
                row.getString("cell"),
                row.getString("other"),
                row.getString("place"),
                row.getString("reason")))
        .list();
  }

  private JdbcClient.StatementSpec about(String sql, Scope scope, Extent extent) {
    return jdbc.sql(sql)
        .param("scope", scope.sql())
        .param("now", extent.now())
        .param("units", extent.units().toArray(UUID[]::new))
        .param("within", extent.now() ? "*" : within(extent.units()));
  }

  private static String within(List<UUID> of) {
    return of.isEmpty()
        ? "*"
        : of.stream()
            .map(id -> id.toString().replace("-", ""))
            .collect(Collectors.joining("|", "*.", ".*"));
  }
}
