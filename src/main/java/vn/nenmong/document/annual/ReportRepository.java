package vn.nenmong.document.annual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// What the annual report lists beside the figures. Every count in it is a figure's; here are names
/// and the shares of cells.
@Repository
class ReportRepository {

  static final String HEAD =
      """
      select op.name, op.superior, (
          select string_agg(p.name, ', ')
          from office_held h
          join person p on p.id = h.person_id
          where h.organization_id = op.organization_id and h.role = 'secretary'
            and h.period @> cast(:day as date)) as secretary
      from organization_period op
      where op.organization_id = :commune and op.period @> cast(:day as date)
        and op.path <@ any(cast(:scope as ltree[]))
      """;

  static final String TOP_GRADE =
      """
      select value
      from rule_on('review.top_grade.organization', cast(:day as date), cast(:commune as uuid))
      """;

  static final String MEMBERS_BY_CELL =
      """
      select op.organization_id as cell, count(s.person_id) as members,
        count(*) filter (where s.standing = 'official') as official,
        count(*) filter (where s.standing = 'probationary') as probationary
      from organization_period op
      left join member_state s on s.cell_id = op.organization_id
        and s.period @> cast(:day as date)
      where op.period @> cast(:day as date)
        and op.path <@ cast(:top as ltree)
        and op.path <@ any(cast(:scope as ltree[]))
      group by op.organization_id
      """;

  static final String COURSES =
      """
      select c.name, c.from_day as "from", count(a.person_id)::int as people
      from course c
      join organization_period op on op.organization_id = c.commune_id
        and op.period @> cast(:to as date)
      left join course_attendance a on a.course_id = c.id
      where c.commune_id = :commune and c.from_day between :from and :to
        and op.path <@ any(cast(:scope as ltree[]))
      group by c.id
      order by c.from_day, c.name collate vi
      """;

  static final String MASS_ORGANIZATIONS =
      """
      select m.name, y.branches, y.members
      from mass_organization m
      left join mass_organization_year y on y.mass_organization_id = m.id and y.year = :year
      join organization_period op on op.organization_id = m.commune_id
        and op.period @> cast(:day as date)
      where m.commune_id = :commune and op.path <@ any(cast(:scope as ltree[]))
        and exists (
          select from register_year r
          where r.commune_id = m.commune_id and r.register = 'mass_organizations'
            and r.year = :year)
      order by m.id
      """;

  private final JdbcClient jdbc;

  ReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Members of a cell on a day.
  record CellMembers(UUID cell, int members, int official, int probationary) {}

  ReportFacts.Head head(Scope scope, OrganizationRef commune, LocalDate day) {
    return jdbc.sql(HEAD)
        .param("commune", commune.id())
        .param("day", day)
        .param("scope", scope.sql())
        .query(ReportFacts.Head.class)
        .single();
  }

  Optional<String> topGrade(UUID commune, LocalDate day) {
    return jdbc.sql(TOP_GRADE)
        .param("day", day)
        .param("commune", commune)
        .query(String.class)
        .optional();
  }

  List<CellMembers> membersByCell(Scope scope, OrganizationRef commune, LocalDate day) {
    return jdbc.sql(MEMBERS_BY_CELL)
        .param("day", day)
        .param("top", commune.path())
        .param("scope", scope.sql())
        .query(CellMembers.class)
        .list();
  }

  List<ReportFacts.Course> courses(Scope scope, OrganizationRef commune, ReportPeriod period) {
    return jdbc.sql(COURSES)
        .param("commune", commune.id())
        .param("from", period.from())
        .param("to", period.to())
        .param("scope", scope.sql())
        .query(ReportFacts.Course.class)
        .list();
  }

  List<ReportFacts.MassOrganization> massOrganizations(
      Scope scope, OrganizationRef commune, ReportPeriod period) {
    return jdbc.sql(MASS_ORGANIZATIONS)
        .param("commune", commune.id())
        .param("year", period.year())
        .param("day", period.to())
        .param("scope", scope.sql())
        .query((row, number) ->
            new ReportFacts.MassOrganization(
                row.getString("name"),
                integer(row.getObject("branches")),
                integer(row.getObject("members"))))
        .list();
  }

  private static @Nullable Integer integer(@Nullable Object number) {
    return (Integer) number;
  }
}
