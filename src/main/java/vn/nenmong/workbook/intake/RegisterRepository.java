package vn.nenmong.workbook.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every statement with which an import writes. Each takes arrays, one element a row: thousands of
/// rows go in one statement, as fast as COPY, which row security would not allow.
@Repository
class RegisterRepository {

  /// Rows a statement; more gain nothing and only hold memory.
  private static final int CHUNK = 4_000;

  /// So many rows more make no other plan.
  private static final int FEW = 200;

  private static final Pattern WRITTEN =
      Pattern.compile("^(?:insert into|update|delete from) (\\w+)");

  static final String REACH =
      """
      select set_config('nenmong.communes',
        concat_ws(',', nullif(current_setting('nenmong.communes', true), ''), cast(:commune as text)), true)
      """;

  static final String INSERT_ORGANIZATION =
      """
      insert into organization (
        id, commune_id, code, founded, founding_decision, ended, note, life)
      select
        r.id, r.commune_id, r.code, r.founded, r.founding_decision, r.ended, r.note, r.life
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:code as text[]),
        cast(:founded as text[]), cast(:foundingDecision as text[]), cast(:ended as text[]),
        cast(:note as text[]), cast(:life as daterange[]))
        as r (id, commune_id, code, founded, founding_decision, ended, note, life)
      """;

  static final String UPDATE_ORGANIZATION =
      """
      update organization t set
        founded = r.founded, founding_decision = r.founding_decision, ended = r.ended,
        note = r.note, life = r.life
      from unnest(
        cast(:id as uuid[]), cast(:founded as text[]), cast(:foundingDecision as text[]),
        cast(:ended as text[]), cast(:note as text[]), cast(:life as daterange[]))
        as r (id, founded, founding_decision, ended, note, life)
      where t.id = r.id
      """;

  static final String DELETE_ORGANIZATION_PERIODS =
      """
      delete from organization_period t
      using unnest(
        cast(:organizationId as uuid[]))
        as r (organization_id)
      where t.organization_id = r.organization_id
      """;

  static final String INSERT_ORGANIZATION_PERIOD =
      """
      insert into organization_period (
        organization_id, period, commune_id, name, kind, parent_id, path, superior)
      select
        r.organization_id, r.period, r.commune_id, r.name, r.kind, r.parent_id, r.path,
        r.superior
      from unnest(
        cast(:organizationId as uuid[]), cast(:period as daterange[]),
        cast(:communeId as uuid[]), cast(:name as text[]), cast(:kind as text[]),
        cast(:parentId as uuid[]), cast(:path as ltree[]), cast(:superior as text[]))
        as r (organization_id, period, commune_id, name, kind, parent_id, path, superior)
      """;

  static final String INSERT_VILLAGE =
      """
      insert into village (
        id, commune_id, code, life)
      select
        r.id, r.commune_id, r.code, r.life
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:code as text[]),
        cast(:life as daterange[]))
        as r (id, commune_id, code, life)
      """;

  static final String UPDATE_VILLAGE =
      """
      update village t set
        life = r.life
      from unnest(
        cast(:id as uuid[]), cast(:life as daterange[]))
        as r (id, life)
      where t.id = r.id
      """;

  static final String DELETE_VILLAGE_PERIODS =
      """
      delete from village_period t
      using unnest(
        cast(:villageId as uuid[]))
        as r (village_id)
      where t.village_id = r.village_id
      """;

  static final String INSERT_VILLAGE_PERIOD =
      """
      insert into village_period (
        village_id, period, commune_id, name, cell_id, meeting_form, distance_km, bearing, latitude,
        longitude, border)
      select
        r.village_id, r.period, r.commune_id, r.name, r.cell_id, r.meeting_form, r.distance_km,
        r.bearing, r.latitude, r.longitude, r.border
      from unnest(
        cast(:villageId as uuid[]), cast(:period as daterange[]), cast(:communeId as uuid[]),
        cast(:name as text[]), cast(:cellId as uuid[]), cast(:meetingForm as text[]),
        cast(:distanceKm as numeric[]), cast(:bearing as numeric[]),
        cast(:latitude as numeric[]), cast(:longitude as numeric[]), cast(:border as boolean[]))
        as r (village_id, period, commune_id, name, cell_id, meeting_form, distance_km, bearing,
          latitude, longitude, border)
      """;

