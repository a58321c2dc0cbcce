package vn.nenmong.workbook.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.organization.Coordinates;
import vn.nenmong.organization.OrganizationState;

/// Rows of the database as an import compares them.
final class Known {

  private Known() {}

  record Organization(
      UUID id,
      String code,
      @Nullable PartialDate founded,
      @Nullable String decision,
      @Nullable PartialDate ended,
      @Nullable String note,
      Period life,
      Timeline<OrganizationState> states) {}

  record Village(UUID id, String code, Period life, Timeline<VillageState> states) {}

  record VillageState(
      String name,
      @Nullable UUID cell,
      @Nullable String meetingForm,
      @Nullable BigDecimal distance,
      @Nullable BigDecimal bearing,
      @Nullable Coordinates coordinates,
      @Nullable Boolean border) {}

  record VillageYear(
      UUID village,
      @Nullable Integer households,
      @Nullable Integer population,
      @Nullable Integer poor,
      @Nullable Integer nearPoor,
      @Nullable Boolean cultural) {}

  record Person(
      UUID id,
      String name,
      @Nullable String sex,
      @Nullable PartialDate born,
      @Nullable String ethnicity) {}

  /// @param decided day of the decision of recognition, where steps have told it: the vote begins
  ///   with it
  record Membership(
      UUID id,
      UUID person,
      @Nullable String card,
      PartialDate admitted,
      @Nullable PartialDate recognised,
      @Nullable LocalDate decided,
      Period period,
      @Nullable String note,
      boolean poor,
      boolean poorBefore) {

    Membership during(Period other) {
      return new Membership(
          id, person, card, admitted, recognised, decided, other, note, poor, poorBefore);
    }

    /// The day from which they are official members.
    @Nullable LocalDate officialFrom() {
      return recognised == null ? null : decided == null ? recognised.first() : decided;
    }
  }

  record MemberState(
      UUID cell,
      boolean official,
      boolean exempt,
      @Nullable UUID village,
      @Nullable String education,
      @Nullable String qualification,
      @Nullable String theory,
      @Nullable String occupation) {

    MemberState withStanding(boolean standing) {
      return new MemberState(
          cell, standing, exempt, village, education, qualification, theory, occupation);
    }
  }

  record Candidate(
      UUID id,
      UUID person,
      UUID cell,
      @Nullable UUID village,
      Period listed,
      @Nullable UUID firstHelper,
      @Nullable UUID secondHelper,
      @Nullable PartialDate classTaken,
      @Nullable PartialDate dossierCompleted,
      String status,
      @Nullable String statusText) {

    Candidate withdrawn(Period period, String reason) {
      return new Candidate(
          id,
          person,
          cell,
          village,
          period,
          firstHelper,
          secondHelper,
          classTaken,
          dossierCompleted,
          "withdrawn",
          reason);
    }

    Candidate listed(Period period) {
      return new Candidate(
          id,
          person,
          cell,
          village,
          period,
          firstHelper,
          secondHelper,
          classTaken,
          dossierCompleted,
          status,
          statusText);
    }

    Candidate id(UUID other) {
      return new Candidate(
          other,
          person,
          cell,
          village,
          listed,
          firstHelper,
          secondHelper,
          classTaken,
          dossierCompleted,
          status,
          statusText);
    }
  }

  record Office(
      UUID id,
      UUID person,
      UUID organization,
      String title,
      String role,
      @Nullable PartialDate since,
      @Nullable PartialDate until,
      Period period) {}

  record Charge(
      UUID id,
      UUID person,
      UUID cell,
      @Nullable PartialDate since,
      @Nullable String document,
      Period period) {}

  record Post(
      UUID id,
      UUID village,
      UUID person,
      String title,
      String role,
      @Nullable PartialDate since,
      Period period) {}

  record Resolution(
      UUID id,
      UUID organization,
      String number,
      String kind,
      String subject,
      LocalDate issuedOn,
      boolean thematic,
      boolean kept) {}

  record Indicator(
      UUID id,
      String code,
      String name,
      String unit,
      @Nullable String kind,
      String direction,
      boolean inYear,
      @Nullable BigDecimal previous,
      @Nullable BigDecimal plan,
      @Nullable BigDecimal actual,
      @Nullable String resolution) {}

  record Course(UUID id, String name, String kind, LocalDate from, @Nullable LocalDate to) {}

  record Attendance(UUID course, UUID person, @Nullable String position) {}

  record Planning(
      UUID id,
      UUID person,
      String post,
      int from,
      int to,
      @Nullable Integer entered,
      @Nullable String need) {}

  record Study(
      UUID id,
      UUID organization,
      String document,
      LocalDate heldOn,
      int due,
      int present,
      boolean kept) {}

  record Model(
      UUID id,
      UUID person,
      @Nullable UUID village,
      String name,
      @Nullable String kind,
      @Nullable Integer since,
      boolean inYear,
      @Nullable String stage,
      @Nullable BigDecimal income) {}

  record MassOrganization(
      UUID id,
      String name,
      boolean inYear,
      @Nullable UUID head,
      @Nullable Integer branches,
      @Nullable Integer members) {}

  record Meeting(
      UUID id,
      UUID cell,
      LocalDate month,
      LocalDate heldOn,
      String kind,
      @Nullable Integer due,
      @Nullable Integer present,
      @Nullable String absence) {}

  record OrganizationReview(UUID organization, String grade, String label) {}

  record MemberReview(UUID membership, UUID cell, String grade, String label) {}
}
