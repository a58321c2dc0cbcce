package vn.nenmong.workbook.intake;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.organization.Coordinates;
import vn.nenmong.organization.OrganizationState;

/// What the database holds of one commune, as an import compares it.
@Repository
@Unscoped("asked of the one commune that an import was let into")
class CommuneRepository {

  /// Rows at a time; all at once would stand in memory twice.
  private static final int FETCHED = 2_000;

  static final String ROOTS =
      """
      select distinct on (o.id) o.id, o.code, op.name
      from organization o
      join organization_period op on op.organization_id = o.id
      where o.id = o.commune_id and op.path <@ any(cast(:scope as ltree[]))
      order by o.id, op.period desc
      """;

  static final String CODE_TAKEN =
      "select exists (select from organization where id = commune_id and code = :code)";

  static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended('import:' || :code, 0)) as text)";

  static final String HANDED_IN =
      "select register, year from register_year where commune_id = :commune";

  static final String ORGANIZATIONS =
      """
      select id, code, founded, founding_decision, ended, note, life
      from organization where commune_id = :commune
      """;

  static final String ORGANIZATION_STATES =
      """
      select organization_id as id, period, name, kind, parent_id, path::text as path, superior
      from organization_period where commune_id = :commune
      order by organization_id, period
      """;

  static final String VILLAGES = "select id, code, life from village where commune_id = :commune";

  static final String VILLAGE_STATES =
      """
      select village_id as id, period, name, cell_id, meeting_form, distance_km, bearing, latitude,
        longitude, border
      from village_period where commune_id = :commune
      order by village_id, period
      """;

  static final String VILLAGE_YEARS =
      """
      select village_id, households, population, poor_households, near_poor_households, cultural
      from village_year where commune_id = :commune and year = :year
      """;

  static final String PEOPLE =
      "select id, name, sex, born, ethnicity from person where commune_id = :commune";

  static final String MEMBERSHIPS =
      """
      select m.id, m.person_id, m.card_number, m.admitted, m.recognised, m.recognition_decided,
             m.period, m.note,
             p.membership_id is not null as poor, b.membership_id is not null as poor_before
      from membership m
      left join member_poverty p on p.membership_id = m.id and p.year = :year
      left join member_poverty b on b.membership_id = m.id and b.year = :before
      where m.commune_id = :commune
      """;

  static final String MEMBER_STATES =
      """
      select person_id as id, period, cell_id, standing, exempt, village_id,
             education, qualification, theory, occupation
      from member_state where commune_id = :commune
      order by person_id, period
      """;

  static final String CANDIDATES =
      """
      select id, person_id, cell_id, village_id, listed, first_helper_id, second_helper_id,
             class_taken, dossier_completed, status, status_text
      from candidate where commune_id = :commune
      """;

  static final String OFFICES =
      """
      select id, person_id, organization_id, title, role, since, until, period
      from office_held where commune_id = :commune
      """;

  static final String CHARGES =
      """
      select id, person_id, cell_id, since, document_number, period
      from charge where commune_id = :commune
      """;

  static final String POSTS =
      """
      select id, village_id, person_id, title, role, since, period
      from village_post where commune_id = :commune
      """;

  static final String RESOLUTIONS =
      """
      select id, organization_id, number, kind, subject, issued_on, thematic,
             kept_id is not null as kept
      from resolution where commune_id = :commune
      """;

  static final String INDICATORS =
      """
      select i.id, i.code, i.name, i.unit, i.kind, i.direction, y.indicator_id is not null as in_year,
             y.previous, y.plan, y.actual, y.resolution_number
      from indicator i
      left join indicator_year y on y.indicator_id = i.id and y.year = :year
      where i.commune_id = :commune
      """;

  static final String COURSES =
      "select id, name, kind, from_day, to_day from course where commune_id = :commune";

  static final String ATTENDANCES =
      """
      select a.course_id, a.person_id, a.position
      from course_attendance a where a.commune_id = :commune
      """;

  static final String PLANNING =
      """
      select id, person_id, post, from_year, to_year, entered_year, training_need
      from planning_entry where commune_id = :commune
      """;

  static final String STUDY =
      """
      select id, organization_id, document, held_on, due, present, kept_id is not null as kept
      from study_session where commune_id = :commune
      """;

  static final String MODELS =
      """
      select m.id, m.person_id, m.village_id, m.name, m.kind, m.since_year,
             y.model_id is not null as in_year, y.stage, y.income_million_vnd
      from economic_model m
      left join economic_model_year y on y.model_id = m.id and y.year = :year
      where m.commune_id = :commune
      """;

  static final String MASS_ORGANIZATIONS =
      """
      select m.id, m.name, y.mass_organization_id is not null as in_year,
             y.head_id, y.branches, y.members
      from mass_organization m
      left join mass_organization_year y on y.mass_organization_id = m.id and y.year = :year
      where m.commune_id = :commune
      """;

  static final String MEETINGS =
      """
      select id, cell_id, month, held_on, kind, due, present, absence_reason
      from meeting where commune_id = :commune and kept_id is null
      """;

  static final String ORGANIZATION_REVIEWS =
      """
      select organization_id, grade, label
      from organization_review where commune_id = :commune and year = :year
      """;

  static final String MEMBER_REVIEWS =
      """
      select membership_id, cell_id, grade, label
      from member_review where commune_id = :commune and year = :year
      """;

  private final JdbcClient jdbc;

  CommuneRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A commune by its root organization, with the newest name.
  record Root(UUID id, String code, String name) {}

  List<Root> roots(Scope scope) {
    return jdbc.sql(ROOTS).param("scope", scope.sql()).query(Root.class).list();
  }

  /// Whether a root of that code is there, seen by the user or not.
  boolean isTaken(String code) {
    return jdbc.sql(CODE_TAKEN).param("code", code).query(Boolean.class).single();
  }

  /// Waits until no other transaction imports into the commune of that code.
  void lock(String code) {
    jdbc.sql(LOCK).param("code", code).query((row, n) -> "").single();
  }

  Map<String, NavigableSet<Integer>> handedIn(UUID commune) {
    Map<String, NavigableSet<Integer>> years = new HashMap<>();
    jdbc.sql(HANDED_IN)
        .param("commune", commune)
        .query(row -> {
          years
              .computeIfAbsent(row.getString("register"), key -> new TreeSet<>())
              .add(row.getInt("year"));
        });
    return years;
  }

  List<Known.Organization> organizations(UUID commune) {
    Map<UUID, Timeline<OrganizationState>> states =
        timelines(
            ORGANIZATION_STATES,
            commune,
            row ->
                new OrganizationState(
                    row.getString("name"),
                    row.getString("kind"),
                    row.getObject("parent_id", UUID.class),
                    row.getString("path"),
                    row.getString("superior")));
    return list(
        ORGANIZATIONS,
        commune,
        row ->
            new Known.Organization(
                id(row, "id"),
                row.getString("code"),
                partial(row, "founded"),
                row.getString("founding_decision"),
                partial(row, "ended"),
                row.getString("note"),
                period(row, "life"),
                states.getOrDefault(id(row, "id"), new Timeline<>(List.of()))));
  }

  List<Known.Village> villages(UUID commune) {
    Map<UUID, Timeline<Known.VillageState>> states =
        timelines(
            VILLAGE_STATES,
            commune,
            row ->
                new Known.VillageState(
                    row.getString("name"),
                    row.getObject("cell_id", UUID.class),
                    row.getString("meeting_form"),
                    decimal(row, "distance_km"),
                    decimal(row, "bearing"),
                    coordinates(row),
                    row.getObject("border", Boolean.class)));
    return list(
        VILLAGES,
        commune,
        row ->
            new Known.Village(
                id(row, "id"),
                row.getString("code"),
                period(row, "life"),
                states.getOrDefault(id(row, "id"), new Timeline<>(List.of()))));
  }

  List<Known.VillageYear> villageYears(UUID commune, int year) {
    return list(
        VILLAGE_YEARS,
        commune,
        year,
        row ->
            new Known.VillageYear(
                id(row, "village_id"),
                row.getObject("households", Integer.class),
                row.getObject("population", Integer.class),
                row.getObject("poor_households", Integer.class),
                row.getObject("near_poor_households", Integer.class),
                row.getObject("cultural", Boolean.class)));
  }

  List<Known.Person> people(UUID commune) {
    return list(
        PEOPLE,
        commune,
        row ->
            new Known.Person(
                id(row, "id"),
                row.getString("name"),
                row.getString("sex"),
                partial(row, "born"),
                row.getString("ethnicity")));
  }

  /// @param before the year whose list of poor households came before
  List<Known.Membership> memberships(UUID commune, int year, int before) {
    return jdbc.sql(MEMBERSHIPS)
        .withFetchSize(FETCHED)
        .param("commune", commune)
        .param("year", year)
        .param("before", before)
        .query((row, n) ->
            new Known.Membership(
                id(row, "id"),
                id(row, "person_id"),
                row.getString("card_number"),
                PartialDate.parse(row.getString("admitted")),
                partial(row, "recognised"),
                row.getObject("recognition_decided", LocalDate.class),
                period(row, "period"),
                row.getString("note"),
                row.getBoolean("poor"),
                row.getBoolean("poor_before")))
        .list();
  }

  Map<UUID, Timeline<Known.MemberState>> memberStates(UUID commune) {
    return timelines(
        MEMBER_STATES,
        commune,
        row ->
            new Known.MemberState(
                id(row, "cell_id"),
                row.getString("standing").equals("official"),
                row.getBoolean("exempt"),
                row.getObject("village_id", UUID.class),
                row.getString("education"),
                row.getString("qualification"),
                row.getString("theory"),
                row.getString("occupation")));
  }

  List<Known.Candidate> candidates(UUID commune) {
    return list(
        CANDIDATES,
        commune,
        row ->
            new Known.Candidate(
                id(row, "id"),
                id(row, "person_id"),
                id(row, "cell_id"),
                row.getObject("village_id", UUID.class),
                period(row, "listed"),
                row.getObject("first_helper_id", UUID.class),
                row.getObject("second_helper_id", UUID.class),
                partial(row, "class_taken"),
                partial(row, "dossier_completed"),
                row.getString("status"),
                row.getString("status_text")));
  }

  List<Known.Office> offices(UUID commune) {
    return list(
        OFFICES,
        commune,
        row ->
            new Known.Office(
                id(row, "id"),
                id(row, "person_id"),
                id(row, "organization_id"),
                row.getString("title"),
                row.getString("role"),
                partial(row, "since"),
                partial(row, "until"),
                period(row, "period")));
  }

  List<Known.Charge> charges(UUID commune) {
    return list(
        CHARGES,
        commune,
        row ->
            new Known.Charge(
                id(row, "id"),
                id(row, "person_id"),
                id(row, "cell_id"),
                partial(row, "since"),
                row.getString("document_number"),
                period(row, "period")));
  }

  List<Known.Post> posts(UUID commune) {
    return list(
        POSTS,
        commune,
        row ->
            new Known.Post(
                id(row, "id"),
                id(row, "village_id"),
                id(row, "person_id"),
                row.getString("title"),
                row.getString("role"),
                partial(row, "since"),
                period(row, "period")));
  }

  List<Known.Resolution> resolutions(UUID commune) {
    return list(
        RESOLUTIONS,
        commune,
        row ->
            new Known.Resolution(
                id(row, "id"),
                id(row, "organization_id"),
                row.getString("number"),
                row.getString("kind"),
                row.getString("subject"),
                date(row, "issued_on"),
                row.getBoolean("thematic"),
                row.getBoolean("kept")));
  }

  List<Known.Indicator> indicators(UUID commune, int year) {
    return list(
        INDICATORS,
        commune,
        year,
        row ->
            new Known.Indicator(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("kind"),
                row.getString("direction"),
                row.getBoolean("in_year"),
                decimal(row, "previous"),
                decimal(row, "plan"),
                decimal(row, "actual"),
                row.getString("resolution_number")));
  }

  List<Known.Course> courses(UUID commune) {
    return list(
        COURSES,
        commune,
        row ->
            new Known.Course(
                id(row, "id"),
                row.getString("name"),
                row.getString("kind"),
                date(row, "from_day"),
                row.getObject("to_day", LocalDate.class)));
  }

  List<Known.Attendance> attendances(UUID commune) {
    return list(
        ATTENDANCES,
        commune,
        row ->
            new Known.Attendance(
                id(row, "course_id"), id(row, "person_id"), row.getString("position")));
  }

  List<Known.Planning> planning(UUID commune) {
    return list(
        PLANNING,
        commune,
        row ->
            new Known.Planning(
                id(row, "id"),
                id(row, "person_id"),
                row.getString("post"),
                row.getInt("from_year"),
                row.getInt("to_year"),
                row.getObject("entered_year", Integer.class),
                row.getString("training_need")));
  }

  List<Known.Study> study(UUID commune) {
    return list(
        STUDY,
        commune,
        row ->
            new Known.Study(
                id(row, "id"),
                id(row, "organization_id"),
                row.getString("document"),
                date(row, "held_on"),
                row.getInt("due"),
                row.getInt("present"),
                row.getBoolean("kept")));
  }

  List<Known.Model> models(UUID commune, int year) {
    return list(
        MODELS,
        commune,
        year,
        row ->
            new Known.Model(
                id(row, "id"),
                id(row, "person_id"),
                row.getObject("village_id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("since_year", Integer.class),
                row.getBoolean("in_year"),
                row.getString("stage"),
                decimal(row, "income_million_vnd")));
  }

  List<Known.MassOrganization> massOrganizations(UUID commune, int year) {
    return list(
        MASS_ORGANIZATIONS,
        commune,
        year,
        row ->
            new Known.MassOrganization(
                id(row, "id"),
                row.getString("name"),
                row.getBoolean("in_year"),
                row.getObject("head_id", UUID.class),
                row.getObject("branches", Integer.class),
                row.getObject("members", Integer.class)));
  }

  List<Known.Meeting> meetings(UUID commune) {
    return list(
        MEETINGS,
        commune,
        row ->
            new Known.Meeting(
                id(row, "id"),
                id(row, "cell_id"),
                date(row, "month"),
                date(row, "held_on"),
                row.getString("kind"),
                row.getObject("due", Integer.class),
                row.getObject("present", Integer.class),
                row.getString("absence_reason")));
  }

  List<Known.OrganizationReview> organizationReviews(UUID commune, int year) {
    return list(
        ORGANIZATION_REVIEWS,
        commune,
        year,
        row ->
            new Known.OrganizationReview(
                id(row, "organization_id"), row.getString("grade"), row.getString("label")));
  }

  List<Known.MemberReview> memberReviews(UUID commune, int year) {
    return list(
        MEMBER_REVIEWS,
        commune,
        year,
        row ->
            new Known.MemberReview(
                id(row, "membership_id"),
                id(row, "cell_id"),
                row.getString("grade"),
                row.getString("label")));
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, UUID commune, Row<T> mapper) {
    RowMapper<T> rows = (row, n) -> mapper.of(row);
    return jdbc.sql(sql).withFetchSize(FETCHED).param("commune", commune).query(rows).list();
  }

  private <T> List<T> list(String sql, UUID commune, int year, Row<T> mapper) {
    RowMapper<T> rows = (row, n) -> mapper.of(row);
    return jdbc.sql(sql).param("commune", commune).param("year", year).query(rows).list();
  }

  /// Rows of `id` and `period`, in order, as one timeline an id.
  private <T> Map<UUID, Timeline<T>> timelines(String sql, UUID commune, Row<T> mapper) {
    Map<UUID, List<Timeline.Span<T>>> spans = new LinkedHashMap<>();
    jdbc.sql(sql)
        .withFetchSize(FETCHED)
        .param("commune", commune)
        .query(row -> {
          spans
              .computeIfAbsent(id(row, "id"), key -> new ArrayList<>(2))
              .add(new Timeline.Span<>(period(row, "period"), mapper.of(row)));
        });
    Map<UUID, Timeline<T>> result = HashMap.newHashMap(spans.size());
    spans.forEach((id, list) -> result.put(id, new Timeline<>(list)));
    return result;
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Period period(ResultSet row, String column) throws SQLException {
    return Period.ofRange(row.getString(column));
  }

  private static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column);
  }

  private static @Nullable Coordinates coordinates(ResultSet row) throws SQLException {
    BigDecimal latitude = decimal(row, "latitude");
    BigDecimal longitude = decimal(row, "longitude");
    return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
  }

  private static @Nullable PartialDate partial(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(PartialDate::parse).orElse(null);
  }
}