  static final String SAY_VILLAGE_YEAR =
      """
      insert into village_year (
        village_id, year, commune_id, households, population, poor_households,
        near_poor_households, cultural)
      select
        r.village_id, r.year, r.commune_id, r.households, r.population, r.poor_households,
        r.near_poor_households, r.cultural
      from unnest(
        cast(:villageId as uuid[]), cast(:year as int[]), cast(:communeId as uuid[]),
        cast(:households as int[]), cast(:population as int[]), cast(:poorHouseholds as int[]),
        cast(:nearPoorHouseholds as int[]), cast(:cultural as boolean[]))
        as r (village_id, year, commune_id, households, population, poor_households, near_poor_households, cultural)
      on conflict (village_id, year)
      do update set
        commune_id = excluded.commune_id, households = excluded.households,
        population = excluded.population, poor_households = excluded.poor_households,
        near_poor_households = excluded.near_poor_households, cultural = excluded.cultural
      """;

  static final String INSERT_PERSON =
      """
      insert into person (
        id, commune_id, name, sex, born, ethnicity)
      select
        r.id, r.commune_id, r.name, r.sex, r.born, r.ethnicity
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:name as text[]),
        cast(:sex as text[]), cast(:born as text[]), cast(:ethnicity as text[]))
        as r (id, commune_id, name, sex, born, ethnicity)
      """;

  static final String UPDATE_PERSON =
      """
      update person t set
        name = r.name, sex = r.sex, born = r.born, ethnicity = r.ethnicity
      from unnest(
        cast(:id as uuid[]), cast(:name as text[]), cast(:sex as text[]), cast(:born as text[]),
        cast(:ethnicity as text[]))
        as r (id, name, sex, born, ethnicity)
      where t.id = r.id
      """;

  static final String DELETE_MEMBER_STATES =
      """
      delete from member_state t
      using unnest(
        cast(:personId as uuid[]))
        as r (person_id)
      where t.person_id = r.person_id
      """;

  static final String CLEAR_CARD =
      """
      update membership t set
        card_number = r.card_number
      from unnest(
        cast(:id as uuid[]), cast(:cardNumber as text[]))
        as r (id, card_number)
      where t.id = r.id
      """;

  static final String UPDATE_MEMBERSHIP =
      """
      update membership t set
        card_number = r.card_number, admitted = r.admitted, recognised = r.recognised,
        period = r.period, note = r.note
      from unnest(
        cast(:id as uuid[]), cast(:cardNumber as text[]), cast(:admitted as text[]),
        cast(:recognised as text[]), cast(:period as daterange[]), cast(:note as text[]))
        as r (id, card_number, admitted, recognised, period, note)
      where t.id = r.id
      """;

  static final String END_MEMBERSHIP =
      """
      update membership t set
        period = r.period, end_reason = r.end_reason
      from unnest(
        cast(:id as uuid[]), cast(:period as daterange[]), cast(:endReason as text[]))
        as r (id, period, end_reason)
      where t.id = r.id
      """;

  static final String INSERT_MEMBERSHIP =
      """
      insert into membership (
        id, person_id, commune_id, card_number, admitted, recognised, period, note)
      select
        r.id, r.person_id, r.commune_id, r.card_number, r.admitted, r.recognised, r.period,
        r.note
      from unnest(
        cast(:id as uuid[]), cast(:personId as uuid[]), cast(:communeId as uuid[]),
        cast(:cardNumber as text[]), cast(:admitted as text[]), cast(:recognised as text[]),
        cast(:period as daterange[]), cast(:note as text[]))
        as r (id, person_id, commune_id, card_number, admitted, recognised, period, note)
      """;

