package vn.nenmong.consolidation.reorganization;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// What was built on an event afterwards, and stands in the way of taking it back.
@Repository
class LaterRepository {

  /// The rows of every table that refer to an organization or a village.
  private static final String REFERRING_FRAGMENT =
      Reference.ALL.stream()
          .filter(reference -> reference.answer() != Reference.Answer.ITSELF)
          .map(reference ->
              "select '%1$s' as register, to_jsonb(t) as kept from %1$s t, made where t.%2$s = made.id"
                  .formatted(reference.table(), reference.column()))
          .collect(Collectors.joining(" union all "));

  /// Rows that a later change touched or wrote in the records of a commune that was founded by it,
  /// and rows of later that refer to what was founded by it. A later event is told as one.
  @Unscoped("asked of an event that was found in the scope")
  static final String LATER =
      """
      with made as (
        select cast(key ->> 'id' as uuid) as id from row_change
        where change = :change and register in ('organization', 'village') and former_key is null),
      touched as (
        select distinct case when e.id is null then later.register else 'reorganization' end
            as register,
          coalesce(e.id, later.subject) as subject,
          coalesce(e.day, cast(timezone('Asia/Ho_Chi_Minh', a.at) as date)) as day
        from row_change later
        left join reorganization e on e.change = later.change
        left join lateral (
          select at from audit_line where audit_line.change = later.change order by id desc limit 1)
          a on true
        where later.change <> all(:own)
          and not exists (
            select from undone_change u
            where u.change = later.change or u.by_change = later.change)
          and (
            later.former_key is null and later.commune_id in (select id from made)
            or exists (
              select from row_change mine
              where mine.change = :change and mine.register = later.register
                and later.former_key = mine.key and later.id > mine.id))),
      referring as (
        select r.register,
          cast(coalesce(r.kept ->> 'person_id', r.kept ->> 'village_id',
            r.kept ->> 'organization_id', r.kept ->> 'cell_id') as uuid) as subject,
          coalesce(
            lower(cast(coalesce(r.kept ->> 'period', r.kept ->> 'listed') as daterange)),
            cast(coalesce(r.kept ->> 'held_on', r.kept ->> 'issued_on', r.kept ->> 'given_on',
              r.kept ->> 'month', r.kept ->> 'began') as date)) as day
        from (
      """
          + REFERRING_FRAGMENT
          + """
            ) r
            where not exists (
              select from row_change mine
              where mine.change = :change and mine.register = r.register and r.kept @> mine.key)),
          later as (
            select register, subject, min(day) as day
            from (select * from touched union all select * from referring) all_of_them
            group by register, subject)
          select later.register, later.subject, named.name, later.day
          from later
          left join lateral (
            select name from person where id = later.subject
            union all
            (select op.name from organization_period op where op.organization_id = later.subject
              order by op.period desc limit 1)
            union all
            (select v.name from village_period v where v.village_id = later.subject
              order by v.period desc limit 1)
            union all
            select e.decision_number from reorganization e where e.id = later.subject
            limit 1) named on true
          order by (later.register = 'reorganization') desc, later.day nulls last, later.register,
            named.name collate vi
          """;

  private final JdbcClient jdbc;

  LaterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param corrections of its decision, which are taken back with it
  List<Later> on(Event event, List<Event.Correction> corrections) {
    return jdbc.sql(LATER)
        .param("change", event.change())
        .param(
            "own",
            Stream.concat(
                    Stream.of(event.change()), corrections.stream().map(Event.Correction::change))
                .toArray(UUID[]::new))
        .query(Later.class)
        .list();
  }
}
