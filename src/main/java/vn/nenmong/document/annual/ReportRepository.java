package vn.nenmong.document.annual;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
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

  @Unscoped("asked of cells that were found in the scope")
  static final String CELLS =
      """
      select o.id as cell, c.code as commune, c.code || '/' || o.code as code,
        count(s.person_id) as members,
        count(*) filter (where s.standing = 'official') as official,
        count(*) filter (where s.standing = 'probationary') as probationary
      from organization o
      join organization c on c.id = o.commune_id
      left join member_state s on s.cell_id = o.id and s.period @> cast(:day as date)
      where o.id = any(cast(:cells as uuid[]))
      group by o.id, c.id
      """;

  @Unscoped("asked of communes that were found in the scope")
  static final String COURSES =
      """
      select c.commune_id as commune, c.name, c.from_day as "from",
        count(a.person_id)::int as people
      from course c
      left join course_attendance a on a.course_id = c.id
      where c.commune_id = any(cast(:communes as uuid[])) and c.from_day between :from and :to
      group by c.id
      order by c.from_day, c.name collate vi
      """;

  @Unscoped("asked of communes that were found in the scope")
  static final String MASS_ORGANIZATIONS =
      """
      select m.commune_id as commune, m.name, y.branches, y.members
      from mass_organization m
      left join mass_organization_year y on y.mass_organization_id = m.id and y.year = :year
      where m.commune_id = any(cast(:communes as uuid[]))
        and exists (
          select from register_year r
          where r.commune_id = m.commune_id and r.register = 'mass_organizations'
            and r.year = :year)
      order by array_position(cast(:communes as uuid[]), m.commune_id), m.id
      """;

  private final JdbcClient jdbc;

  ReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A cell and its members on a day.
  ///
  /// @param commune code of the one in whose records it stands
  /// @param code with that of the commune
  record CellMembers(
      UUID cell, String commune, String code, int members, int official, int probationary) {}

  /// @param commune in whose records it stands
  record Course(UUID commune, String name, LocalDate from, int people) {}

  /// @param commune in whose records it stands
  record MassOrganization(
      UUID commune, String name, @Nullable Integer branches, @Nullable Integer members) {}

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

  List<CellMembers> cells(List<UUID> cells, LocalDate day) {
    return jdbc.sql(CELLS)
        .param("day", day)
        .param("cells", cells.toArray(UUID[]::new))
        .query(CellMembers.class)
        .list();
  }

  List<Course> courses(List<UUID> communes, ReportPeriod period) {
    return jdbc.sql(COURSES)
        .param("communes", communes.toArray(UUID[]::new))
        .param("from", period.from())
        .param("to", period.to())
        .query(Course.class)
        .list();
  }

  List<MassOrganization> massOrganizations(List<UUID> communes, ReportPeriod period) {
    return jdbc.sql(MASS_ORGANIZATIONS)
        .param("communes", communes.toArray(UUID[]::new))
        .param("year", period.year())
        .query((row, number) ->
            new MassOrganization(
                row.getObject("commune", UUID.class),
                row.getString("name"),
                integer(row.getObject("branches")),
                integer(row.getObject("members"))))
        .list();
  }

  private static @Nullable Integer integer(@Nullable Object number) {
    return (Integer) number;
  }
}