  static final String INSERT_MEMBER_STATE =
      """
      insert into member_state (
        person_id, period, commune_id, cell_id, standing, exempt, village_id, education,
        qualification, theory, occupation)
      select
        r.person_id, r.period, r.commune_id, r.cell_id, r.standing, r.exempt, r.village_id,
        r.education, r.qualification, r.theory, r.occupation
      from unnest(
        cast(:personId as uuid[]), cast(:period as daterange[]), cast(:communeId as uuid[]),
        cast(:cellId as uuid[]), cast(:standing as text[]), cast(:exempt as boolean[]),
        cast(:villageId as uuid[]), cast(:education as text[]), cast(:qualification as text[]),
        cast(:theory as text[]), cast(:occupation as text[]))
        as r (person_id, period, commune_id, cell_id, standing, exempt, village_id, education, qualification, theory, occupation)
      """;

  static final String INSERT_POVERTY =
      """
      insert into member_poverty (
        membership_id, year, commune_id)
      select
        r.membership_id, r.year, r.commune_id
      from unnest(
        cast(:membershipId as uuid[]), cast(:year as int[]), cast(:communeId as uuid[]))
        as r (membership_id, year, commune_id)
      """;

  static final String DELETE_POVERTY =
      """
      delete from member_poverty t
      using unnest(
        cast(:membershipId as uuid[]), cast(:year as int[]))
        as r (membership_id, year)
      where t.membership_id = r.membership_id and t.year = r.year
      """;

  static final String UPDATE_CANDIDATE =
      """
      update candidate t set
        cell_id = r.cell_id, village_id = r.village_id, listed = r.listed,
        first_helper_id = r.first_helper_id, second_helper_id = r.second_helper_id,
        class_taken = r.class_taken, dossier_completed = r.dossier_completed, status = r.status,
        status_text = r.status_text
      from unnest(
        cast(:id as uuid[]), cast(:cellId as uuid[]), cast(:villageId as uuid[]),
        cast(:listed as daterange[]), cast(:firstHelperId as uuid[]),
        cast(:secondHelperId as uuid[]), cast(:classTaken as text[]),
        cast(:dossierCompleted as text[]), cast(:status as text[]), cast(:statusText as text[]))
        as r (id, cell_id, village_id, listed, first_helper_id, second_helper_id, class_taken, dossier_completed, status, status_text)
      where t.id = r.id
      """;

  static final String INSERT_CANDIDATE =
      """
      insert into candidate (
        id, person_id, commune_id, cell_id, village_id, listed, first_helper_id,
        second_helper_id, class_taken, dossier_completed, status, status_text)
      select
        r.id, r.person_id, r.commune_id, r.cell_id, r.village_id, r.listed, r.first_helper_id,
        r.second_helper_id, r.class_taken, r.dossier_completed, r.status, r.status_text
      from unnest(
        cast(:id as uuid[]), cast(:personId as uuid[]), cast(:communeId as uuid[]),
        cast(:cellId as uuid[]), cast(:villageId as uuid[]), cast(:listed as daterange[]),
        cast(:firstHelperId as uuid[]), cast(:secondHelperId as uuid[]),
        cast(:classTaken as text[]), cast(:dossierCompleted as text[]), cast(:status as text[]),
        cast(:statusText as text[]))
        as r (id, person_id, commune_id, cell_id, village_id, listed, first_helper_id, second_helper_id, class_taken, dossier_completed, status, status_text)
      """;

  static final String UPDATE_OFFICE =
      """
      update office_held t set
        title = r.title, role = r.role, since = r.since, until = r.until, period = r.period
      from unnest(
        cast(:id as uuid[]), cast(:title as text[]), cast(:role as text[]),
        cast(:since as text[]), cast(:until as text[]), cast(:period as daterange[]))
        as r (id, title, role, since, until, period)
      where t.id = r.id
      """;

