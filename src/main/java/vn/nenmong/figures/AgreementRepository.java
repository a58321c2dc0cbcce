package vn.nenmong.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// Counts once more, cell by cell, what the figures count over all: by another way, so that what
/// one of them loses shows.
@Repository
class AgreementRepository {

  /// @param agreement what the part belongs to
  record Counted(String agreement, String part, int number) {}

  /// Organizations are asked as arrays, so that the planner does not take a commune for a handful.
  /// Members by their membership and their cell; villages by the unit that they belong to; reviews
  /// by the cells that are there on the day. What was reviewed at all is counted by the year alone.
  static final String PARTS =
      """
      with unit as materialized (
        select op.organization_id as id, op.commune_id, op.kind in ('cell', 'grassroots_cell') as cell
        from organization_period op
        where op.period @> cast(:to as date)
          and op.path <@ cast(:top as ltree)
          and op.path <@ any(cast(:scope as ltree[]))),
      member as materialized (
        select s.cell_id, s.standing, s.village_id
        from membership m
        join member_state s on s.person_id = m.person_id and s.period @> cast(:to as date)
        where m.period @> cast(:to as date) and s.cell_id = any(array(select id from unit where cell))),
      village as materialized (
        select v.village_id as id, v.meeting_form,
          exists (
            select from member_state s
            where s.village_id = v.village_id and s.period @> cast(:to as date)) as lived_in
        from village_period v
        join unit on unit.id = coalesce(v.cell_id, v.commune_id)
        where v.period @> cast(:to as date))
      select agreement, part, number
      from (
        select 1 as place, 'standing' as agreement, standing as part, count(*) as number
        from member group by standing
        union all
        select 2, 'cells', 'cells', coalesce(sum(members), 0)
        from (select count(*) as members from member group by cell_id) by_cell
        union all
        select 3, 'members', case when lived_in then 'with_members' else 'without_members' end, count(*)
        from village group by lived_in
        union all
        select 4, 'coverage', case when not lived_in then 'none' else coalesce(meeting_form, 'unknown') end,
          count(*)
        from village group by 3
        union all
        select 5, 'reviewed', 'reviewed', count(*)
        from organization_review r
        where r.year = :year and exists (
          select from organization_period op
          where op.organization_id = r.organization_id and op.kind in ('cell', 'grassroots_cell')
            and op.path <@ cast(:top as ltree)
            and op.path <@ any(cast(:scope as ltree[])))
        union all
        select 6, 'cellReviews', r.grade, count(*)
        from unit
        join organization_review r on r.organization_id = unit.id and r.year = :year
        where unit.cell
        group by r.grade
        union all
        select 7, 'memberReviews', r.grade, count(*)
        from member_review r
        join membership m on m.id = r.membership_id
        where r.year = :year and r.cell_id = any(array(
          select op.organization_id from organization_period op
          where op.kind in ('cell', 'grassroots_cell') and op.path <@ cast(:top as ltree)
            and op.path <@ any(cast(:scope as ltree[]))))
        group by r.grade) counted
      order by place, array_position(array['official', 'probationary', 'with_members', 'own', 'joint',
        'clean_and_strong', 'excellent', 'good', 'completed', 'weak', 'failed'], part)
      """;

  private final JdbcClient jdbc;

  AgreementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Counted> parts(Scope scope, OrganizationRef top, ReportPeriod period) {
    return jdbc.sql(PARTS)
        .param("to", period.to())
        .param("year", period.year())
        .param("top", top.path())
        .param("scope", scope.sql())
        .query(Counted.class)
        .list();
  }
}