  static final String INSERT_OFFICE =
      """
      insert into office_held (
        id, commune_id, person_id, organization_id, title, role, since, until, period)
      select
        r.id, r.commune_id, r.person_id, r.organization_id, r.title, r.role, r.since, r.until,
        r.period
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:personId as uuid[]),
        cast(:organizationId as uuid[]), cast(:title as text[]), cast(:role as text[]),
        cast(:since as text[]), cast(:until as text[]), cast(:period as daterange[]))
        as r (id, commune_id, person_id, organization_id, title, role, since, until, period)
      """;

  static final String UPDATE_CHARGE =
      """
      update charge t set
        since = r.since, document_number = r.document_number, period = r.period
      from unnest(
        cast(:id as uuid[]), cast(:since as text[]), cast(:documentNumber as text[]),
        cast(:period as daterange[]))
        as r (id, since, document_number, period)
      where t.id = r.id
      """;

  static final String INSERT_CHARGE =
      """
      insert into charge (
        id, commune_id, person_id, cell_id, since, document_number, period)
      select
        r.id, r.commune_id, r.person_id, r.cell_id, r.since, r.document_number, r.period
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:personId as uuid[]),
        cast(:cellId as uuid[]), cast(:since as text[]), cast(:documentNumber as text[]),
        cast(:period as daterange[]))
        as r (id, commune_id, person_id, cell_id, since, document_number, period)
      """;

  static final String UPDATE_POST =
      """
      update village_post t set
        title = r.title, role = r.role, since = r.since, period = r.period
      from unnest(
        cast(:id as uuid[]), cast(:title as text[]), cast(:role as text[]),
        cast(:since as text[]), cast(:period as daterange[]))
        as r (id, title, role, since, period)
      where t.id = r.id
      """;

  static final String INSERT_POST =
      """
      insert into village_post (
        id, commune_id, village_id, person_id, title, role, since, period)
      select
        r.id, r.commune_id, r.village_id, r.person_id, r.title, r.role, r.since, r.period
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:villageId as uuid[]),
        cast(:personId as uuid[]), cast(:title as text[]), cast(:role as text[]),
        cast(:since as text[]), cast(:period as daterange[]))
        as r (id, commune_id, village_id, person_id, title, role, since, period)
      """;

  static final String UPDATE_RESOLUTION =
      """
      update resolution t set
        number = r.number, kind = r.kind, subject = r.subject, issued_on = r.issued_on,
        thematic = r.thematic
      from unnest(
        cast(:id as uuid[]), cast(:number as text[]), cast(:kind as text[]),
        cast(:subject as text[]), cast(:issuedOn as date[]), cast(:thematic as boolean[]))
        as r (id, number, kind, subject, issued_on, thematic)
      where t.id = r.id
      """;

  static final String INSERT_RESOLUTION =
      """
      insert into resolution (
        id, commune_id, organization_id, number, kind, subject, issued_on, thematic)
      select
        r.id, r.commune_id, r.organization_id, r.number, r.kind, r.subject, r.issued_on,
        r.thematic
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:organizationId as uuid[]),
        cast(:number as text[]), cast(:kind as text[]), cast(:subject as text[]),
        cast(:issuedOn as date[]), cast(:thematic as boolean[]))
        as r (id, commune_id, organization_id, number, kind, subject, issued_on, thematic)
      """;

  static final String CLEAR_INDICATOR_KIND =
      """
      update indicator t set
        kind = r.kind
      from unnest(
        cast(:id as uuid[]), cast(:kind as text[]))
        as r (id, kind)
      where t.id = r.id
      """;

  static final String INSERT_INDICATOR =
      """
      insert into indicator (
        id, commune_id, code, name, unit, kind, direction)
      select
        r.id, r.commune_id, r.code, r.name, r.unit, r.kind, r.direction
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:code as text[]),
        cast(:name as text[]), cast(:unit as text[]), cast(:kind as text[]),
        cast(:direction as text[]))
        as r (id, commune_id, code, name, unit, kind, direction)
      """;

  static final String UPDATE_INDICATOR =
      """
      update indicator t set
        name = r.name, unit = r.unit, kind = r.kind, direction = r.direction
      from unnest(
        cast(:id as uuid[]), cast(:name as text[]), cast(:unit as text[]),
        cast(:kind as text[]), cast(:direction as text[]))
        as r (id, name, unit, kind, direction)
      where t.id = r.id
      """;

  static final String SAY_INDICATOR_YEAR =
      """
      insert into indicator_year (
        indicator_id, year, previous, plan, actual, resolution_number)
      select
        r.indicator_id, r.year, r.previous, r.plan, r.actual, r.resolution_number
      from unnest(
        cast(:indicatorId as uuid[]), cast(:year as int[]), cast(:previous as numeric[]),
        cast(:plan as numeric[]), cast(:actual as numeric[]), cast(:resolutionNumber as text[]))
        as r (indicator_id, year, previous, plan, actual, resolution_number)
      on conflict (indicator_id, year)
      do update set
        previous = excluded.previous, plan = excluded.plan, actual = excluded.actual,
        resolution_number = excluded.resolution_number
      """;

  static final String UPDATE_COURSE =
      """
      update course t set
        name = r.name, kind = r.kind, from_day = r.from_day, to_day = r.to_day
      from unnest(
        cast(:id as uuid[]), cast(:name as text[]), cast(:kind as text[]),
        cast(:fromDay as date[]), cast(:toDay as date[]))
        as r (id, name, kind, from_day, to_day)
      where t.id = r.id
      """;

  static final String INSERT_COURSE =
      """
      insert into course (
        id, commune_id, name, kind, from_day, to_day)
      select
        r.id, r.commune_id, r.name, r.kind, r.from_day, r.to_day
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:name as text[]),
        cast(:kind as text[]), cast(:fromDay as date[]), cast(:toDay as date[]))
        as r (id, commune_id, name, kind, from_day, to_day)
      """;

  static final String SAY_ATTENDANCE =
      """
      insert into course_attendance (
        course_id, person_id, commune_id, position)
      select
        r.course_id, r.person_id, r.commune_id, r.position
      from unnest(
        cast(:courseId as uuid[]), cast(:personId as uuid[]), cast(:communeId as uuid[]),
        cast(:position as text[]))
        as r (course_id, person_id, commune_id, position)
      on conflict (course_id, person_id)
      do update set
        commune_id = excluded.commune_id, position = excluded.position
      """;

  static final String UPDATE_PLANNING =
      """
      update planning_entry t set
        post = r.post, to_year = r.to_year, entered_year = r.entered_year,
        training_need = r.training_need
      from unnest(
        cast(:id as uuid[]), cast(:post as text[]), cast(:toYear as int[]),
        cast(:enteredYear as int[]), cast(:trainingNeed as text[]))
        as r (id, post, to_year, entered_year, training_need)
      where t.id = r.id
      """;

  static final String INSERT_PLANNING =
      """
      insert into planning_entry (
        id, commune_id, person_id, post, from_year, to_year, entered_year, training_need)
      select
        r.id, r.commune_id, r.person_id, r.post, r.from_year, r.to_year, r.entered_year,
        r.training_need
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:personId as uuid[]),
        cast(:post as text[]), cast(:fromYear as int[]), cast(:toYear as int[]),
        cast(:enteredYear as int[]), cast(:trainingNeed as text[]))
        as r (id, commune_id, person_id, post, from_year, to_year, entered_year, training_need)
      """;

  static final String UPDATE_STUDY =
      """
      update study_session t set
        document = r.document, held_on = r.held_on, due = r.due, present = r.present
      from unnest(
        cast(:id as uuid[]), cast(:document as text[]), cast(:heldOn as date[]),
        cast(:due as int[]), cast(:present as int[]))
        as r (id, document, held_on, due, present)
      where t.id = r.id
      """;

  static final String INSERT_STUDY =
      """
      insert into study_session (
        id, commune_id, organization_id, document, held_on, due, present)
      select
        r.id, r.commune_id, r.organization_id, r.document, r.held_on, r.due, r.present
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:organizationId as uuid[]),
        cast(:document as text[]), cast(:heldOn as date[]), cast(:due as int[]),
        cast(:present as int[]))
        as r (id, commune_id, organization_id, document, held_on, due, present)
      """;

  static final String UPDATE_MODEL =
      """
      update economic_model t set
        village_id = r.village_id, name = r.name, kind = r.kind, since_year = r.since_year
      from unnest(
        cast(:id as uuid[]), cast(:villageId as uuid[]), cast(:name as text[]),
        cast(:kind as text[]), cast(:sinceYear as int[]))
        as r (id, village_id, name, kind, since_year)
      where t.id = r.id
      """;

  static final String INSERT_MODEL =
      """
      insert into economic_model (
        id, commune_id, person_id, village_id, name, kind, since_year)
      select
        r.id, r.commune_id, r.person_id, r.village_id, r.name, r.kind, r.since_year
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:personId as uuid[]),
        cast(:villageId as uuid[]), cast(:name as text[]), cast(:kind as text[]),
        cast(:sinceYear as int[]))
        as r (id, commune_id, person_id, village_id, name, kind, since_year)
      """;

  static final String SAY_MODEL_YEAR =
      """
      insert into economic_model_year (
        model_id, year, stage, income_million_vnd)
      select
        r.model_id, r.year, r.stage, r.income_million_vnd
      from unnest(
        cast(:modelId as uuid[]), cast(:year as int[]), cast(:stage as text[]),
        cast(:incomeMillionVnd as numeric[]))
        as r (model_id, year, stage, income_million_vnd)
      on conflict (model_id, year)
      do update set
        stage = excluded.stage, income_million_vnd = excluded.income_million_vnd
      """;

  static final String INSERT_MASS_ORGANIZATION =
      """
      insert into mass_organization (
        id, commune_id, name)
      select
        r.id, r.commune_id, r.name
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:name as text[]))
        as r (id, commune_id, name)
      """;

  static final String SAY_MASS_ORGANIZATION_YEAR =
      """
      insert into mass_organization_year (
        mass_organization_id, year, head_id, branches, members)
      select
        r.mass_organization_id, r.year, r.head_id, r.branches, r.members
      from unnest(
        cast(:massOrganizationId as uuid[]), cast(:year as int[]), cast(:headId as uuid[]),
        cast(:branches as int[]), cast(:members as int[]))
        as r (mass_organization_id, year, head_id, branches, members)
      on conflict (mass_organization_id, year)
      do update set
        head_id = excluded.head_id, branches = excluded.branches, members = excluded.members
      """;

  static final String UPDATE_MEETING =
      """
      update meeting t set
        month = r.month, held_on = r.held_on, kind = r.kind, due = r.due, present = r.present,
        absence_reason = r.absence_reason
      from unnest(
        cast(:id as uuid[]), cast(:month as date[]), cast(:heldOn as date[]),
        cast(:kind as text[]), cast(:due as int[]), cast(:present as int[]),
        cast(:absenceReason as text[]))
        as r (id, month, held_on, kind, due, present, absence_reason)
      where t.id = r.id
      """;

  static final String INSERT_MEETING =
      """
      insert into meeting (
        id, commune_id, cell_id, month, held_on, kind, due, present, absence_reason)
      select
        r.id, r.commune_id, r.cell_id, r.month, r.held_on, r.kind, r.due, r.present,
        r.absence_reason
      from unnest(
        cast(:id as uuid[]), cast(:communeId as uuid[]), cast(:cellId as uuid[]),
        cast(:month as date[]), cast(:heldOn as date[]), cast(:kind as text[]),
        cast(:due as int[]), cast(:present as int[]), cast(:absenceReason as text[]))
        as r (id, commune_id, cell_id, month, held_on, kind, due, present, absence_reason)
      """;

  static final String SAY_ORGANIZATION_REVIEW =
      """
      insert into organization_review (
        organization_id, year, commune_id, grade, label)
      select
        r.organization_id, r.year, r.commune_id, r.grade, r.label
      from unnest(
        cast(:organizationId as uuid[]), cast(:year as int[]), cast(:communeId as uuid[]),
        cast(:grade as text[]), cast(:label as text[]))
        as r (organization_id, year, commune_id, grade, label)
      on conflict (organization_id, year)
      do update set
        commune_id = excluded.commune_id, grade = excluded.grade, label = excluded.label
      """;

  static final String SAY_MEMBER_REVIEW =
      """
      insert into member_review (
        membership_id, year, commune_id, cell_id, grade, label)
      select
        r.membership_id, r.year, r.commune_id, r.cell_id, r.grade, r.label
      from unnest(
        cast(:membershipId as uuid[]), cast(:year as int[]), cast(:communeId as uuid[]),
        cast(:cellId as uuid[]), cast(:grade as text[]), cast(:label as text[]))
        as r (membership_id, year, commune_id, cell_id, grade, label)
      on conflict (membership_id, year)
      do update set
        commune_id = excluded.commune_id, cell_id = excluded.cell_id, grade = excluded.grade,
        label = excluded.label
      """;

  static final String INSERT_REGISTER_YEAR =
      """
      insert into register_year (
        commune_id, register, year)
      select
        r.commune_id, r.register, r.year
      from unnest(
        cast(:communeId as uuid[]), cast(:register as text[]), cast(:year as int[]))
        as r (commune_id, register, year)
      """;

  /// What can be written, in the order in which it must be: what others refer to first, and
  /// changes, which give way, before what is new.
  enum Write {
    INSERT_ORGANIZATION(RegisterRepository.INSERT_ORGANIZATION),
    UPDATE_ORGANIZATION(RegisterRepository.UPDATE_ORGANIZATION),
    DELETE_ORGANIZATION_PERIODS(RegisterRepository.DELETE_ORGANIZATION_PERIODS),
    INSERT_ORGANIZATION_PERIOD(RegisterRepository.INSERT_ORGANIZATION_PERIOD),
    INSERT_VILLAGE(RegisterRepository.INSERT_VILLAGE),
    UPDATE_VILLAGE(RegisterRepository.UPDATE_VILLAGE),
    DELETE_VILLAGE_PERIODS(RegisterRepository.DELETE_VILLAGE_PERIODS),
    INSERT_VILLAGE_PERIOD(RegisterRepository.INSERT_VILLAGE_PERIOD),
    SAY_VILLAGE_YEAR(RegisterRepository.SAY_VILLAGE_YEAR),
    INSERT_PERSON(RegisterRepository.INSERT_PERSON),
    UPDATE_PERSON(RegisterRepository.UPDATE_PERSON),
    DELETE_MEMBER_STATES(RegisterRepository.DELETE_MEMBER_STATES),
    CLEAR_CARD(RegisterRepository.CLEAR_CARD),
    UPDATE_MEMBERSHIP(RegisterRepository.UPDATE_MEMBERSHIP),
    END_MEMBERSHIP(RegisterRepository.END_MEMBERSHIP),
    INSERT_MEMBERSHIP(RegisterRepository.INSERT_MEMBERSHIP),
    INSERT_MEMBER_STATE(RegisterRepository.INSERT_MEMBER_STATE),
    INSERT_POVERTY(RegisterRepository.INSERT_POVERTY),
    DELETE_POVERTY(RegisterRepository.DELETE_POVERTY),
    UPDATE_CANDIDATE(RegisterRepository.UPDATE_CANDIDATE),
    INSERT_CANDIDATE(RegisterRepository.INSERT_CANDIDATE),
    UPDATE_OFFICE(RegisterRepository.UPDATE_OFFICE),
    INSERT_OFFICE(RegisterRepository.INSERT_OFFICE),
    UPDATE_CHARGE(RegisterRepository.UPDATE_CHARGE),
    INSERT_CHARGE(RegisterRepository.INSERT_CHARGE),
    UPDATE_POST(RegisterRepository.UPDATE_POST),
    INSERT_POST(RegisterRepository.INSERT_POST),
    UPDATE_RESOLUTION(RegisterRepository.UPDATE_RESOLUTION),
    INSERT_RESOLUTION(RegisterRepository.INSERT_RESOLUTION),
    CLEAR_INDICATOR_KIND(RegisterRepository.CLEAR_INDICATOR_KIND),
    INSERT_INDICATOR(RegisterRepository.INSERT_INDICATOR),
    UPDATE_INDICATOR(RegisterRepository.UPDATE_INDICATOR),
    SAY_INDICATOR_YEAR(RegisterRepository.SAY_INDICATOR_YEAR),
    UPDATE_COURSE(RegisterRepository.UPDATE_COURSE),
    INSERT_COURSE(RegisterRepository.INSERT_COURSE),
    SAY_ATTENDANCE(RegisterRepository.SAY_ATTENDANCE),
    UPDATE_PLANNING(RegisterRepository.UPDATE_PLANNING),
    INSERT_PLANNING(RegisterRepository.INSERT_PLANNING),
    UPDATE_STUDY(RegisterRepository.UPDATE_STUDY),
    INSERT_STUDY(RegisterRepository.INSERT_STUDY),
    UPDATE_MODEL(RegisterRepository.UPDATE_MODEL),
    INSERT_MODEL(RegisterRepository.INSERT_MODEL),
    SAY_MODEL_YEAR(RegisterRepository.SAY_MODEL_YEAR),
    INSERT_MASS_ORGANIZATION(RegisterRepository.INSERT_MASS_ORGANIZATION),
    SAY_MASS_ORGANIZATION_YEAR(RegisterRepository.SAY_MASS_ORGANIZATION_YEAR),
    UPDATE_MEETING(RegisterRepository.UPDATE_MEETING),
    INSERT_MEETING(RegisterRepository.INSERT_MEETING),
    SAY_ORGANIZATION_REVIEW(RegisterRepository.SAY_ORGANIZATION_REVIEW),
    SAY_MEMBER_REVIEW(RegisterRepository.SAY_MEMBER_REVIEW),
    INSERT_REGISTER_YEAR(RegisterRepository.INSERT_REGISTER_YEAR);

    private final String sql;

    Write(String sql) {
      this.sql = sql;
    }

    Batch batch() {
      return new Batch(sql);
    }
  }

  private final JdbcClient jdbc;

  RegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The checks of foreign keys are planned once, and not anew for each row.
  void planOnce() {
    jdbc.sql("set local plan_cache_mode = auto").update();
  }

  /// Lets a commune that this transaction founds be written and read until its end.
  void reach(UUID commune) {
    jdbc.sql(REACH).param("commune", commune.toString()).query((row, n) -> n).single();
  }

  /// Lets periods and the lives that must hold them be changed in any order until the end.
  void deferConstraints() {
    jdbc.sql("set constraints all deferred").update();
  }

  /// @param written is told after each statement how many rows it wrote
  void write(Batch batch, IntConsumer written) {
    for (int from = 0; from < batch.size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, batch.size());
      Map<String, Object> parameters = new HashMap<>();
      for (int column = 0; column < batch.names().size(); column++) {
        parameters.put(batch.names().get(column), batch.column(column, from, to));
      }
      jdbc.sql(batch.sql()).params(parameters).update();
      written.accept(to - from);
    }
    if (batch.size() > FEW) {
      countForPlanner(batch);
    }
  }

  /// The checks of foreign keys keep the plan that was made when a table was small, and would read
  /// all of it for each new row; the first lists that are opened would be planned for an empty one.
  private void countForPlanner(Batch batch) {
    Matcher table = WRITTEN.matcher(batch.sql());
    if (table.find()) {
      jdbc.sql("analyze " + table.group(1)).update();
    }
  }
}
